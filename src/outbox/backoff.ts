const firstDelay = 2_000;
const longestDelay = 5 * 60_000;
const firstSlowDelay = 5 * 60_000;
const longestSlowDelay = 60 * 60_000;

/**
 * Milliseconds before the next attempt: doubles from two seconds to five minutes, with "equal jitter", so that a ward's
 * computers do not all come back in the same second.
 *
 * @param attempts - How many attempts have failed, from 1.
 * @param random - A number from 0 (included) to 1 (excluded).
 */
export function backoff(attempts: number, random: () => number): number {
  return doubled(firstDelay, longestDelay, attempts, random);
}

/** The same where somebody has to mend something first: from five minutes to an hour. */
export function slowBackoff(attempts: number, random: () => number): number {
  return doubled(firstSlowDelay, longestSlowDelay, attempts, random);
}

function doubled(first: number, longest: number, attempts: number, random: () => number): number {
  const delay = Math.min(first * 2 ** (attempts - 1), longest);
  return delay / 2 + random() * (delay / 2);
}
