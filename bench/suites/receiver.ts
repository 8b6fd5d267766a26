import { measureMillion } from '../receiver/million.ts';
import { measurePGlite, measurePostgreSQL } from '../receiver/throughput.ts';
import type { Suite } from '../support/result.ts';

/** The reference receiver beside what the database itself can do: speed, memory, counts. About twelve minutes. */
export const receiverSuite: Suite = async (log) => [
  ...(await measurePostgreSQL(log)),
  ...(await measurePGlite(log)),
  ...(await measureMillion(log)),
];
