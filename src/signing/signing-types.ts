import type { Answer } from '../outbox/answer.ts';
import type { OutboxEntry } from '../outbox/entry.ts';
import type { OutboxLock } from '../outbox/lock.ts';
import type { Clock } from '../internal/clock.ts';
import type { OutboxOptions } from '../outbox/outbox-types.ts';
import type { OutboxStorage } from '../outbox/storage.ts';
import type { SignatureRecord } from '../signature/record.ts';
import type { SigningClient, SigningFact } from './client.ts';
import type { SignatureState } from './signature-state.ts';

/** What a signing is made of; each can be replaced in a test. */
export interface SigningOptions {
  /** Resolved; empty where the page sends its records itself. */
  readonly endpoint: string;
  /** Several people use this device: nothing of one is shown to the next. */
  readonly isShared?: boolean;
  /** Makes one attempt to send a record, for a client. */
  readonly transport: (entry: OutboxEntry, client: SigningClient) => Promise<Answer>;
  readonly storage: OutboxStorage;
  readonly lock: OutboxLock;
  readonly channel?: OutboxOptions['channel'];
  readonly clock?: Clock;
  readonly random?: () => number;
  /** Loads keys and code, before anybody signs. */
  readonly loadKeys?: (client: SigningClient) => Promise<void>;
  /** Tells a developer, once. */
  readonly warn?: (message: string) => void;
  /** Tells the page of a record of a text that no element in it is for. */
  readonly announceElsewhere?: (fact: SigningFact) => void;
}

/** What a client shows. */
export interface SigningState {
  readonly signature: SignatureState;
  /** What waits on this device beside it, of this text, oldest first. */
  readonly unsent: readonly OutboxEntry[];
  /** What waits for another text, another address or another person, oldest first. */
  readonly others: readonly OutboxEntry[];
  /** Whether records survive the page. */
  readonly isDurable: boolean;
}

/** The signatures of a page with one endpoint, whatever becomes of the elements that ask for them. */
export interface Signing {
  getState(client: SigningClient): SigningState;
  /** Takes up what an earlier visit left for this client. Returns the function that lets it go. */
  subscribe(client: SigningClient): () => void;
  /** Resolves once the device was read; then `getState` is complete. */
  readonly ready: Promise<void>;
  /** Loads whatever a signature needs, so that none waits for the network. */
  prepare(client: SigningClient): Promise<void>;
  /** Keeps the record, then sends it. It never rejects: every end is a state. */
  sign(record: SignatureRecord, client: SigningClient): Promise<void>;
  /** Sends again what waits, because the person says so; one record of another address or text only by its entry. */
  retry(client: SigningClient, entry?: OutboxEntry): Promise<void>;
  /** The network or the person is back. */
  wake(): void;
  /** The charter, the person or the place of a client has changed. */
  refresh(client: SigningClient): void;
  /** Takes a signature off the screen; one that was refused is forgotten, one that waits is kept. */
  leave(client: SigningClient): Promise<void>;
  /** Forgets a record for good, because the person says so. */
  erase(entry: OutboxEntry): Promise<void>;
  /** Ends it, with all that it remembers of people; an attempt under way is brought to its end. */
  close(): void;
}
