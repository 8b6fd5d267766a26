import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { databaseName } from '../../outbox/database-name.ts';
import type { OutboxEntry } from '../../outbox/entry.ts';
import type { SignatureRecord } from '../../signature/record.ts';
import { resolveEndpoint } from '../../signing/endpoint.ts';
import type { Endpoint } from '../../signing/endpoint.ts';
import { isOpen } from '../../signing/open-places.ts';
import type { SigningState } from '../../signing/signing-types.ts';
import type { ElementSigning, ElementSigningOptions } from './signing.lazy.ts';

const loadSigning = () => import('./signing.lazy.ts');
const drafting: SigningState = { signature: { name: 'drafting' }, unsent: [], others: [], isDurable: true };

/**
 * Ties an element to the signing of its page and endpoint. The code that sends is loaded when there is something to send:
 * a signature to be, or a record that an earlier visit left on this device.
 */
export class SigningController implements ReactiveController {
  /** Where signatures go; with the mistake, where the page gave no address that they could go to. */
  endpoint: Endpoint = { url: '' };
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: () => ElementSigningOptions;
  #signing: Promise<ElementSigning> | undefined;
  #opened: ElementSigning | undefined;
  #place: string | undefined;
  #isWaiting = false;

  constructor(host: ReactiveControllerHost & HTMLElement, options: () => ElementSigningOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get state(): SigningState {
    return this.#opened?.state ?? drafting;
  }

  hostConnected(): void {
    this.#opened?.refresh();
    if (this.#place !== undefined) void this.#resume();
  }

  /** One that is moved is back before this is asked; one that is away for good is not held on to. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.#host.isConnected || !this.#opened || this.#opened.isEngaged) return;
      this.#opened.release();
      this.#signing = this.#opened = undefined;
    });
  }

  hostUpdate(): void {
    const { endpoint, isShared } = this.#options();
    const place = `${isShared ? 'shared' : 'own'} ${endpoint ?? ''} ${document.baseURI} ${location.href}`;
    if (place !== this.#place) {
      this.#place = place;
      this.endpoint = resolveEndpoint(endpoint, document.baseURI, location.href);
      if (this.endpoint.mistake)
        console.error(`charter-elements: <${this.#host.localName}> ${this.endpoint.mistake}`);
      this.#isWaiting = true;
    }
    if (this.#isWaiting && !this.#opened?.isEngaged) this.#move();
    this.#opened?.follow();
  }

  /** Loads what sending needs. Rejects when the code cannot be loaded. */
  async prepare(): Promise<void> {
    await (await this.#open()).prepare();
  }

  async sign(record: SignatureRecord): Promise<void> {
    await (await this.#open()).sign(record);
  }

  /** Sends again what waits, or one record that is not shown. */
  async retry(entry?: OutboxEntry): Promise<void> {
    await (await this.#open()).retry(entry);
  }

  async erase(entry: OutboxEntry): Promise<void> {
    await (await this.#open()).erase(entry);
  }

  /** How many records of this text wait; from then on, the page hears of changes. */
  async countUnsent(): Promise<number> {
    if (!this.endpoint.url || !this.#host.isConnected) return 0;
    return (await this.#open()).countUnsent();
  }

  /** Takes the signature off the screen; on a shared device, what was readable goes with it. */
  async leave(): Promise<void> {
    const signing = this.#opened;
    if (this.#options().isShared && signing) {
      this.#signing = this.#opened = undefined;
      this.#host.requestUpdate();
      signing.end();
      await this.#resume();
    } else {
      await signing?.leave();
    }
  }

  #open(): Promise<ElementSigning> {
    const opening = (this.#signing ??= loadSigning().then(({ ElementSigning: Signing }) => {
      const signing = new Signing(this.#host, this.#options, this.endpoint.url);
      if (this.#signing === opening) this.#opened = signing;
      return signing;
    }));
    opening.catch(() => {
      if (this.#signing === opening) this.#signing = undefined;
    });
    return opening;
  }

  /** To another endpoint, once no signature of this element is on its way to the one before. */
  #move(): void {
    this.#isWaiting = false;
    const { url } = this.endpoint;
    if (this.#opened?.url === url && this.#opened.isShared === this.#options().isShared) return;
    void this.#signing?.then((signing) => signing.release());
    this.#signing = this.#opened = undefined;
    void this.#resume();
  }

  /** Takes up what an earlier visit left. */
  async #resume(): Promise<void> {
    if (this.#signing || this.endpoint.mistake || !this.endpoint.url) return;
    const isKnown = isOpen({ endpoint: this.endpoint.url, isShared: this.#options().isShared });
    if (!isKnown && !(await hasDatabase())) return;
    if (!this.#host.isConnected) return;
    await this.#open().catch((error: unknown) => console.error(error));
  }
}

async function hasDatabase(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === databaseName);
  } catch {
    return false;
  }
}
