import { CharterDeclinedEvent } from '../../events/charter-declined.ts';
import { CharterSignFailedEvent } from '../../events/charter-sign-failed.ts';
import { CharterSignQueuedEvent } from '../../events/charter-sign-queued.ts';
import { CharterSignedEvent } from '../../events/charter-signed.ts';
import { CharterUnsentChangedEvent } from '../../events/charter-unsent-changed.ts';
import type { Outbox, OutboxNews, OutboxState } from '../../outbox/outbox.ts';
import type { OutboxEntry } from '../../outbox/storage.ts';
import type { SignatureRecord } from '../../signature/record.ts';
import { isSigner, openOutbox } from './open-outbox.ts';
import type { SigningOptions, SigningStatus } from './signing-status.ts';

/** How long the news of another tab may take to arrive. Milliseconds. */
const newsDelay = 1_000;

/** Hears what changed: where the signature on screen stands, and what the outbox holds. */
export type SessionListener = (outbox: OutboxState, status?: SigningStatus) => void;

/** The signatures of one element with one endpoint: at most one is on screen, others may wait in the outbox. */
export class SigningSession {
  readonly #host: HTMLElement;
  readonly #outbox: Outbox;
  readonly #listener: SessionListener;
  /** The record on screen. */
  #shown: SignatureRecord | undefined;
  /** The same, until an answer settles it. */
  #awaited: SignatureRecord | undefined;
  #isClosed = false;
  #announcedCount = 0;

  /** Opens the outbox of the endpoint and takes up what an earlier visit left in it. */
  static async open(
    host: HTMLElement,
    options: () => SigningOptions,
    listener: SessionListener,
  ): Promise<SigningSession> {
    const session = new SigningSession(host, openOutbox(host, options), listener);
    await session.#takeUp(options());
    return session;
  }

  private constructor(host: HTMLElement, outbox: Outbox, listener: SessionListener) {
    this.#host = host;
    this.#outbox = outbox;
    this.#listener = listener;
    outbox.subscribe((news) => this.#handleChange(news));
  }

  get unsentCount(): number {
    return this.#outbox.getState().entries.length;
  }

  async sign(record: SignatureRecord): Promise<void> {
    this.#shown = this.#awaited = record;
    await this.#outbox.add(record);
    await this.#outbox.flush({ now: true });
  }

  async retry(): Promise<void> {
    if (this.unsentCount > 0) await this.#outbox.flush({ now: true });
  }

  async forget(id: string): Promise<void> {
    await this.#outbox.remove(id);
  }

  /** Takes a record off the screen, unless the next one has come in its place. */
  leave(id: string): void {
    if (this.#shown?.id === id) this.#shown = this.#awaited = undefined;
  }

  close(): void {
    this.#isClosed = true;
    this.#outbox.close();
  }

  /** Shows the latest record of the person who is here; on a shared device, nobody's. */
  async #takeUp({ endpoint, signer, isShared }: SigningOptions): Promise<void> {
    await this.#outbox.load();
    if (!endpoint) await this.#forgetRefused();
    const { entries } = this.#outbox.getState();
    const latest = isShared ? undefined : entries.findLast((entry) => isSigner(entry, signer));
    if (latest?.record) {
      this.#shown = this.#awaited = latest.record;
      this.#listener(this.#outbox.getState(), statusOf(latest, latest.record));
    }
    if (entries.length > 0) void this.#outbox.flush({ now: true });
  }

  /** Pages without an endpoint share a place on the device: what one of them could not send is not the other's. */
  async #forgetRefused(): Promise<void> {
    const { entries } = this.#outbox.getState();
    for (const { id, hold } of entries) if (hold === 'refused') await this.#outbox.remove(id);
  }

  #handleChange(news: OutboxNews | undefined): void {
    const isShown = news !== undefined && news.entry.id === this.#shown?.id;
    if (isShown && news.answer.kind !== 'retry' && news.answer.kind !== 'sign-in') this.#awaited = undefined;
    if (!news && this.#hasVanished) setTimeout(() => void this.#askAgain(), newsDelay);
    this.#listener(this.#outbox.getState(), isShown ? statusAfter(news, this.#shown!) : undefined);
    if (news && !news.isFromElsewhere) this.#announce(news);
    if (this.unsentCount === this.#announcedCount) return;
    this.#announcedCount = this.unsentCount;
    this.#host.dispatchEvent(new CharterUnsentChangedEvent({ count: this.unsentCount }));
  }

  /** Whether the awaited record has left the outbox without an answer. */
  get #hasVanished(): boolean {
    const { entries } = this.#outbox.getState();
    return this.#awaited !== undefined && !entries.some(({ id }) => id === this.#awaited?.id);
  }

  /** The tab that sent the record ended before it told: the endpoint answers a replay with the same receipt. */
  async #askAgain(): Promise<void> {
    if (this.#isClosed || !this.#hasVanished) return;
    await this.#outbox.add(this.#awaited!);
    await this.#outbox.flush({ now: true });
  }

  #announce({ entry, answer }: OutboxNews): void {
    const { record } = entry;
    // Nothing is known here of what an earlier person left encrypted.
    if (!record) return;
    switch (answer.kind) {
      case 'recorded':
        this.#host.dispatchEvent(
          record.decision === 'declined'
            ? new CharterDeclinedEvent({ record })
            : new CharterSignedEvent({ record, receipt: answer.receipt }),
        );
        break;
      case 'retry':
      case 'sign-in': {
        const nextTryAt = answer.kind === 'retry' ? new Date(entry.nextTryAt) : undefined;
        this.#host.dispatchEvent(
          new CharterSignQueuedEvent({ record, pending: this.unsentCount, nextTryAt }),
        );
        break;
      }
      case 'outdated':
      case 'refused':
        this.#host.dispatchEvent(new CharterSignFailedEvent({ record, problem: answer.problem }));
    }
  }
}

function statusAfter({ entry, answer }: OutboxNews, record: SignatureRecord): SigningStatus {
  if (answer.kind === 'recorded') return { name: 'signed', record, receipt: answer.receipt };
  return answer.kind === 'withdrawn' ? { name: 'idle' } : statusOf(entry, record);
}

function statusOf(entry: OutboxEntry, record: SignatureRecord): SigningStatus {
  const { hold, problem } = entry;
  if (hold === 'refused') return { name: 'failed', record, problem: problem! };
  if (hold === 'outdated') return { name: 'outdated', record, problem: problem! };
  return { name: 'pending', record, entry };
}
