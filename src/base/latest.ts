/**
 * Turns of work that takes time, of which only the latest counts: each call begins a turn and aborts the one before.
 *
 * ```ts
 * readonly #turn = latest();
 * …
 * const signal = this.#turn();
 * const answer = await fetch(url, { signal });
 * if (signal.aborted) return;
 * ```
 *
 * What is awaited may reject with an `AbortError` then: look at `signal.aborted` before telling of a failure.
 */
export function latest(): () => AbortSignal {
  let current: AbortController | undefined;
  return () => {
    current?.abort();
    current = new AbortController();
    return current.signal;
  };
}
