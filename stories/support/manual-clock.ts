import { IdleController } from '../../src/behaviors/idle-controller.ts';
import type { Clock } from '../../src/internal/clock.ts';

/** A clock whose time passes when it is told to. */
export class ManualClock implements Clock {
  #time: number;
  #timers = new Map<object, { time: number; callback: () => void }>();

  constructor(time = Date.now()) {
    this.#time = time;
  }

  now(): number {
    return this.#time;
  }

  setTimeout(callback: () => void, milliseconds: number): object {
    const handle = {};
    this.#timers.set(handle, { time: this.#time + milliseconds, callback });
    return handle;
  }

  clearTimeout(handle: unknown): void {
    this.#timers.delete(handle as object);
  }

  /** Lets time pass, with what was to happen in it. */
  advance(milliseconds: number): void {
    const end = this.#time + milliseconds;
    for (;;) {
      const due = [...this.#timers]
        .filter(([, { time }]) => time <= end)
        .sort(([, a], [, b]) => a.time - b.time)[0];
      if (!due) break;
      const [handle, { time, callback }] = due;
      this.#timers.delete(handle);
      this.#time = Math.max(this.#time, time);
      callback();
    }
    this.#time = end;
  }

  /** Lets time pass in which no timer fires: the device sleeps. */
  sleep(milliseconds: number): void {
    this.#time += milliseconds;
  }
}

/** Tells those who wait for signs of life a time that the caller sets. Milliseconds since the epoch. */
export function useManualClock(time?: number): ManualClock {
  const clock = new ManualClock(time);
  IdleController.clock = clock;
  return clock;
}
