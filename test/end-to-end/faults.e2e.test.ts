import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { it } from 'node:test';
import type { Breaches, Result } from '../faults/conclude.ts';

/** Another one each time; `FAULT_SEED` repeats a run that failed. */
const seed = Number(process.env['FAULT_SEED'] ?? randomInt(2 ** 31));

/** How many people sign; `npm run test:faults` has more of them. */
const signatures = 200;

/** How long a run may take with its three browsers, in milliseconds; it gives up by itself long before. */
const longestRun = 300_000;

/** What is to be empty. */
const noBreaches: Readonly<Record<keyof Breaches, []>> = {
  lost: [],
  doubled: [],
  sentAfterRefusal: [],
  falselySigned: [],
  believedWithoutProof: [],
  stuckAtSending: [],
  ofAnotherCharter: [],
  announcedTwice: [],
  unannounced: [],
  staleReviews: [],
  recordedOtherwise: [],
  misdirected: [],
  leaked: [],
  blank: [],
  uncaught: [],
  unfinished: [],
  errors: [],
};

it(
  `loses, doubles and wrongly confirms none of ${signatures} signatures, whatever is answered and happens to the page (FAULT_SEED=${seed})`,
  { timeout: 3.2 * longestRun },
  async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'charter-fault-run-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    const log = (line: string): void => t.diagnostic(line);
    // A browser that hangs says nothing of signatures: then, and only then, the run is made again.
    let result: Result | undefined;
    for (let tries = 0; tries < 3 && !result; tries++) result = await runOnce(folder, log);
    assert.ok(result, 'a browser hung three times');
    const breaches = Object.keys(noBreaches).map((name) => [name, result[name as keyof Breaches]]);
    assert.deepEqual(Object.fromEntries(breaches), noBreaches);
    const { counts, injected, disturbances } = result;
    assert.equal(counts['rows'], signatures);
    // What is said to be signed was heard at all, and what is said to be injected was.
    assert.ok(counts['signed']! > signatures / 2, `only ${counts['signed']} were announced as signed`);
    assert.ok(Object.keys(injected).length > 60, `only faults of ${Object.keys(injected).join(', ')}`);
    assert.ok(Object.keys(disturbances).length > 18, `only ${Object.keys(disturbances).join(', ')}`);
  },
);

/** The command, with the browsers that it starts in a group that can be ended. */
async function runOnce(folder: string, log: (line: string) => void): Promise<Result | undefined> {
  const output = join(folder, 'results.json');
  const args = [
    '--only',
    'signatures',
    '--signatures',
    String(signatures),
    '--seed',
    String(seed),
    '--output',
    output,
  ];
  const child = spawn(process.execPath, ['test/faults/run.ts', ...args], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  createInterface({ input: child.stdout }).on('line', log);
  const timer = setTimeout(() => process.kill(-child.pid!, 'SIGKILL'), longestRun);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearTimeout(timer);
  if (code !== 0) {
    log(code === null ? `The run did not end within ${longestRun / 1000} s` : 'A browser did not open');
    return undefined;
  }
  const { signatures: result } = JSON.parse(await readFile(output, 'utf8')) as { signatures: Result };
  if (result.hung.length === 0) return result;
  log(`A browser hung: ${result.hung.join(', ')}`);
  return undefined;
}
