import type { Answer } from './answer.ts';
import { backoff, slowBackoff } from './backoff.ts';
import type { OutboxEntry } from './entry.ts';
import { longestWait } from './longest-wait.ts';
import type { PendingReason } from '../signature/pending-reason.ts';

/** A record that has waited longer is sent only when a person says so. Milliseconds. */
const oldAfter = 30 * 24 * 60 * 60 * 1000;

/** Whether somebody has to act first: nothing is sent again by itself. */
export function waitsForSomebody(reason: PendingReason | undefined): boolean {
  return reason === 'sign-in' || reason === 'other-person';
}

/** Whether something has to be mended first, at the endpoint. */
export function isSlow(reason: PendingReason): boolean {
  return reason === 'not-confirmed' || reason === 'not-accepted';
}

/** Whether a record has waited so long that a person is asked what to do with it. @param now - Milliseconds since the epoch. */
export function isOld(entry: OutboxEntry, now: number): boolean {
  return now - entry.addedAt > oldAfter;
}

/** Whether a record is sent again by itself, sooner or later. */
export function isAutomatic(entry: OutboxEntry, now: number): boolean {
  const { state = 'pending', reason } = entry;
  return state === 'pending' && !waitsForSomebody(reason) && !isOld(entry, now);
}

/** Milliseconds until then; none when it is further than any wait: the device's clock was put back meanwhile. */
export function waitUntil(time: number, now: number): number {
  const wait = time - now;
  return wait > longestWait ? 0 : Math.max(wait, 0);
}

/** What is kept of a record after an answer that did not record it. */
export function entryAfter(
  entry: OutboxEntry,
  answer: Exclude<Answer, { kind: 'recorded' | 'withdrawn' }>,
  now: number,
  random: () => number,
): OutboxEntry {
  const attempts = entry.attempts + 1;
  const tried = { ...entry, attempts, problem: answer.problem, notBefore: undefined };
  if (answer.kind !== 'pending') return { ...tried, state: answer.kind, reason: undefined };
  const { reason, retryAfter } = answer;
  const delay = isSlow(reason) ? slowBackoff(attempts, random) : backoff(attempts, random);
  return {
    ...tried,
    state: 'pending',
    reason,
    nextTryAt: now + Math.max(delay, retryAfter ?? 0),
    notBefore: retryAfter === undefined ? undefined : now + retryAfter,
  };
}
