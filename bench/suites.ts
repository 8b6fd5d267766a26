import type { Suite } from './support/result.ts';

/** The parts of the benchmark, in the order of the table. Each is loaded when it is run. */
export const suites: Readonly<Record<string, () => Promise<Suite>>> = {
  size: async () => (await import('./suites/size.ts')).sizeSuite,
  growth: async () => (await import('./suites/growth.ts')).growthSuite,
  receiver: async () => (await import('./suites/receiver.ts')).receiverSuite,
  embedded: async () => (await import('./suites/embedded.ts')).embeddedSuite,
  start: async () => (await import('./suites/start.ts')).startSuite,
  digest: async () => (await import('./suites/digest.ts')).digestSuite,
  outbox: async () => (await import('./suites/outbox.ts')).outboxSuite,
};
