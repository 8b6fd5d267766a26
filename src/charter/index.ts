export * from './audiences.ts';
export * from './canonical-form.ts';
export * from './charter.ts';
export * from './compare.ts';
export * from './digest.ts';
export * from './load-charter.ts';
export * from './versions.ts';
export { DocumentError } from '../internal/validation.ts';
export type { ValidationProblem } from '../internal/validation.ts';
