/**
 * Makes everything that is published. What needs the modules of `dist`, and nothing of one another, is made side by side:
 * bundling takes as long as all the rest. Run by `npm run build`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** @throws Error that names the script, where it fails; what it printed says why. */
async function run(script: string): Promise<void> {
  const child = spawn('npm', ['run', '--silent', script], { stdio: 'inherit' });
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  if (code !== 0) throw new Error(`npm run ${script} ended with ${signal ?? `code ${code}`}`);
}

async function inTurn(...scripts: string[]): Promise<void> {
  for (const script of scripts) await run(script);
}

await inTurn('generate', 'build:modules');
const all = await Promise.allSettled([
  inTurn('build:standalone'),
  inTurn('build:documents', 'build:receiver', 'build:command-line', 'build:manifest', 'build:typings'),
]);
for (const one of all) {
  if (one.status === 'fulfilled') continue;
  console.error(one.reason instanceof Error ? one.reason.message : one.reason);
  process.exitCode = 1;
}
