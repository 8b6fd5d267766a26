import type { Clock } from '../internal/clock.ts';
import type { SignatureRecord } from '../signature/record.ts';
import type { Answer, LegacyAnswer } from './answer.ts';
import type { OutboxEntry } from './entry.ts';
import type { OutboxLock } from './lock.ts';
import type { OutboxStorage } from './storage.ts';

export interface OutboxOptions {
  /** The address that records are for, resolved: a relative one means something else on another page. */
  readonly endpoint: string;
  /** Makes one attempt to send a record. It must not throw; when it does, that counts as no answer. */
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- until the transports of pages are all of contract 2
  readonly transport: (entry: OutboxEntry) => Promise<Answer | LegacyAnswer>;
  /** Whether a record may be sent by who is here now; another person's waits for them. */
  readonly isSendable?: (entry: OutboxEntry) => boolean;
  readonly storage: OutboxStorage;
  readonly lock: OutboxLock;
  readonly clock?: Clock | undefined;
  readonly random?: () => number;
  /** Tells other tabs what became of a record. */
  readonly channel?: Pick<BroadcastChannel, 'postMessage' | 'addEventListener' | 'close'> | undefined;
}

export interface OutboxState {
  /** Records that the endpoint has not accepted, oldest first. */
  readonly entries: readonly OutboxEntry[];
  /** Whether they survive the page. */
  readonly isDurable: boolean;
}

export interface OutboxNews {
  readonly entry: OutboxEntry;
  readonly answer: Answer;
  /** The answer came to another tab. The record of an encrypted entry stays in the tab that has it. */
  readonly isFromElsewhere: boolean;
}

export interface FlushOptions {
  /** Also what is not due yet, or waits for a person; a `Retry-After` still counts. */
  readonly now?: boolean;
  /**
   * The network or the person is back: also what had no answer and what waits for somebody. What has to be mended first
   * keeps its pace.
   */
  readonly isAwake?: boolean;
}

export interface Outbox {
  getState(): OutboxState;
  /** Calls back after every change, with the answer when one came. Returns the function that stops it. */
  subscribe(listener: (news?: OutboxNews) => void): () => void;
  /** Reads what the device holds. */
  load(): Promise<void>;
  /** Stores a record. It resolves once it is kept; only then may it be sent, by `flush`. */
  add(record: SignatureRecord): Promise<void>;
  /** Sends what is due, one record at a time, one tab at a time. */
  flush(options?: FlushOptions): Promise<void>;
  /** Sends a record now because a person says so, however long it has waited and whatever address it was for. */
  send(entry: OutboxEntry): Promise<void>;
  /** Forgets a record. */
  remove(id: string): Promise<void>;
  /** Stops sending; what is stored stays. */
  close(): void;
}
