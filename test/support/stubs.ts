/** Replaces methods for the length of a test; `restore` in an `afterEach` puts them back. */
const undo: (() => void)[] = [];

export function stub<T extends object, K extends keyof T>(target: T, name: K, replacement: T[K]): void {
  const own = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { value: replacement, configurable: true, writable: true });
  undo.push(() => {
    if (own) Object.defineProperty(target, name, own);
    else Reflect.deleteProperty(target, name);
  });
}

export function restoreStubs(): void {
  while (undo.length > 0) undo.pop()!();
}

/** Keeps what is written to the console, instead of showing it. */
export function captureConsole(method: 'error' | 'warn'): unknown[][] {
  const messages: unknown[][] = [];
  stub(console, method, (...message: unknown[]) => void messages.push(message));
  return messages;
}

export interface FetchWatch {
  /** Addresses that were asked for, in order. */
  readonly requests: string[];
  /** Holds the next answer from an address back; the function returned lets it through. */
  hold(path: string): () => void;
  /** Makes an address fail as long as `isDown` is true. */
  isDown: boolean;
}

/** Watches the requests of the page, which go on to the server. */
export function watchFetch(): FetchWatch {
  const { fetch } = window;
  const held = new Map<string, Promise<void>>();
  const watch: FetchWatch = {
    requests: [],
    isDown: false,
    hold(path) {
      let release!: () => void;
      held.set(path, new Promise((resolve) => (release = resolve)));
      return release;
    },
  };
  stub(window, 'fetch', async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href);
    watch.requests.push(url.pathname + url.search);
    const answer = held.get(url.pathname);
    held.delete(url.pathname);
    await answer;
    if (watch.isDown) throw new TypeError('Failed to fetch');
    return fetch(input, init);
  });
  return watch;
}
