import { isRefusal, problemName, problemPrefix } from '../signature/problem.ts';
import type { Problem } from '../signature/problem.ts';
import { readProblem } from '../signature/read-problem.ts';
import { readReceipt } from '../signature/read-receipt.ts';
import type { Receipt } from '../signature/receipt.ts';
import { longestWait } from './longest-wait.ts';
import type { PendingReason } from './pending-reason.ts';

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

const signInStatuses = new Set([401, 403, 419, 440]);
const retriedStatuses = new Set([408, 425, 429]);
const emptyStatuses = new Set([201, 202, 204]);

/** No record was received before there were any: an earlier time is nobody's. */
const earliestReceipt = Date.UTC(2026, 0, 1);

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
  const { status } = response;
  if (response.type === 'opaqueredirect' || response.redirected || (status >= 300 && status < 400))
    return pending('sign-in', 401, 'answered with a redirect, which is not followed: give the final address');
  if (response.type === 'opaque')
    return pending('not-confirmed', 0, 'was asked without CORS: what it answers cannot be read');
  let text: string;
  try {
    text = await response.text();
  } catch {
    return noAnswer('the answer broke off');
  }
  if (response.ok) return readSuccess(response, text, typeof expected === 'number' ? undefined : expected);
  const problem = readProblem(isJSON(response) ? parseJSON(text) : undefined, status);
  const name = problemName(problem);
  if (signInStatuses.has(status))
    return { kind: 'pending', reason: name === 'other-signer' ? 'other-person' : 'sign-in', problem };
  if (status >= 500 || retriedStatuses.has(status) || name === 'in-progress') {
    const retryAfter = readRetryAfter(response.headers.get('Retry-After'), now);
    return { kind: 'pending', reason: 'no-answer', problem, retryAfter };
  }
  if (name === 'charter-outdated') return { kind: 'outdated', problem };
  if (isRefusal(problem)) return { kind: 'refused', problem };
  const breach = `answered ${status} without a problem of the contract that refuses the record`;
  return { kind: 'pending', reason: 'not-accepted', problem, breach };
}

async function readSuccess(
  response: Response,
  text: string,
  expected: ExpectedRecord | undefined,
): Promise<Answer> {
  const { status } = response;
  if (text === '') {
    // An engine makes up a success without headers when the connection ends within the head of the answer.
    if (response.type === 'basic' && [...response.headers].length === 0)
      return noAnswer('the answer broke off before its headers');
    if (emptyStatuses.has(status)) return { kind: 'recorded', receipt: undefined };
    return pending('not-confirmed', status, `answered ${status} without a body`);
  }
  // A single sign-on that lost its session shows its own page in place of the answer.
  if (isHTML(response, text)) return pending('sign-in', status, `answered ${status} with a page of HTML`);
  if (!isJSON(response)) {
    const type = response.headers.get('Content-Type') ?? 'no Content-Type';
    return pending('not-confirmed', status, `answered ${status} with ${type} in place of application/json`);
  }
  const body = parseJSON(text);
  // Engines differ in whether a body that breaks off is a network error or JSON without its end.
  if (body === undefined) return noAnswer('the JSON of the answer is not whole');
  const breach = await findBreach(body, expected);
  return breach === undefined
    ? { kind: 'recorded', receipt: readReceipt(body) }
    : pending('not-confirmed', status, `answered ${status} with a body ${breach}`);
}

/** What in a parsed body does not say that the record is recorded; `undefined` when it does say so. */
export async function findBreach(body: unknown, expected?: ExpectedRecord): Promise<string | undefined> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return 'that is not a JSON object';
  const { id, recordDigest, receivedAt } = body as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string') return 'that has no `id`';
  if (expected && id !== expected.id) return 'whose `id` is that of another record';
  if (receivedAt != null && !isPlausible(receivedAt))
    return 'whose `receivedAt` is no time at which it can be';
  if (recordDigest != null && expected?.digest && recordDigest !== (await expected.digest()))
    return 'whose `recordDigest` is not that of the record';
  return undefined;
}

function isPlausible(receivedAt: unknown): boolean {
  return typeof receivedAt === 'string' && Date.parse(receivedAt) >= earliestReceipt;
}

/** The answer to an attempt that got none: the network failed or the time ran out. */
export function noAnswer(detail: string): PendingAnswer {
  return {
    kind: 'pending',
    reason: 'no-answer',
    problem: { type: `${problemPrefix}no-answer`, status: 0, detail },
  };
}

function pending(reason: PendingReason, status: number, breach: string): PendingAnswer {
  return { kind: 'pending', reason, problem: { type: 'about:blank', status }, breach };
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

function mediaType(response: Response): string {
  return (response.headers.get('Content-Type') ?? '').split(';')[0]!.trim().toLowerCase();
}

function isJSON(response: Response): boolean {
  return /^(application|text)\/([\w.+-]+\+)?json$/.test(mediaType(response));
}

function isHTML(response: Response, text: string): boolean {
  return (
    /^(text\/html|application\/xhtml\+xml)$/.test(mediaType(response)) || /^\s*<(!doctype|html)\b/i.test(text)
  );
}

function parseJSON(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
