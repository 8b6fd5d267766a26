import { ProblemError } from '../domain/problem-error.ts';

/** Arrays and objects inside each other at most. A record needs three. */
export const maxDepth = 16;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** @throws ProblemError when the bytes are not JSON in UTF-8, or nest too deep. */
export function parseJSON(bytes: Uint8Array): unknown {
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(bytes));
  } catch (cause) {
    const where = cause instanceof SyntaxError ? / at position \d+|end of JSON/.exec(cause.message)?.[0] : '';
    const reason =
      cause instanceof SyntaxError
        ? `its syntax is wrong${where?.startsWith(' ') ? where : where ? ' at its end' : ''}`
        : 'its bytes are not UTF-8';
    throw new ProblemError(
      'malformed-json',
      `The body cannot be read as JSON: ${reason}. Send one JSON object in UTF-8.`,
      { cause },
    );
  }
  if (isDeeperThan(maxDepth, value)) {
    throw new ProblemError(
      'invalid-record',
      `The body nests more than ${maxDepth} arrays and objects. Send a signature record.`,
      { errors: [{ pointer: '', detail: `nested deeper than ${maxDepth} levels` }] },
    );
  }
  return value;
}

/** Whether arrays and objects are nested in more than `depth` levels. */
export function isDeeperThan(depth: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((item) => isDeeperThan(depth - 1, item));
}
