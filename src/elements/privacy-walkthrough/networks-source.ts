import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { latest } from '../../base/latest.ts';
import type { MergeNotice } from '../../networks/merge-networks.ts';
import type { Networks } from '../../networks/networks.ts';

export interface NetworksSourceOptions {
  /** Address of the hospital's file. */
  readonly src: () => string | undefined;
  readonly loadBuiltIn: () => Promise<Networks>;
  readonly onError: (error: Error) => void;
  readonly onNotice: (notice: MergeNotice) => void;
}

/**
 * The walkthrough's data: the built-in networks, with the hospital's file merged into them. A bad file is never half
 * used: the built-in networks are shown alone, with its `error`.
 */
export class NetworksSource implements ReactiveController {
  status: 'loading' | 'ready' | 'failed' = 'loading';
  data: Networks | undefined;
  error: Error | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #options: NetworksSourceOptions;
  readonly #turn = latest();
  #hasBegun = false;
  #src: string | undefined;

  constructor(host: ReactiveControllerHost, options: NetworksSourceOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdate(): void {
    if (!this.#hasBegun || this.#src !== this.#options.src()) void this.load();
  }

  /** Loads the data, again if need be; the latest call wins. */
  async load(): Promise<void> {
    this.#hasBegun = true;
    this.#src = this.#options.src();
    this.status = 'loading';
    this.#host.requestUpdate();
    await this.#load(this.#turn(), this.#src);
  }

  async #load(signal: AbortSignal, src: string | undefined): Promise<void> {
    let data: Networks | undefined;
    let error: Error | undefined;
    let notices: readonly MergeNotice[] = [];
    // Both requests leave at once; which one failed decides what can be shown.
    const own = src ? loadOwn(src, signal) : undefined;
    own?.catch(() => undefined);
    try {
      data = await this.#options.loadBuiltIn();
      if (own) {
        const { mergeNetworks } = await loadReading();
        ({ networks: data, notices } = mergeNetworks(data, await own));
      }
    } catch (cause) {
      error = cause as Error;
    }
    // A newer address was given meanwhile.
    if (signal.aborted) return;
    this.data = data;
    this.error = error;
    this.status = data ? 'ready' : 'failed';
    this.#host.requestUpdate();
    if (error) this.#options.onError(error);
    notices.forEach(this.#options.onNotice);
  }
}

/** What reads networks is loaded beside them. */
const loadReading = () => import('./read-networks.lazy.ts');

// Asynchronous, so that an address that is none fails as a file that does not answer.
async function loadOwn(src: string, signal: AbortSignal): Promise<Networks> {
  const { loadNetworks } = await loadReading();
  return loadNetworks(new URL(src, document.baseURI).href, { signal });
}

let builtIn: Promise<Networks> | undefined;

/** The built-in networks, once a page; a failed load is forgotten. */
export function loadBuiltInNetworks(): Promise<Networks> {
  builtIn ??= Promise.all([import('../../built-in/generated/networks.fr.ts'), loadReading()]).then(
    ([{ default: networks }, { parseNetworks }]) => parseNetworks(networks),
  );
  builtIn.catch(() => (builtIn = undefined));
  return builtIn;
}
