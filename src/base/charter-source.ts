import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { loadCharter, readCharter } from '../charter/load-charter.ts';
import type { LoadedCharter } from '../charter/load-charter.ts';
import { CharterLoadedEvent } from '../events/charter-loaded.ts';
import { CharterLoadFailedEvent } from '../events/charter-load-failed.ts';

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
  /** The viewer named by `for`, once it is found. */
  provider: CharterProvider | undefined;

  readonly #host: Host;
  readonly #reference: () => CharterReference;
  readonly #options: CharterSourceOptions;
  #current: CharterReference | undefined;
  #attempt = 0;
  #stopFollowing: (() => void) | undefined;
  #waiting: (() => void)[] = [];

  constructor(host: Host, reference: () => CharterReference, options: CharterSourceOptions = {}) {
    this.#host = host;
    this.#reference = reference;
    this.#options = options;
    host.addController(this);
  }

  hostUpdate(): void {
    const next = this.#reference();
    const current = this.#current;
    if (current && next.document === current.document && next.for === current.for && next.src === current.src)
      return;
    this.#current = next;
    this.#resolve(next);
  }

  hostDisconnected(): void {
    this.#stopFollowing?.();
    this.#stopFollowing = undefined;
    // An element that is moved looks up its reference in the new place; a settled document stays.
    if (this.#current?.for !== undefined) this.#current = undefined;
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

  #resolve(reference: CharterReference, isFresh = false): void {
    this.#stopFollowing?.();
    this.#stopFollowing = undefined;
    this.provider = undefined;
    this.status = 'loading';
    this.error = undefined;
    if (reference.document != null) this.#await(readCharter(reference.document));
    else if (reference.for) this.#follow(reference.for);
    else if (reference.src)
      this.#await(loadCharter(new URL(reference.src, document.baseURI).href, { isFresh }));
    else this.#await(loadBuiltInCharter());
  }

  #await(promise: Promise<LoadedCharter>): void {
    const attempt = ++this.#attempt;
    promise.then(
      (loaded) => attempt === this.#attempt && this.#settle({ loaded }),
      (error: unknown) => attempt === this.#attempt && this.#settle({ error: error as Error }),
    );
  }

  /** The viewer may come, upgrade or load later than this element. */
  #follow(id: string): void {
    this.#attempt++;
    const root = this.#host.getRootNode() as Document | ShadowRoot;
    const attributes = new MutationObserver(() => this.#host.requestUpdate());
    const adopt = (provider: CharterProvider | null): void => {
      this.provider = provider ?? undefined;
      if (provider) attributes.observe(provider, { attributeFilter: ['audience', 'plain'] });
      if (provider?.loadedCharter) this.#settle({ loaded: provider.loadedCharter });
      else if (provider?.loadError) this.#settle({ error: provider.loadError });
    };
    const isFollowed = (event: Event): boolean =>
      event
        .composedPath()
        .some((target) => target instanceof HTMLElement && target.id === id && target.getRootNode() === root);
    const onLoaded = (event: CharterLoadedEvent): void => {
      if (isFollowed(event)) adopt(root.getElementById(id));
    };
    const onFailed = (event: CharterLoadFailedEvent): void => {
      if (isFollowed(event)) this.#settle({ error: event.detail.error });
    };
    root.addEventListener('charter-loaded', onLoaded as EventListener);
    root.addEventListener('charter-load-failed', onFailed as EventListener);
    this.#stopFollowing = () => {
      attributes.disconnect();
      root.removeEventListener('charter-loaded', onLoaded as EventListener);
      root.removeEventListener('charter-load-failed', onFailed as EventListener);
    };
    adopt(root.getElementById(id));
    if (!root.getElementById(id) && document.readyState === 'complete') {
      console.warn(
        `charter-elements: for="${id}" on <${this.#host.localName}> names no element of its root yet`,
      );
    }
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

async function loadBuiltInCharter(): Promise<LoadedCharter> {
  builtIn ??= import('../built-in/generated/social-media.fr.ts').then(({ default: charter }) =>
    readCharter(charter),
  );
  builtIn.catch(() => (builtIn = undefined));
  return builtIn;
}

let builtIn: Promise<LoadedCharter> | undefined;
