import type { PendingReason } from './pending-reason.ts';
import { isRefusal, problemName, problems } from './problem.ts';

/** An answer as it came, whatever brought it. */
export interface HeardAnswer {
  /** HTTP status; 0 where there was no answer. A redirect that the browser hides counts as 302. */
  readonly status: number;
  /** Whether it has any header: engines make up a 200 without one for a connection cut in the status line. */
  readonly hasHeaders: boolean;
  /** `Content-Type`, as it is written. */
  readonly contentType: string;
  /** The body; `undefined` where the connection broke within it. */
  readonly text: string | undefined;
}

/** What an answer must speak of to prove that a record is recorded. */
export interface ExpectedRecord {
  /** Left out where any id will do: for callers of the time before contract 2. */
  readonly id?: string | undefined;
  /** Left out where the record is only there encrypted. */
  readonly recordDigest?: string | undefined;
}

/** The rule of the contract that an answer breaks. */
export type BrokenRule =
  | 'cut'
  | 'no-headers'
  | 'redirect'
  | 'html'
  | 'empty'
  | 'not-json'
  | 'not-an-object'
  | 'no-id'
  | 'other-id'
  | 'other-digest'
  | 'no-instant'
  /** A problem of the contract with a status that is not its own. */
  | 'other-status'
  /** A refusal without a problem of the contract that refuses. */
  | 'no-problem';

export type AnswerMeaning =
  | { readonly kind: 'recorded' | 'outdated' | 'refused' }
  | { readonly kind: 'pending'; readonly reason: PendingReason; readonly broken?: BrokenRule };

/** Not signed in, or the page's token is stale. 419 is Laravel's, 440 that of IIS. */
const signInStatuses = new Set([401, 403, 419, 440]);
/** Statuses besides 5xx that ask for the same request later. */
const laterStatuses = new Set([408, 425, 429]);
/** Statuses that say without a body that the record is recorded. */
const bodilessStatuses = new Set([201, 202, 204]);

const jsonType = /^(application|text)\/([\w.+-]+\+)?json$/;
const htmlType = /^(text\/html|application\/xhtml\+xml)$/;
const htmlStart = /^\s*(<!--[^]*?-->\s*)*<(!doctype\s+html|html|head|body)\b/i;

const pending = (reason: PendingReason, broken?: BrokenRule): AnswerMeaning => ({
  kind: 'pending',
  reason,
  ...(broken && { broken }),
});

/** What an answer to a posted record proves, by the table of the HTTP contract. It never throws. */
export function meaningOfAnswer(answer: HeardAnswer, expected: ExpectedRecord): AnswerMeaning {
  const { status } = answer;
  if (status >= 300 && status < 400) return pending('sign-in', 'redirect');
  if (status < 200 || status >= 500) return pending('no-answer');
  if (answer.text === undefined) return pending('no-answer', 'cut');
  return status < 300
    ? meaningOfSuccess(answer, answer.text, expected)
    : meaningOfRefusal(answer, answer.text);
}

function meaningOfSuccess(
  { status, hasHeaders, contentType }: HeardAnswer,
  text: string,
  { id, recordDigest }: ExpectedRecord,
): AnswerMeaning {
  if (text === '') {
    if (!hasHeaders) return pending('no-answer', 'no-headers');
    // Whatever type is announced: PHP announces HTML and sends nothing.
    return bodilessStatuses.has(status) ? { kind: 'recorded' } : pending('not-confirmed', 'empty');
  }
  const type = mediaTypeOf(contentType);
  if (htmlType.test(type) || htmlStart.test(text)) return pending('sign-in', 'html');
  if (!jsonType.test(type)) return pending('not-confirmed', 'not-json');
  const value = parseJSON(text);
  // Engines differ in whether a body that breaks off is an error of the network or JSON without its end.
  if (value === undefined) return pending('no-answer', 'cut');
  const broken = brokenRuleOf(value, { id, recordDigest });
  return broken ? pending('not-confirmed', broken) : { kind: 'recorded' };
}

/** What in a parsed body does not say that the record is recorded; `undefined` when it does say so. */
export function brokenRuleOf(value: unknown, { id, recordDigest }: ExpectedRecord): BrokenRule | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not-an-object';
  const { id: given, recordDigest: digest, receivedAt } = value as Readonly<Record<string, unknown>>;
  if (given === undefined) return 'no-id';
  if (id === undefined ? typeof given !== 'string' : given !== id) return 'other-id';
  const isCompared = digest !== undefined && digest !== null && recordDigest !== undefined;
  if (isCompared && digest !== recordDigest) return 'other-digest';
  const isGiven = receivedAt !== undefined && receivedAt !== null;
  return !isGiven || isPlausibleInstant(receivedAt) ? undefined : 'no-instant';
}

function meaningOfRefusal({ status, contentType }: HeardAnswer, text: string): AnswerMeaning {
  const value = jsonType.test(mediaTypeOf(contentType)) ? parseJSON(text) : undefined;
  const { type } = (typeof value === 'object' && value !== null ? value : {}) as { readonly type?: unknown };
  const problem = { type: typeof type === 'string' ? type : '', status };
  const name = problemName(problem);
  if (laterStatuses.has(status) || name === 'in-progress') return pending('no-answer');
  if (signInStatuses.has(status)) return pending(name === 'other-signer' ? 'other-person' : 'sign-in');
  if (name === 'charter-outdated') return { kind: 'outdated' };
  if (isRefusal(problem)) return { kind: 'refused' };
  if (!name) return pending('not-accepted', 'no-problem');
  return pending('not-accepted', problems[name][0] === status ? undefined : 'other-status');
}

/** RFC 3339, with its separator in capitals, as `Date` writes it. */
const instant = /^(\d{4})-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/**
 * Whether a value is an instant at which a record can have been received. The clock of a receiver may be wrong, and that
 * of a device even more: only what no clock in use shows is refused.
 */
export function isPlausibleInstant(value: unknown): value is string {
  const year = typeof value === 'string' ? Number(instant.exec(value)?.[1]) : NaN;
  return year >= 2026 && year < 2100 && !Number.isNaN(Date.parse(value as string));
}

/** A media type without its parameters, in lower case. */
export const mediaTypeOf = (contentType: string): string =>
  contentType.split(';', 1)[0]!.trim().toLowerCase();

function parseJSON(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
