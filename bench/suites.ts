import type { Suite } from './support/result.ts';

/** The parts of the benchmark, in the order of the table. Each is loaded when it is run. */
export const suites: Readonly<Record<string, () => Promise<Suite>>> = {
  start: async () => (await import('./suites/start.ts')).startSuite,
  digest: async () => (await import('./suites/digest.ts')).digestSuite,
  outbox: async () => (await import('./suites/outbox.ts')).outboxSuite,
};
