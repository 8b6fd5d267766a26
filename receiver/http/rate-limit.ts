/** Clients that are remembered at most. A bucket takes some 200 bytes. */
export const maxClients = 10_000;

/** A token bucket for each client: so many requests at once, filled again evenly over a minute. */
export class RateLimit {
  readonly #perMinute: number;
  readonly #now: () => number;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  /** @param now - Milliseconds on a clock that never goes back. */
  constructor(perMinute: number, now: () => number = () => performance.now()) {
    this.#perMinute = perMinute;
    this.#now = now;
  }

  /** Takes a token. Answers 0 when there was one, else the seconds after which there will be. */
  take(client: string): number {
    const at = this.#now();
    const { tokens } = this.#refill(client, at);
    // Re-inserted, so that the map stays in the order of the last request.
    this.#buckets.delete(client);
    this.#buckets.set(client, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
    this.#forget(at);
    return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) * 60) / this.#perMinute);
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
