import { ProblemError } from '../domain/problem-error.ts';

/** The problem of an address at which there is nothing. */
export function notFound(): ProblemError {
  return new ProblemError('not-found', 'Nothing is served at this address. /openapi.json lists what is.');
}
