/** Why a signature is not recorded yet; the same words in storage, events, styles and texts. */
export type PendingReason =
  /** Nothing came back, or nothing that says anything: sent again by itself. */
  | 'no-answer'
  /** The intranet does not know the person any more, or the page's token is stale: the person acts first. */
  | 'sign-in'
  /** A success that does not say that this record is recorded: sent again by itself, slowly. */
  | 'not-confirmed'
  /** A refusal that is not one of the contract: sent again by itself, slowly. */
  | 'not-accepted'
  /** It is of somebody else than the person who is here: it waits for them. */
  | 'other-person';

export const pendingReasons: readonly PendingReason[] = [
  'no-answer',
  'sign-in',
  'not-confirmed',
  'not-accepted',
  'other-person',
];
