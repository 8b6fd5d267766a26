import { brokenRuleOf, meaningOfAnswer, mediaTypeOf } from '../signature/answer-meaning.ts';
import type { BrokenRule } from '../signature/answer-meaning.ts';
import type { PendingReason } from '../signature/pending-reason.ts';
import { problemPrefix } from '../signature/problem.ts';
import type { Problem } from '../signature/problem.ts';
import { readProblem } from '../signature/read-problem.ts';
import { readReceipt } from '../signature/read-receipt.ts';
import type { Receipt } from '../signature/receipt.ts';
import { longestWait } from './longest-wait.ts';

/** What became of one attempt to send a record: what the answer proves, by the table of the HTTP contract. */
export type Answer =
  /** The endpoint has it, and said so. */
  | { readonly kind: 'recorded'; readonly receipt: Receipt | undefined }
  | PendingAnswer
  /** The receiver has a newer version of the charter. */
  | { readonly kind: 'outdated'; readonly problem: Problem }
  /** Refused for good: never sent again by itself. */
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** The page withdrew the request: nothing was sent. */
  | { readonly kind: 'withdrawn' };

/** Nothing proves that the record is recorded, nor that it never will be. */
export interface PendingAnswer {
  readonly kind: 'pending';
  readonly reason: PendingReason;
  readonly problem: Problem;
  /** Not to be sent again before that many milliseconds. */
  readonly retryAfter?: number | undefined;
  /** The rule of the contract that the answer broke, for whoever runs the endpoint; in English. */
  readonly breach?: string | undefined;
}

/** @deprecated What a transport answered before contract 2; still understood. */
export type LegacyAnswer =
  /** Now `pending` with the reason `no-answer`. */
  | { readonly kind: 'retry'; readonly problem: Problem; readonly retryAfter?: number | undefined }
  /** Now `pending` with the reason `sign-in`. */
  | { readonly kind: 'sign-in'; readonly problem: Problem };

/** What an answer has to speak of. */
export interface ExpectedRecord {
  readonly id: string;
  /** Computes the record's digest; left out where the record is only there encrypted. */
  readonly digest?: (() => Promise<string>) | undefined;
}

/** For whoever runs the endpoint; in English. */
const breaches: Readonly<Partial<Record<BrokenRule, string>>> = {
  redirect: 'with a redirect, which is not followed: give the final address',
  html: 'with a page of HTML',
  empty: 'without a body',
  'not-json': 'without the Content-Type application/json',
  'not-an-object': 'with JSON that is not an object',
  'no-id': 'with a body that has no `id`',
  'other-id': 'with the `id` of another record',
  'other-digest': 'with the `recordDigest` of another record',
  'no-instant': 'with a `receivedAt` at which no record can have been received',
  'other-status': 'with a problem of the contract and a status that is not its own',
  'no-problem': 'without a problem of the contract that refuses the record',
};

/**
 * Reads an endpoint's response by the table of the HTTP contract. Only a JSON object with the record's id, or an empty
 * 201, 202 or 204, means *recorded*; only a problem type of the contract means *refused* or *outdated*.
 *
 * @param expected - The record that was sent. Without it, any id is taken: for callers of the time before contract 2.
 * @param now - Milliseconds since the epoch, for `Retry-After`.
 */
export async function readAnswer(
  response: Response,
  expected?: ExpectedRecord | number,
  now = typeof expected === 'number' ? expected : Date.now(),
): Promise<Answer> {
  const record = typeof expected === 'number' ? undefined : expected;
  if (response.type === 'opaque') {
    const breach = 'was asked without CORS: what it answers cannot be read';
    return { kind: 'pending', reason: 'not-confirmed', problem: { type: 'about:blank', status: 0 }, breach };
  }
  const isRedirected = response.type === 'opaqueredirect' || response.redirected;
  const status = isRedirected ? 302 : response.status;
  const text = isRedirected ? '' : await response.text().catch(() => undefined);
  const contentType = response.headers.get('Content-Type') ?? '';
  const body = text === undefined ? undefined : readJSON(contentType, text);
  const meaning = meaningOfAnswer(
    { status, hasHeaders: hasHeaders(response), contentType, text },
    { id: record?.id, recordDigest: response.ok ? await record?.digest?.() : undefined },
  );
  if (meaning.kind === 'recorded') return { kind: 'recorded', receipt: readReceipt(body) };
  if (meaning.kind === 'pending' && meaning.reason === 'no-answer' && status < 300)
    return noAnswer(`the answer broke off (${status})`);
  const problem = readProblem(response.ok ? undefined : body, status);
  if (meaning.kind !== 'pending') return { kind: meaning.kind, problem };
  const { reason, broken } = meaning;
  const retryAfter =
    reason === 'no-answer' ? readRetryAfter(response.headers.get('Retry-After'), now) : undefined;
  const isUnsaid = reason === 'not-accepted' && broken === undefined;
  const rule = isUnsaid
    ? `with the problem ${problem.type}, which does not refuse the record`
    : broken && breaches[broken];
  const breach = rule && `answered ${isRedirected ? '' : `${status} `}${rule}`;
  return { kind: 'pending', reason, problem, retryAfter, breach };
}

/**
 * An engine makes up a success without headers when the connection ends within the head of the answer; an answer of another
 * origin, or one that the page made, may show none and be whole.
 */
function hasHeaders(response: Response): boolean {
  return response.type !== 'basic' || [...response.headers].length > 0;
}

function readJSON(contentType: string, text: string): unknown {
  try {
    return /\bjson$/.test(mediaTypeOf(contentType)) ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** What a body that the page itself gives as the answer does not say; `undefined` when it says that the record is recorded. */
export async function findBreach(body: unknown, expected: ExpectedRecord): Promise<string | undefined> {
  const broken = brokenRuleOf(body, { id: expected.id, recordDigest: await expected.digest?.() });
  return broken && `was answered by the page ${breaches[broken] ?? broken}`;
}

/** The answer to an attempt that got none: the network failed or the time ran out. */
export function noAnswer(detail: string): PendingAnswer {
  return {
    kind: 'pending',
    reason: 'no-answer',
    problem: { type: `${problemPrefix}no-answer`, status: 0, detail },
  };
}

/** An answer in today's words. */
// eslint-disable-next-line @typescript-eslint/no-deprecated -- until the transports of pages are all of contract 2
export function currentAnswer(answer: Answer | LegacyAnswer): Answer {
  if (answer.kind === 'retry') return { ...answer, kind: 'pending', reason: 'no-answer' };
  return answer.kind === 'sign-in' ? { ...answer, kind: 'pending', reason: 'sign-in' } : answer;
}

/**
 * Milliseconds to wait by a `Retry-After` header, in either form (seconds or an HTTP date), at most an hour;
 * `undefined` when there is none or it makes no sense.
 */
export function readRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  let wait = NaN;
  if (/^\s*\d+\s*$/.test(header)) wait = Number(header) * 1000;
  // Engines read "-5" or "1.5" as dates too.
  else if (/GMT\s*$/.test(header)) wait = Date.parse(header) - now;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), longestWait);
}
