import type { PendingReason } from '../signature/pending-reason.ts';
import type { SignatureRecord } from '../signature/record.ts';
import { PageEvent } from './page-event.ts';

export type CharterSignQueuedDetail = {
  readonly record: SignatureRecord;
  /** Why it is not recorded yet. */
  readonly reason: PendingReason;
  /** How many records of this charter wait to be sent from this browser. */
  readonly pending: number;
  /** When the next attempt is due; `undefined` when somebody must act first (sign in again). */
  readonly nextTryAt: Date | undefined;
};

/** The endpoint has not recorded the signature yet; it is kept and will be sent again. */
export class CharterSignQueuedEvent extends PageEvent<CharterSignQueuedDetail> {
  constructor(detail: CharterSignQueuedDetail) {
    super('charter-sign-queued', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'charter-sign-queued': CharterSignQueuedEvent;
  }
}
