/** Prefix of the `type` of every problem that the contract names. */
export const problemPrefix = 'urn:charter-elements:problem:';

/**
 * Names of the problems of the contract (RFC 9457 `type` without its prefix), with the status they come with and
 * their English title.
 */
export const problems = {
  'malformed-json': [400, 'The body is not JSON'],
  'idempotency-key-missing': [400, 'The Idempotency-Key header is missing'],
  'sign-in-required': [401, 'Signing in is required'],
  forbidden: [403, 'This signature is not allowed'],
  'other-signer': [403, 'The record belongs to someone else'],
  'not-found': [404, 'There is nothing here'],
  'method-not-allowed': [405, 'The method is not allowed here'],
  'not-acceptable': [406, 'The answer is JSON'],
  'request-timeout': [408, 'The request took too long'],
  'in-progress': [409, 'The same record is being recorded'],
  'charter-outdated': [409, 'The charter has a newer version'],
  'payload-too-large': [413, 'The body is too large'],
  'unsupported-media-type': [415, 'The body is of a type that is not taken here'],
  'unreadable-record': [422, 'The encrypted record cannot be read'],
  'invalid-record': [422, 'The record does not follow the contract'],
  'idempotency-key-mismatch': [422, 'The Idempotency-Key is not the id of the record'],
  'idempotency-mismatch': [422, 'Another record has the same id'],
  'unknown-charter': [422, 'The charter is not known here'],
  'digest-mismatch': [422, 'The charter that was shown is not the one kept here'],
  'signed-in-the-future': [422, 'The record was signed in the future'],
  'too-many-requests': [429, 'Too many requests'],
  'unreadable-identity': [500, 'Who is asking cannot be read'],
  internal: [500, 'The receiver failed'],
  unavailable: [503, 'The receiver cannot record now'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemName = keyof typeof problems;

/** Problem details (RFC 9457). Members other than these may follow. */
export interface Problem {
  readonly type: string;
  readonly title?: string;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly detail?: string;
  readonly instance?: string;
  /** What is wrong with the record, by JSON Pointer. */
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  /** Where a person signs in, with `sign-in-required`; `return` in its query is the page to come back to. */
  readonly signIn?: string;
}

/** The name of a problem of the contract, or `undefined` for a `type` that it does not name. */
export function problemName({ type }: Pick<Problem, 'type'>): ProblemName | undefined {
  const name = type.startsWith(problemPrefix) ? type.slice(problemPrefix.length) : '';
  return Object.hasOwn(problems, name) ? (name as ProblemName) : undefined;
}

/**
 * Problems that refuse a record for good: the same request would be refused again. The others are about the session, the
 * address or the moment, or ask for another version.
 */
const refusingProblems: ReadonlySet<ProblemName> = new Set([
  'malformed-json',
  'idempotency-key-missing',
  'payload-too-large',
  'unsupported-media-type',
  'unreadable-record',
  'invalid-record',
  'idempotency-key-mismatch',
  'idempotency-mismatch',
  'unknown-charter',
  'digest-mismatch',
  'signed-in-the-future',
]);

/**
 * Whether an answer refuses a record for good: its problem is one of the contract that refuses, and comes with that
 * problem's own status. A 422 of a framework or a 400 of a proxy proves nothing about the record.
 *
 * @param problem - `type` as the answer writes it, and the status of the answer itself.
 */
export function isRefusal({ type, status }: Pick<Problem, 'type' | 'status'>): boolean {
  const name = problemName({ type });
  return name !== undefined && refusingProblems.has(name) && problems[name][0] === status;
}
