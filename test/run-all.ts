/**
 * Everything that `npm test` stands for: the browsers, PostgreSQL, PHP and Python are installed where they are missing, then types,
 * lint, builds, unit tests in Node, component tests in three engines and end-to-end tests. A step that fails does not
 * stop the others. The last line is the true count over all of them.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface Step {
  readonly name: string;
  readonly command: string;
  /** Arguments; `{counts}` is replaced by the file that the runner's reporter writes. */
  readonly args: readonly string[];
  /** The runner writes its own counts; any other step counts as one. */
  readonly isRunner?: boolean;
}

/** A test that failed may have left a server open, and its runner waiting: the step then fails. Milliseconds. */
const longestStep = 25 * 60_000;

const root = join(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'charter-elements-test-'));

const nodeRunner = (...args: string[]): string[] => [
  '--test',
  '--test-reporter=spec',
  '--test-reporter-destination=stdout',
  '--test-reporter=./test/support/node-counts.ts',
  '--test-reporter-destination={counts}',
  '--test-timeout=180000',
  ...args,
];

const steps: readonly Step[] = [
  { name: 'browsers', command: 'sh', args: ['test/setup-browsers.sh'] },
  { name: 'postgresql', command: 'sh', args: ['test/setup-postgresql.sh'] },
  { name: 'languages', command: 'sh', args: ['test/setup-languages.sh'] },
  { name: 'screen reader', command: 'sh', args: ['test/setup-screen-reader.sh'] },
  { name: 'build', command: 'npm', args: ['run', '--silent', 'build'] },
  { name: 'demo', command: 'npm', args: ['run', '--silent', 'build:demo'] },
  { name: 'types', command: 'npm', args: ['run', '--silent', 'types'] },
  { name: 'lint', command: 'npm', args: ['run', '--silent', 'lint'] },
  { name: 'node', command: process.execPath, args: nodeRunner('test/**/*.node.test.ts'), isRunner: true },
  { name: 'components', command: 'npx', args: ['wtr'], isRunner: true },
  {
    name: 'end to end',
    command: process.execPath,
    args: nodeRunner('--test-concurrency=1', 'test/end-to-end/*.e2e.test.ts'),
    isRunner: true,
  },
  {
    name: 'listening',
    command: process.execPath,
    args: nodeRunner('--test-timeout=900000', 'test/screen-reader/*.screen-reader.test.ts'),
    isRunner: true,
  },
];

const wanted = process.argv.slice(2);
const results: { name: string; counts: Counts; seconds: number }[] = [];
for (const step of steps) {
  if (wanted.length > 0 && !wanted.includes(step.name)) continue;
  console.log(`\n── ${step.name}`);
  const start = performance.now();
  const counts = await run(step);
  results.push({ name: step.name, counts, seconds: Math.round((performance.now() - start) / 1000) });
}
rmSync(scratch, { recursive: true });

console.log('');
for (const { name, counts, seconds } of results) {
  const mark = counts.failed > 0 ? '✗' : '✓';
  console.log(`${mark} ${name.padEnd(12)} ${counts.passed} passed, ${counts.failed} failed, ${seconds} s`);
}
const sum = (key: keyof Counts): number => results.reduce((total, { counts }) => total + counts[key], 0);
const skipped = sum('skipped');
console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = sum('failed') > 0 ? 1 : 0;

function run({ name, command, args, isRunner }: Step): Promise<Counts> {
  const path = join(scratch, `${name.replaceAll(' ', '-')}.json`);
  const child = spawn(
    command,
    args.map((arg) => arg.replace('{counts}', path)),
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, TEST_COUNTS: path },
      timeout: longestStep,
      killSignal: 'SIGKILL',
    },
  );
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(error);
      resolve({ passed: 0, failed: 1, skipped: 0 });
    });
    child.on('close', (code) => {
      if (!isRunner) {
        resolve({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });
        return;
      }
      const counts = existsSync(path)
        ? (JSON.parse(readFileSync(path, 'utf8')) as Counts)
        : { passed: 0, failed: 1, skipped: 0 };
      // A runner that stopped without a failed test, or that ran none, has failed all the same.
      if (counts.failed === 0 && (code !== 0 || counts.passed === 0)) counts.failed = 1;
      resolve(counts);
    });
  });
}
