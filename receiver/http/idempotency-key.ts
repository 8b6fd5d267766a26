import { ProblemError } from '../domain/problem-error.ts';

/**
 * The value of `Idempotency-Key`: a structured-field string (RFC 8941), quoted; unquoted is taken too.
 *
 * @throws ProblemError when it is missing.
 */
export function readIdempotencyKey(header: string | undefined): string {
  const value = header?.trim() ?? '';
  const quoted = /^"((?:[^"\\]|\\["\\])*)"\s*(?:;.*)?$/.exec(value)?.[1];
  const key = quoted === undefined ? value : quoted.replace(/\\(.)/g, '$1');
  if (key) return key;
  throw new ProblemError(
    'idempotency-key-missing',
    'The request has no Idempotency-Key. Send the id of the record in quotes: Idempotency-Key: "<record id>".',
  );
}

/** @throws ProblemError when the key is not the id of the record that it came with. */
export function requireSameKey(key: string, id: string): void {
  if (key === id) return;
  throw new ProblemError(
    'idempotency-key-mismatch',
    `The Idempotency-Key is ${JSON.stringify(key.slice(0, 80))} and the record's /id is "${id}". Send the same in both.`,
  );
}
