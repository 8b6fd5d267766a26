const firstDelay = 2_000;
const longestDelay = 5 * 60_000;

/**
 * Milliseconds before the next attempt: doubles from two seconds to five minutes, with "equal jitter", so that a ward's
 * computers do not all come back in the same second.
 *
 * @param attempts - How many attempts have failed, from 1.
 * @param random - A number from 0 (included) to 1 (excluded).
 */
export function backoff(attempts: number, random: () => number): number {
  const delay = Math.min(firstDelay * 2 ** (attempts - 1), longestDelay);
  return delay / 2 + random() * (delay / 2);
}
