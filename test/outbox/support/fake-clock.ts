import type { Clock } from '../../../src/outbox/index.ts';

/** A clock that only moves when it is told to. */
export class FakeClock implements Clock {
  #now: number;
  #timers = new Map<number, { at: number; callback: () => void }>();
  #count = 0;

  constructor(now = Date.parse('2026-11-23T12:00:00Z')) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  setTimeout(callback: () => void, milliseconds: number): number {
    // As browsers do: a longer wait than a signed 32-bit integer can hold runs at once.
    const wait = milliseconds > 2 ** 31 - 1 ? 0 : milliseconds;
    this.#timers.set(++this.#count, { at: this.#now + wait, callback });
    return this.#count;
  }

  clearTimeout(handle: unknown): void {
    this.#timers.delete(handle as number);
  }

  /** Milliseconds before each timer runs, the next one first. */
  get waits(): number[] {
    return [...this.#timers.values()].map(({ at }) => at - this.#now).sort((a, b) => a - b);
  }

  /** Moves on, and runs the timers whose time has come. */
  advance(milliseconds: number): void {
    this.#now += milliseconds;
    for (const [handle, { at, callback }] of [...this.#timers].sort(([, a], [, b]) => a.at - b.at)) {
      if (at > this.#now) continue;
      this.#timers.delete(handle);
      callback();
    }
  }

  /** Sets the device's time, as a person or a time server does: timers go on as they were. */
  set(now: number): void {
    for (const timer of this.#timers.values()) timer.at += now - this.#now;
    this.#now = now;
  }
}
