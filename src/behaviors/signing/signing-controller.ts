import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { databaseName } from '../../outbox/database-name.ts';
import type { OutboxState } from '../../outbox/outbox.ts';
import type { SignatureRecord } from '../../signature/record.ts';
import type { SigningSession } from './signing-session.ts';
import type { SigningOptions, SigningStatus } from './signing-status.ts';

type Host = ReactiveControllerHost & HTMLElement;

/**
 * Sends signatures and tells where they stand. The code that sends is loaded when there is something to send: a
 * signature to be, or a record that an earlier visit left on this device.
 */
export class SigningController implements ReactiveController {
  status: SigningStatus = { name: 'idle' };
  /** The unsent records, and whether they survive the page, as far as is known. */
  outbox: OutboxState = { entries: [], isDurable: true };

  readonly #host: Host;
  readonly #options: () => SigningOptions;
  #endpoint: string | undefined;
  #session: Promise<SigningSession> | undefined;

  constructor(host: Host, options: () => SigningOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdate(): void {
    const { endpoint } = this.#options();
    if (endpoint === this.#endpoint) return;
    this.#endpoint = endpoint;
    this.#close();
    void this.#resume();
  }

  hostConnected(): void {
    for (const [target, type] of wakeEvents()) target.addEventListener(type, this.#wake);
    if (this.#endpoint !== undefined) void this.#resume();
  }

  hostDisconnected(): void {
    for (const [target, type] of wakeEvents()) target.removeEventListener(type, this.#wake);
    this.#close();
  }

  /** Loads what sending needs. Rejects when it cannot be loaded. */
  open(): Promise<SigningSession> {
    const session = (this.#session ??= import('./signing-session.ts').then(({ SigningSession: Session }) =>
      Session.open(this.#host, this.#options, (outbox, status = this.status) => {
        if (this.#session !== session) return;
        this.outbox = outbox;
        this.#set(status);
      }),
    ));
    session.catch(() => {
      if (this.#session === session) this.#session = undefined;
    });
    return session;
  }

  /** Keeps the record, then sends it. */
  async sign(record: SignatureRecord): Promise<void> {
    this.#set({ name: 'sending', record });
    await (await this.open()).sign(record);
  }

  /** Sends again what waits. */
  async retry(): Promise<void> {
    await (await this.open()).retry();
  }

  /**
   * How many records of this device the endpoint has not accepted. A page that counts wants to hear of what other tabs
   * keep from now on, so the outbox is opened even where nothing was ever kept.
   */
  async countUnsent(): Promise<number> {
    if (!this.#options().endpoint || !this.#host.isConnected) return 0;
    return (await this.open()).unsentCount;
  }

  /** Leaves the current signature; a record that the endpoint refused is forgotten, one that waits is kept. */
  async leave(): Promise<void> {
    const { status } = this;
    const session = this.#session;
    this.#set({ name: 'idle' });
    if (this.#options().isShared) {
      // The next person starts with nothing: what was readable goes with the session.
      this.outbox = { entries: [], isDurable: true };
      this.#session = undefined;
    }
    if (status.name !== 'idle') (await session)?.leave(status.record.id);
    const isOver = status.name === 'failed' || status.name === 'outdated';
    if (isOver) await (await session)?.forget(status.record.id);
    if (this.#session === session) return;
    (await session)?.close();
    await this.#resume();
  }

  #set(status: SigningStatus): void {
    this.status = status;
    this.#host.requestUpdate();
  }

  #wake = (): void => {
    if (document.visibilityState === 'visible') void this.#session?.then((session) => session.retry());
  };

  async #resume(): Promise<void> {
    const { endpoint } = this.#options();
    if (!endpoint || this.#session || !(await hasDatabase()) || !this.#host.isConnected) return;
    await this.open();
  }

  #close(): void {
    void this.#session?.then((session) => session.close());
    this.#session = undefined;
  }
}

/** What may mean that the network or the person is back. Background Sync exists in one engine only. */
function wakeEvents(): [EventTarget, string][] {
  return [
    [window, 'online'],
    [window, 'pageshow'],
    [document, 'visibilitychange'],
  ];
}

async function hasDatabase(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === databaseName);
  } catch {
    return false;
  }
}
