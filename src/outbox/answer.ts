import { problemName, problemPrefix } from '../signature/problem.ts';
import type { Problem } from '../signature/problem.ts';
import { readReceipt } from '../signature/read-receipt.ts';
import type { Receipt } from '../signature/receipt.ts';
import { longestWait } from './longest-wait.ts';

/** What became of one attempt to send a record. */
export type Answer =
  /** The endpoint has it. */
  | {
      readonly kind: 'recorded';
      readonly receipt: Receipt | undefined;
      /** The connection broke within the answer: its receipt is lost, unless it is asked for again. */
      readonly isCutShort?: boolean;
    }
  /** Not recorded yet: to be sent again, not before `retryAfter` milliseconds. */
  | { readonly kind: 'retry'; readonly problem: Problem; readonly retryAfter?: number | undefined }
  /** The person must sign in to the intranet again first. */
  | { readonly kind: 'sign-in'; readonly problem: Problem }
  /** The receiver has a newer version of the charter. */
  | { readonly kind: 'outdated'; readonly problem: Problem }
  /** Refused for good: never sent again by itself. */
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** The page withdrew the request: nothing was sent. */
  | { readonly kind: 'withdrawn' };

const retriedStatuses = new Set([408, 425, 429]);

/** Reads an endpoint's response by the table of the HTTP contract. Any 2xx means recorded. */
export async function readAnswer(response: Response, now = Date.now()): Promise<Answer> {
  const { body, isCutShort } = await readBody(response);
  if (response.ok) {
    // A single sign-on that lost its session redirects to its own page, which answers 200 as well.
    if (response.redirected && body === undefined)
      return { kind: 'sign-in', problem: { type: 'about:blank', status: 401 } };
    return { kind: 'recorded', receipt: readReceipt(body), ...(isCutShort && { isCutShort }) };
  }
  const problem = readProblem(body, response.status);
  const name = problemName(problem);
  const { status } = response;
  if (status === 401 || status === 403) return { kind: 'sign-in', problem };
  if (name === 'charter-outdated') return { kind: 'outdated', problem };
  if (status >= 500 || retriedStatuses.has(status) || name === 'in-progress') {
    return { kind: 'retry', problem, retryAfter: readRetryAfter(response.headers.get('Retry-After'), now) };
  }
  return { kind: 'refused', problem };
}

/** The answer to an attempt that got none: the network failed or the time ran out. */
export function noAnswer(detail: string): Answer {
  return { kind: 'retry', problem: { type: `${problemPrefix}no-answer`, status: 0, detail } };
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

async function readBody(response: Response): Promise<{ body?: unknown; isCutShort?: boolean }> {
  if (!/\bjson\b/.test(response.headers.get('Content-Type') ?? '')) return {};
  try {
    return { body: await response.json() };
  } catch {
    // Engines differ in whether a body that breaks off is a network error or JSON without its end.
    return { isCutShort: true };
  }
}

function readProblem(body: unknown, status: number): Problem {
  const given = typeof body === 'object' && body !== null ? (body as Partial<Problem>) : {};
  return { ...given, type: typeof given.type === 'string' ? given.type : 'about:blank', status };
}
