/** What the page of the fault run and its desk say to each other, as JSON over `POST /desk/<act>`. */
export interface Messages {
  /** What time is it at the desk? */
  time: { ask: object; answer: { now: number } };
  /** The page was loaded. */
  arrive: { ask: Kept; answer: { visit: number } };
  /** Who signs next? */
  next: { ask: Kept; answer: Next };
  /** The sign button is about to be pressed. */
  intent: { ask: { person: string; record: string }; answer: object };
  /** The element announced something about a record. */
  announced: { ask: { event: Announcement; record: string }; answer: object };
  /** Nothing has changed for a while. */
  waiting: { ask: { seen: string }; answer: object };
  /** The element shows a signature as recorded; `null` when it does not say which. */
  shown: { ask: { record: string | null }; answer: object };
}

/** What the outbox of a device holds. */
export interface Kept {
  readonly kept: readonly string[];
  /** Desk time before the outbox was read: what came in later may be missing. */
  readonly readAfter: number;
}

export type Announcement =
  'charter-sign-request' | 'charter-sign-queued' | 'charter-signed' | 'charter-sign-failed';

export type Next =
  | { readonly task: 'sign'; readonly person: string; readonly name: string }
  /** Everybody has signed here; what waits is to be sent. */
  | { readonly task: 'send' }
  | { readonly task: 'leave' };

export type Ask<Act extends keyof Messages> = Messages[Act]['ask'] & { readonly tab: string };
