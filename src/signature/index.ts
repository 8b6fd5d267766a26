export * from './check-receipt.ts';
export * from './create-record.ts';
export { isRefusal, problemName, problemPrefix, problems } from './problem.ts';
export type { Problem, ProblemName } from './problem.ts';
export * from './read-receipt.ts';
export * from './receipt.ts';
export * from './record.ts';
export * from './seal-record.ts';
export * from './verify-receipt.ts';
