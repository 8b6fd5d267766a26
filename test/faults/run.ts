/**
 * `npm run test:faults`: the runs that break things, with their figures in results.json, docs/figures.md and README.
 *
 * `node test/faults/run.ts [--seed 1] [--signatures 500] [--engines chromium,firefox,webkit] [--limit <seconds>]
 *   [--only signatures [--output file.json] [--update]]`; one run alone leaves all of them as they are, unless
 * `--update` puts its figures beside those of the others.
 */
import { randomInt } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Engine } from '../support/browsers.ts';
import { describeMachine } from '../support/machine.ts';
import { writeTable } from '../../build/marked-document.ts';
import { runForwarded } from './forwarded.ts';
import { runFullDisk } from './full-disk.ts';
import { runHostile } from './hostile.ts';
import { runKills } from './kills.ts';
import { runSignatureFaults } from './signatures.ts';
import { headlineOf, tableOf } from './table.ts';
import type { Results } from './table.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    signatures: { type: 'string', default: '500' },
    engines: { type: 'string', default: 'chromium,firefox,webkit' },
    limit: { type: 'string', default: '900' },
    only: { type: 'string' },
    output: { type: 'string' },
    update: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed ?? randomInt(2 ** 31));
const log = (line: string) => console.log(line);

/** The name of each run in the results, and what starts it. */
const runs: Readonly<Record<string, () => Promise<object>>> = {
  signatures: () =>
    runSignatureFaults({
      seed,
      signatures: Number(values.signatures),
      engines: values.engines.split(',') as Engine[],
      limit: Number(values.limit) * 1000,
      log,
    }),
  killsPGlite: () => runKills({ store: 'pglite', kills: 50, seed, log }),
  killsPostgreSQL: () => runKills({ store: 'postgresql', kills: 50, seed, log }),
  hostile: () => runHostile({ requests: 2000, seed, log }),
  forwarded: () => runForwarded({ clients: 2000, log }),
  fullDiskPGlite: () => runFullDisk({ store: 'pglite', log }),
  fullDiskPostgreSQL: () => runFullDisk({ store: 'postgresql', log }),
};

const results: Record<string, object> = {};
for (const [name, run] of Object.entries(runs)) {
  if (values.only === undefined || values.only === name) results[name] = await run();
}

const whole = join(import.meta.dirname, 'results.json');
const isWritten = values.only === undefined || values.update;
const others =
  values.only !== undefined && values.update ? (JSON.parse(await readFile(whole, 'utf8')) as object) : {};
const about = { date: new Date().toISOString(), seed, machine: describeMachine() };
const content = { ...others, ...about, ...results };
const output = values.output ?? (isWritten ? whole : undefined);
if (output) await writeFile(output, `${JSON.stringify(content, null, 2)}\n`);
if (isWritten) {
  await writeTable('faults', tableOf(content as unknown as Results), 'docs/figures.md');
  await writeTable('faults', headlineOf(content as unknown as Results), 'README.md');
}
// What drives WebKit ends with this process.
process.exit();
