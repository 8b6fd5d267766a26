import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { loadCharter, readCharter } from '../charter/load-charter.ts';
import type { LoadedCharter } from '../charter/load-charter.ts';
import { CharterLoadedEvent } from '../events/charter-loaded.ts';
import { CharterLoadFailedEvent } from '../events/charter-load-failed.ts';
import { latest } from './latest.ts';
import { followNamed } from './named-element.ts';
import type { Found } from './named-element.ts';

/** What an element says about where its charter comes from, by precedence. */
export interface CharterReference {
  /** A document given by the page. */
  readonly document?: unknown;
  /** Id of a viewer in the same root. */
  readonly for?: string | undefined;
  /** Address of a document. */
  readonly src?: string | undefined;
}

interface CharterProvider extends HTMLElement {
  readonly loadedCharter?: LoadedCharter | undefined;
  readonly loadError?: Error | undefined;
  readonly audience?: string;
  readonly plain?: boolean;
  readonly previousSrc?: string;
  reload?(): void;
}

export interface CharterSourceOptions {
  /** Called once a charter or a failure is there, before it is on screen. */
  readonly onSettled?: () => void;
  /** The page is not told of it. */
  readonly isSilent?: boolean;
}

type Host = ReactiveControllerHost & HTMLElement & { readonly hasUpdated: boolean };

/**
 * Finds the charter of an element: the page's object, else a viewer's, else an address, else the built-in French one.
 * The latest reference wins, whatever order the answers come in.
 */
export class CharterSource implements ReactiveController {
  status: 'loading' | 'ready' | 'failed' = 'loading';
  loaded: LoadedCharter | undefined;
  error: Error | undefined;
  /** The viewer named by `for`, once it is found; one that has gone stays until another comes. */
  provider: CharterProvider | undefined;

  readonly #host: Host;
  readonly #reference: () => CharterReference;
  readonly #options: CharterSourceOptions;
  #current: CharterReference | undefined;
  readonly #turn = latest();
  #waiting: (() => void)[] = [];

  constructor(host: Host, reference: () => CharterReference, options: CharterSourceOptions = {}) {
    this.#host = host;
    this.#reference = reference;
    this.#options = options;
    host.addController(this);
  }

  hostUpdate(): void {
    // Taken out of the page, it looks its reference up where it comes back.
    if (!this.#host.isConnected) return;
    const next = this.#reference();
    const current = this.#current;
    if (current && next.document === current.document && next.for === current.for && next.src === current.src)
      return;
    this.#current = next;
    this.#resolve(next);
  }

  hostDisconnected(): void {
    // An element that is moved looks up its reference in the new place; a settled document stays.
    if (!this.#followsViewer) return;
    this.#turn();
    this.#current = undefined;
  }

  hostConnected(): void {
    if (this.#host.hasUpdated && this.#current === undefined) this.#host.requestUpdate();
  }

  /** Asks for the charter again: the viewer's, where there is one. */
  reload(): void {
    if (this.provider?.reload) {
      this.provider.reload();
      return;
    }
    if (this.#current) this.#resolve(this.#current, true);
    this.#host.requestUpdate();
  }

  /** Resolves once there is a charter or a failure. */
  settled(): Promise<void> {
    return this.status === 'loading' ? this.answered() : Promise.resolve();
  }

  /** Resolves once the next answer, a charter or a failure, is on screen. */
  answered(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  get #followsViewer(): boolean {
    return this.#current?.document == null && !!this.#current?.for;
  }

  #resolve({ document: given, for: id, src }: CharterReference, isFresh = false): void {
    const signal = this.#turn();
    this.provider = undefined;
    this.status = 'loading';
    this.error = undefined;
    if (given != null) this.#await(readCharter(given), signal);
    else if (id) this.#follow(id, signal);
    else if (src) this.#await(loadFrom(src, isFresh, signal), signal);
    else this.#await(loadBuiltInCharter(), signal);
  }

  #await(promise: Promise<LoadedCharter>, signal: AbortSignal): void {
    promise.then(
      (loaded) => signal.aborted || this.#settle({ loaded }),
      (error: unknown) => signal.aborted || this.#settle({ error: error as Error }),
    );
  }

  /** The viewer may come, upgrade, load, go and be replaced at any time. */
  #follow(id: string, signal: AbortSignal): void {
    const host = this.#host;
    const named = { host, attribute: 'for', id, tag: 'charter-viewer', member: 'loadedCharter' };
    const stop = latest();
    signal.addEventListener('abort', stop);
    followNamed(named, signal, (found) => {
      // One that has gone is still heard until another comes: it may be on its way to another place.
      this.#adopt(id, found, found.kind === 'none' ? signal : stop());
    });
  }

  #adopt(id: string, found: Found, signal: AbortSignal): void {
    if (found.kind === 'other') {
      this.provider = undefined;
      const tag = found.element.localName;
      this.#settle({ error: new Error(`for="${id}" names a <${tag}>, not a <charter-viewer>`) });
      return;
    }
    if (found.kind === 'none') {
      // What was shown stays; what could not be may be there soon.
      if (this.status === 'failed') this.#wait();
      return;
    }
    const provider = found.element as CharterProvider;
    this.provider = provider;
    const take = (): void => {
      if (provider.loadedCharter) this.#settle({ loaded: provider.loadedCharter });
      else if (provider.loadError) this.#settle({ error: provider.loadError });
    };
    provider.addEventListener('charter-loaded', take, { signal });
    provider.addEventListener('charter-load-failed', take, { signal });
    const attributes = new MutationObserver(() => this.#host.requestUpdate());
    attributes.observe(provider, { attributeFilter: ['audience', 'plain', 'previous-src'] });
    signal.addEventListener('abort', () => attributes.disconnect());
    if (this.status === 'failed') this.#wait();
    take();
  }

  #wait(): void {
    this.status = 'loading';
    this.error = undefined;
    this.#host.requestUpdate();
  }

  #settle(result: { loaded?: LoadedCharter; error?: Error }): void {
    this.loaded = result.loaded;
    this.error = result.error;
    this.status = result.loaded ? 'ready' : 'failed';
    this.#host.requestUpdate();
    this.#options.onSettled?.();
    if (!this.#options.isSilent) void this.#announce();
    const waiting = this.#waiting.splice(0);
    if (waiting.length > 0)
      void this.#host.updateComplete.then(() => {
        for (const resolve of waiting) resolve();
      });
  }

  /** Tells the page, once it can be seen. A charter shared by a viewer was announced by it. */
  async #announce(): Promise<void> {
    const { loaded, error } = this;
    await this.#host.updateComplete;
    if (this.#current?.for) return;
    if (loaded) this.#host.dispatchEvent(new CharterLoadedEvent(loaded));
    else if (error) {
      console.error(error);
      this.#host.dispatchEvent(new CharterLoadFailedEvent({ error }));
    }
  }
}

// Asynchronous, so that an address that is none fails as a document that does not answer.
async function loadFrom(src: string, isFresh: boolean, signal: AbortSignal): Promise<LoadedCharter> {
  return loadCharter(new URL(src, document.baseURI).href, { isFresh, signal });
}

async function loadBuiltInCharter(): Promise<LoadedCharter> {
  builtIn ??= import('../built-in/generated/charter.fr.ts').then(({ default: charter }) =>
    readCharter(charter),
  );
  builtIn.catch(() => (builtIn = undefined));
  return builtIn;
}

let builtIn: Promise<LoadedCharter> | undefined;
