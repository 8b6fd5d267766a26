export * from './answer.ts';
export * from './backoff.ts';
export * from './lock.ts';
export * from './outbox.ts';
export * from './sealed-storage.ts';
export * from './storage.ts';
export * from './transport.ts';
