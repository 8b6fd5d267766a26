/**
 * `npm run failover`: kills the primary of a PostgreSQL pair, and receivers, while people sign.
 *
 * `node test/failover/run.ts [--kills 20] [--seed 1] [--strict] [--update]`; `--update` writes the figures into
 * results.json and docs/scaling.md. `--strict` has the primary refuse to commit while it has no standby.
 */
import { randomInt } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { describeMachine } from '../support/machine.ts';
import { writeTable } from '../../build/marked-document.ts';
import type { Document } from '../../build/marked-document.ts';
import { runFailover } from './failover.ts';
import { patroniSettings } from './settings.ts';
import { documentedFigures, sentenceOf, tableOf } from './table.ts';
import type { FailoverReport } from './table.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    seed: { type: 'string' },
    strict: { type: 'boolean', default: false },
    update: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed ?? randomInt(2 ** 31));
console.log(`seed ${seed}`);
// What was started is ended, and its folder removed, at the exit of this process.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const result = await runFailover({
  kills: Number(values.kills),
  seed,
  settings: { ...patroniSettings, isStrict: values.strict },
  log: (line) => console.log(line),
}).catch((error: unknown) => {
  console.error((error as Error).message);
  process.exit(1);
});
console.log(`\n${tableOf(result)}\n\n${sentenceOf(result)}.`);
if (values.update) {
  const report: FailoverReport = { date: new Date().toISOString(), machine: describeMachine(), ...result };
  const file = join(import.meta.dirname, 'results.json');
  const style = { ...(await resolveConfig(file)), filepath: file };
  await writeFile(file, await format(JSON.stringify(report), style));
  for (const [document, figures] of Object.entries(documentedFigures(report))) {
    await writeTable('failover', figures, document as Document);
  }
}
const { lost, doubled, lostOnStandby, doubledOnStandby } = result;
if (lost + doubled + lostOnStandby + doubledOnStandby > 0) process.exitCode = 1;
