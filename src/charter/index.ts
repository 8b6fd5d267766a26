export * from './address.ts';
export * from './audiences.ts';
export * from './canonical-form.ts';
export * from './charter.ts';
export * from './compare.ts';
export * from './digest.ts';
export * from './load-charter.ts';
export * from './plain-text.ts';
export * from './versions.ts';
export { DocumentError } from '../internal/document-error.ts';
export { describeProblem, problemCodes } from '../internal/problems.ts';
export type {
  JSONKind,
  NoParams,
  ProblemCode,
  ProblemParams,
  Received,
  ValidationProblem,
} from '../internal/problems.ts';
