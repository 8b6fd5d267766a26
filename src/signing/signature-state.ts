import type { Answer } from '../outbox/answer.ts';
import { waitsForSomebody } from '../outbox/entry-times.ts';
import type { OutboxEntry } from '../outbox/entry.ts';
import type { PendingReason } from '../signature/pending-reason.ts';
import type { Problem } from '../signature/problem.ts';
import type { Receipt } from '../signature/receipt.ts';
import type { SignatureRecord } from '../signature/record.ts';

/** What holds a record that is not recorded yet: this device, this device but encrypted to the receiver, this page alone. */
export type Keeping = 'device' | 'encrypted' | 'page';

/** Where one signature stands: one vocabulary from storage to event, style and text. */
export type SignatureState =
  | { readonly name: 'drafting' }
  | { readonly name: 'sending'; readonly record: SignatureRecord }
  | PendingState
  | { readonly name: 'signed'; readonly record: SignatureRecord; readonly receipt: Receipt | undefined }
  | { readonly name: 'declined'; readonly record: SignatureRecord; readonly receipt: Receipt | undefined }
  /** The receiver has a newer version of the charter. */
  | { readonly name: 'outdated'; readonly record: SignatureRecord; readonly problem: Problem }
  | { readonly name: 'refused'; readonly record: SignatureRecord; readonly problem: Problem };

export interface PendingState {
  readonly name: 'pending';
  readonly record: SignatureRecord;
  readonly reason: PendingReason;
  readonly keeping: Keeping;
  /** When it is sent again by itself, in milliseconds since the epoch; `undefined` where somebody has to act first. */
  readonly nextTryAt: number | undefined;
  /** An attempt is under way. */
  readonly isTrying: boolean;
  readonly problem: Problem | undefined;
}

/** What decides where a signature stands. */
export interface SignatureEvidence {
  /** What the outbox holds of it. */
  readonly entry?: OutboxEntry | undefined;
  /** The answer that settled it. */
  readonly answer?: Answer | undefined;
  /** The person has just signed, and the time for an answer is not over. */
  readonly isSending?: boolean;
  readonly isTrying?: boolean;
  readonly keeping: Keeping;
}

/** Where a signature stands, from what is known of it. Nothing but an answer that says so makes it signed. */
export function stateOf(record: SignatureRecord, evidence: SignatureEvidence): SignatureState {
  const { entry, answer, isSending = false, isTrying = false, keeping } = evidence;
  if (answer?.kind === 'recorded') {
    const name = record.decision === 'declined' ? 'declined' : 'signed';
    return { name, record, receipt: answer.receipt };
  }
  if (answer?.kind === 'withdrawn') return { name: 'drafting' };
  if (answer?.kind === 'refused' || answer?.kind === 'outdated')
    return { name: answer.kind, record, problem: answer.problem };
  if (entry?.state === 'refused' || entry?.state === 'outdated') {
    const problem = entry.problem ?? { type: 'about:blank', status: 0 };
    return { name: entry.state, record, problem };
  }
  if (isSending) return { name: 'sending', record };
  const reason = entry?.reason ?? 'no-answer';
  const nextTryAt = waitsForSomebody(reason) ? undefined : entry?.nextTryAt;
  return { name: 'pending', record, reason, keeping, nextTryAt, isTrying, problem: entry?.problem };
}

/** The record that a state is about, where there is one. */
export function recordOf(state: SignatureState): SignatureRecord | undefined {
  return state.name === 'drafting' ? undefined : state.record;
}
