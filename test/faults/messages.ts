/** What the page of the fault run and its desk say to each other, as JSON over `POST /desk/<act>`. */
export interface Messages {
  /** What time is it at the desk? */
  time: { ask: object; answer: { now: number } };
  /** The page was loaded. */
  arrive: { ask: Kept; answer: { visit: number; isOver: boolean } };
  /** Who signs next? */
  next: { ask: Kept; answer: Next };
  /** The sign button is about to be pressed. */
  intent: { ask: { person: string; signed: Signed }; answer: object };
  /** An element announced something about a record. */
  announced: {
    ask: HeardEvent;
    answer: object;
  };
  /** Nothing has changed for a while. */
  waiting: { ask: { seen: string }; answer: object };
  /** An element shows a signature as recorded. */
  shown: { ask: { record: string; by: CharterName }; answer: object };
  /** An element was at « Envoi… » for that many milliseconds; `isOver` when it no longer is. */
  sending: { ask: { record: string; milliseconds: number; isOver: boolean }; answer: object };
  /** Something that must never be seen. */
  complain: { ask: { kind: Complaint; detail: string }; answer: object };
  /** Something is about to happen to the page. */
  disturb: { ask: { disturbance: string; record: string | null }; answer: object };
  /** The element says that the device fails: what was signed in this page is nowhere else. */
  keepsNothing: { ask: object; answer: object };
  /** The network goes for a while. */
  cut: { ask: { milliseconds: number }; answer: object };
  /** The tab is closed, and the page opened in another. */
  close: { ask: object; answer: object };
}

export interface HeardEvent {
  /** A page that was left before the desk had answered tells it once more. */
  readonly id: string;
  readonly event: Announcement;
  readonly record: string;
  readonly of: CharterName;
  readonly by: CharterName;
}

/** A charter by id and version; `null` where none is shown. */
export type CharterName = string | null;

export function nameOf(charter: { readonly id: string; readonly version: string } | undefined): CharterName {
  return charter ? `${charter.id} ${charter.version}` : null;
}

/** A record as the review shows it, and where it is to go. */
export interface Signed {
  readonly record: SignedRecord;
  /** The path of the endpoint, resolved. */
  readonly path: string;
  /** Whether only the page may hold it: the device is shared, or keeps nothing. */
  readonly isVolatile: boolean;
  /** How the page has the element. */
  readonly kind: string;
}

export interface SignedRecord {
  readonly id: string;
  readonly signedAt: string;
  readonly decision: 'accepted' | 'declined';
  readonly charter: { readonly id: string; readonly version: string; readonly audience?: string };
  readonly signer: { readonly name: string; readonly id?: string };
  readonly practices?: readonly string[];
}

/** What the outbox of a device holds. */
export interface Kept {
  readonly kept: readonly string[];
  /** Desk time before the outbox was read: what came in later may be missing. */
  readonly readAfter: number;
}

/** What a page tells of itself: `stale review` shows what is no longer so, `blank` shows nothing, or what no retry mends, `unannounced` says signed without an event. */
export type Complaint = 'stale review' | 'blank' | 'uncaught' | 'unannounced' | 'signed without a record';

export type Announcement =
  | 'charter-sign-request'
  | 'charter-sign-queued'
  | 'charter-signed'
  | 'charter-declined'
  | 'charter-sign-failed';

export type Next =
  | { readonly task: 'sign'; readonly person: string; readonly name: string }
  /** Everybody has signed here; what waits is to be sent. */
  | { readonly task: 'send' }
  | { readonly task: 'leave' };

export type Ask<Act extends keyof Messages> = Messages[Act]['ask'] & { readonly tab: string };
