export { noAnswer, readAnswer, readRetryAfter } from './answer.ts';
// eslint-disable-next-line @typescript-eslint/no-deprecated -- transports of earlier pages are typed with it
export type { Answer, ExpectedRecord, LegacyAnswer, PendingAnswer } from './answer.ts';
export { backoff } from './backoff.ts';
export type { OutboxEntry } from './entry.ts';
export * from './lock.ts';
export { isOld } from './entry-times.ts';
export { createOutbox } from './outbox.ts';
export type { Clock } from '../internal/clock.ts';
export type { FlushOptions, Outbox, OutboxNews, OutboxOptions, OutboxState } from './outbox-types.ts';
export type { PendingReason } from '../signature/pending-reason.ts';
export * from './sealed-storage.ts';
export { createDurableStorage, createFallbackStorage, createMemoryStorage } from './storage.ts';
export type { OutboxStorage } from './storage.ts';
export * from './transport.ts';
