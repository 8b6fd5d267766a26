export * from './answer.ts';
export * from './backoff.ts';
export * from './lock.ts';
export * from './outbox.ts';
export * from './sealed-storage.ts';
export { createDurableStorage, createFallbackStorage, createMemoryStorage } from './storage.ts';
export type { Hold, OutboxEntry, OutboxStorage } from './storage.ts';
export * from './transport.ts';
