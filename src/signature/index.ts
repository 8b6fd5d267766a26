export * from './check-receipt.ts';
export * from './problem.ts';
export * from './receipt.ts';
export * from './record.ts';
export * from './seal-record.ts';
export * from './verify-receipt.ts';
