/** Clients that are remembered at most. A bucket takes some 200 bytes. */
export const maxClients = 10_000;

/** Bytes of a body that a token pays for: a record of a few practices costs what any other request does. */
const bytesOfToken = 4096;

/**
 * Tokens that a request takes: work grows with the body, so the price does too.
 *
 * @param contentLength - The header, if there is one.
 * @param maxSize - Bytes of the largest body that is read. One that does not say its size costs as much.
 */
export function costOf(method: string, contentLength: string | undefined, maxSize: number): number {
  if (contentLength === undefined && (method === 'GET' || method === 'HEAD')) return 1;
  const announced = Number(contentLength ?? maxSize);
  const size = announced <= maxSize ? announced : maxSize;
  return Math.max(1, Math.ceil(size / bytesOfToken));
}

/**
 * A token bucket for each client: so many tokens at once, filled again evenly over a minute.
 *
 * Own code: `rate-limiter-flexible` counts by fixed windows, a timer for each client and as many clients as come, where this
 * fills evenly, needs no timer and remembers a bounded number of them.
 */
export class RateLimit {
  readonly #perMinute: number;
  readonly #now: () => number;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  /** @param now - Milliseconds on a clock that never goes back. */
  constructor(perMinute: number, now: () => number = () => performance.now()) {
    this.#perMinute = perMinute;
    this.#now = now;
  }

  /**
   * Takes tokens, at most a whole bucket. Answers 0 when there were enough, else the seconds after which there will be, and
   * takes none.
   */
  take(client: string, cost = 1): number {
    const at = this.#now();
    const price = Math.min(cost, this.#perMinute);
    const { tokens } = this.#refill(client, at);
    // Re-inserted, so that the map stays in the order of the last request.
    this.#buckets.delete(client);
    this.#buckets.set(client, { tokens: tokens >= price ? tokens - price : tokens, at });
    this.#forget(at);
    return tokens >= price ? 0 : Math.ceil(((price - tokens) * 60) / this.#perMinute);
  }

  get size(): number {
    return this.#buckets.size;
  }

  #refill(client: string, at: number) {
    const bucket = this.#buckets.get(client) ?? { tokens: this.#perMinute, at };
    const gained = ((at - bucket.at) / 60_000) * this.#perMinute;
    return { tokens: Math.min(this.#perMinute, bucket.tokens + gained), at };
  }

  // A client that has been silent for a minute has a full bucket: forgetting it changes nothing. When there are too many,
  // those that have been silent for longest gain the least.
  #forget(at: number) {
    for (const [client, bucket] of this.#buckets) {
      if (at - bucket.at < 60_000 && this.#buckets.size <= maxClients) return;
      this.#buckets.delete(client);
    }
  }
}
