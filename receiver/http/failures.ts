import type { Context } from 'hono';
import { routePath } from 'hono/route';
import { isFormPost } from './form.ts';
import { UnreadableIdentityError } from '../domain/identity.ts';
import { ProblemError } from '../domain/problem-error.ts';
import { StoreUnavailableError } from '../domain/store.ts';
import { explainIdentityFault } from './identity-faults.ts';
import { problemResponse } from './problem-response.ts';

/** One event for the receiver's log. It never holds what a person sent. */
export interface LogEntry {
  readonly level: 'warning' | 'error';
  readonly event: string;
  readonly [detail: string]: unknown;
}

export type Log = (entry: LogEntry) => void;

/**
 * Turns whatever a handler threw into an answer, a page for whoever sent a form; logs what is the receiver's own fault.
 */
export function answerFailure(
  error: Error,
  c: Context,
  { log, page }: { log: Log; page: (problem: ProblemError) => Promise<Response> },
): Response | Promise<Response> {
  const problem = toProblem(error, c, log);
  return isFormPost(c.req.raw) ? page(problem) : problemResponse(problem);
}

function toProblem(error: Error, c: Context, log: Log): ProblemError {
  if (error instanceof ProblemError) return error;
  const requestId = crypto.randomUUID();
  if (error instanceof UnreadableIdentityError) return identityProblem(error, requestId, log);
  const unavailable = error instanceof StoreUnavailableError ? unavailabilityOf(error) : undefined;
  log({
    level: 'error',
    event: unavailable?.event ?? 'internal-error',
    requestId,
    method: c.req.method,
    route: routePath(c),
    ...describe(error),
  });
  const members = { instance: `urn:uuid:${requestId}` };
  return unavailable
    ? new ProblemError('unavailable', unavailable.detail, { members, retryAfter: unavailable.retryAfter })
    : new ProblemError(
        'internal',
        'Something unexpected happened. Send the same request again later; the log names it by `instance`.',
        { members },
      );
}

/** Not 401: nobody could mend it by signing in. Not a refusal either: once the proxy is mended, the record is taken. */
function identityProblem(error: UnreadableIdentityError, requestId: string, log: Log): ProblemError {
  const { wrong, remedy } = explainIdentityFault(error);
  const { header, fault } = error;
  log({ level: 'error', event: 'identity-unreadable', requestId, header, fault, wrong, remedy });
  return new ProblemError('unreadable-identity', `${wrong} ${remedy} Then send the same request again.`, {
    members: { instance: `urn:uuid:${requestId}` },
    retryAfter: 60,
  });
}

/** What is logged and said of a store that cannot do what it is asked. `retryAfter` is in seconds. */
function unavailabilityOf({ needsRepair }: StoreUnavailableError) {
  return needsRepair
    ? {
        event: 'database-needs-repair',
        detail:
          'The database refuses this until its administrator has put it right; the log says what it answered, and names ' +
          'it by `instance`. Send the same request again later.',
        retryAfter: 60,
      }
    : {
        event: 'database-unavailable',
        detail: 'The database cannot be asked. Send the same request again later.',
        retryAfter: 5,
      };
}

/** What can be said of an error without its message: a message may quote what a person sent. */
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  // A line of the message may look like one of the stack.
  const stack = (error.stack ?? '').replace(error.message, '');
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    ...('code' in error && { code: error.code }),
    stack: frames.slice(0, 8).map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: describe(error.cause) }),
  };
}
