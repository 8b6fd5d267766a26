/**
 * What changes from one visit to the next stands still, since each story is compared with its picture: the day, random
 * numbers and the ids made from them. Retries are still timed by the browser's own timers.
 */
const Clock = Date;

/** When every story takes place. */
export const today = Clock.UTC(2026, 10, 23, 12, 0, 0);

let elapsed = (): number => 0;

class StillDate extends Clock {
  constructor(...given: [] | [number | string | Date]) {
    if (given.length === 0) super(StillDate.now());
    // Years, months… come as several arguments.
    else super(...(given as [number]));
  }

  static override now(): number {
    return today + elapsed();
  }
}
globalThis.Date = StillDate as DateConstructor;

let seed = 1;

/** Mulberry32: a few lines, and good enough for a delay or an id. */
function random(): number {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}
Math.random = random;

const digits = (count: number): string =>
  Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join('');
crypto.randomUUID = () => `${digits(8)}-${digits(4)}-4${digits(3)}-a${digits(3)}-${digits(12)}`;

/**
 * Begins a story: the same numbers come again.
 *
 * @param id - Of the story. On a page of documentation several share the device: each has ids of its own.
 * @param isRunning - Lets time pass, for a story that waits for a retry.
 */
export function startStory(id: string, isRunning = false): void {
  seed = 1;
  for (let index = 0; index < id.length; index++) seed = (Math.imul(seed, 31) + id.charCodeAt(index)) | 0;
  const start = performance.now();
  elapsed = isRunning ? () => Math.round(performance.now() - start) : () => 0;
}
