import type { Answer } from '../outbox/answer.ts';
import type { OutboxEntry } from '../outbox/entry.ts';
import type { Clock } from '../internal/clock.ts';
import type { SignatureRecord } from '../signature/record.ts';
import type { SigningClient } from './client.ts';

/** What this page knows of one signature, beside what the device holds of it. */
export interface KnownSignature {
  readonly record: SignatureRecord;
  /** The answer that settled it. */
  answer?: Answer | undefined;
  /** What was last seen of its entry. */
  lastEntry?: OutboxEntry | undefined;
  /** When it was signed here, by the clock; not known of one that an earlier visit left, nor once the person has left it. */
  signedAt?: number | undefined;
  /** Who signed it, while it is sent for the first time and the time for an answer is not over. */
  sender?: SigningClient | undefined;
  /** The outbox is taking it in: a device may take its time. */
  isStarting: boolean;
}

export interface KnownSignatures {
  get(id: string | undefined): KnownSignature | undefined;
  /** Takes up a record that the device holds. */
  add(record: SignatureRecord): KnownSignature;
  /** Begins anew with a record that is signed now. `late` is called where `limit` milliseconds pass before `endSending`. */
  begin(record: SignatureRecord, sender: SigningClient, limit: number, late: () => void): KnownSignature;
  endSending(id: string): void;
  /** Notes an answer. What was recorded stays so: a later answer can only be about another attempt. */
  settle(record: SignatureRecord, answer: Answer): void;
  /** Those whose outcome is awaited in this page. */
  readonly underWay: readonly KnownSignature[];
  clear(): void;
}

export function createKnownSignatures(clock: Clock): KnownSignatures {
  const all = new Map<string, KnownSignature>();
  const timers = new Map<string, unknown>();

  const endSending = (id: string): void => {
    clock.clearTimeout(timers.get(id));
    timers.delete(id);
    const known = all.get(id);
    if (known) known.sender = undefined;
  };

  const add = (record: SignatureRecord): KnownSignature => {
    const known = all.get(record.id) ?? { record, isStarting: false };
    all.set(record.id, known);
    return known;
  };

  return {
    get: (id) => (id === undefined ? undefined : all.get(id)),
    add,
    begin: (record, sender, limit, late) => {
      const { id } = record;
      endSending(id);
      const known = { record, sender, signedAt: clock.now(), isStarting: true };
      all.set(id, known);
      timers.set(
        id,
        clock.setTimeout(() => {
          endSending(id);
          late();
        }, limit),
      );
      return known;
    },
    endSending,
    settle: (record, answer) => {
      const known = all.get(record.id);
      if (known?.answer?.kind === 'recorded') return;
      // One that was refused, and was sent again because the person said so, waits again.
      if (answer.kind !== 'pending') add(record).answer = answer;
      else if (known) known.answer = undefined;
    },
    get underWay() {
      return [...all.values()].filter(({ sender, isStarting }) => sender !== undefined || isStarting);
    },
    clear: () => {
      for (const id of [...timers.keys()]) endSending(id);
      all.clear();
    },
  };
}
