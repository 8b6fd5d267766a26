import { CharterDeclinedEvent } from '../../events/charter-declined.ts';
import { CharterSignFailedEvent } from '../../events/charter-sign-failed.ts';
import { CharterSignQueuedEvent } from '../../events/charter-sign-queued.ts';
import { CharterSignedEvent } from '../../events/charter-signed.ts';
import { createLock, noLock } from '../../outbox/lock.ts';
import { createOutbox } from '../../outbox/outbox.ts';
import type { Outbox, OutboxNews } from '../../outbox/outbox.ts';
import { createFallbackStorage, createMemoryStorage } from '../../outbox/storage.ts';
import type { OutboxEntry } from '../../outbox/storage.ts';
import type { SignatureRecord, Signer } from '../../signature/record.ts';
import { sendRecord } from './send-record.ts';
import type { SigningOptions, SigningStatus } from './signing-status.ts';

/** Hears where the signature on screen stands, and whether unsent records survive the page. */
export type StatusListener = (status: SigningStatus, isDurable: boolean) => void;

/** The signatures of one element with one endpoint: at most one is on screen, others may wait in the outbox. */
export class SigningSession {
  readonly #host: HTMLElement;
  readonly #options: () => SigningOptions;
  readonly #outbox: Outbox;
  readonly #onStatus: (status: SigningStatus) => void;
  #shownId: string | undefined;

  /** Opens the outbox of the endpoint and takes up what an earlier visit left in it. */
  static async open(
    host: HTMLElement,
    options: () => SigningOptions,
    onStatus: StatusListener,
  ): Promise<SigningSession> {
    const session = new SigningSession(host, options, onStatus);
    await session.#takeUp();
    return session;
  }

  private constructor(host: HTMLElement, options: () => SigningOptions, onStatus: StatusListener) {
    const { endpoint, isShared } = options();
    this.#host = host;
    this.#options = options;
    this.#onStatus = (status) => onStatus(status, this.#outbox.getState().isDurable);
    this.#outbox = createOutbox({
      endpoint: endpoint ?? '',
      isSendable: (record) => isSigner(record, options().signer),
      transport: (record) => sendRecord(host, record, options()),
      storage: isShared ? createMemoryStorage() : createFallbackStorage(),
      lock: isShared ? noLock : createLock(),
      channel: isShared ? undefined : new BroadcastChannel('charter-elements-outbox'),
    });
    this.#outbox.subscribe((news) => news && this.#announce(news));
  }

  async sign(record: SignatureRecord): Promise<void> {
    this.#shownId = record.id;
    await this.#outbox.add(record);
    await this.#outbox.flush({ now: true });
  }

  async retry(): Promise<void> {
    if (this.#outbox.getState().entries.length === 0) return;
    await this.#outbox.flush({ now: true });
  }

  async forget(id: string): Promise<void> {
    await this.#outbox.remove(id);
  }

  leave(): void {
    this.#shownId = undefined;
  }

  close(): void {
    this.#outbox.close();
  }

  async #takeUp(): Promise<void> {
    await this.#outbox.load();
    const latest = this.#outbox
      .getState()
      .entries.findLast(({ record }) => isSigner(record, this.#options().signer));
    if (!latest) return;
    this.#shownId = latest.id;
    this.#onStatus(statusOf(latest));
    void this.#outbox.flush({ now: true });
  }

  #announce({ entry, answer, isFromElsewhere }: OutboxNews): void {
    const { record } = entry;
    if (entry.id === this.#shownId) {
      if (answer.kind === 'recorded') this.#onStatus({ name: 'signed', record, receipt: answer.receipt });
      else if (answer.kind === 'withdrawn') this.#onStatus({ name: 'idle' });
      else this.#onStatus(statusOf(entry));
    }
    if (isFromElsewhere) return;
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
        const pending = this.#outbox.getState().entries.length;
        const nextTryAt = answer.kind === 'retry' ? new Date(entry.nextTryAt) : undefined;
        this.#host.dispatchEvent(new CharterSignQueuedEvent({ record, pending, nextTryAt }));
        break;
      }
      case 'outdated':
      case 'refused':
        this.#host.dispatchEvent(new CharterSignFailedEvent({ record, problem: answer.problem }));
    }
  }
}

/**
 * Whether a record is of the person whom the page names. An intranet that knows who is connected would attribute another
 * person's record to them; by the identifier where both have one, else by the name.
 */
function isSigner({ signer }: SignatureRecord, present: Partial<Signer>): boolean {
  if (present.id && signer.id) return present.id === signer.id;
  return !present.name || present.name === signer.name;
}

function statusOf(entry: OutboxEntry): SigningStatus {
  const { record, hold, problem } = entry;
  if (hold === 'refused') return { name: 'failed', record, problem: problem! };
  if (hold === 'outdated') return { name: 'outdated', record, problem: problem! };
  return { name: 'pending', record, entry };
}
