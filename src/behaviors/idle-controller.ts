import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { systemClock } from '../internal/clock.ts';
import type { Clock } from '../internal/clock.ts';

export interface IdleOptions {
  /** Whether to watch at all. */
  readonly isActive: () => boolean;
  /** Milliseconds without a sign of life before the warning; `shortestIdle` where it is less. */
  readonly warnAfter: () => number;
  /** The warning is over, in whatever way: told at once, before anything is rendered. */
  readonly onCalm: () => void;
  readonly onEnd: () => void;
}

/** How long nobody may give a sign of life before the warning, at least. Milliseconds. */
export const shortestIdle = 20_000;
/** How long the warning stands before the end. Milliseconds. */
export const warningTime = 60_000;
/** How long a person can answer, at least, from when the warning can be seen (WCAG 2.2.1). Milliseconds. */
const shortestAnswer = 20_000;
/** A warning that takes the focus can make the page scroll by itself. Milliseconds. */
const settlingTime = 1_000;
/** A timer of more milliseconds fires at once. */
const longestTimer = 2 ** 31 - 1;

const signs = [
  ...['pointerdown', 'pointermove', 'pointercancel', 'touchstart', 'touchmove', 'wheel', 'scroll'],
  ...['input', 'click', 'focusin'],
];
const keys = ['keydown', 'keyup'];
/** The click that follows answers a warning: if it were gone by then, the page under it would be clicked. */
const presses = ['pointerdown', 'touchstart', 'touchmove'];

/**
 * Notices that nobody is in front of the screen any more: warns, then ends. Any sign of life starts over; it costs no more
 * than a look at the clock, as the one timer sets itself again.
 */
export class IdleController implements ReactiveController {
  static clock: Clock = systemClock;

  /** When somebody was last there. Milliseconds since the epoch. */
  lastSign = 0;

  readonly #host: ReactiveControllerHost;
  readonly #options: IdleOptions;
  #timer: unknown;
  #warnAfter = 0;
  #endsAt: number | undefined;
  #pointer: string | undefined;
  #isAnswering = false;

  constructor(host: ReactiveControllerHost, options: IdleOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Seconds until the end, once the person should be told. */
  get secondsLeft(): number | undefined {
    if (this.#endsAt === undefined) return undefined;
    return Math.max(Math.ceil((this.#endsAt - this.#now) / 1000), 0);
  }

  hostConnected(): void {
    // An element that was only moved has nothing else to render.
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const isWatching = this.#timer !== undefined;
    if (!this.#options.isActive()) {
      if (isWatching) this.#stop();
      return;
    }
    const warnAfter = Math.max(this.#options.warnAfter() || 0, shortestIdle);
    const isOther = warnAfter !== this.#warnAfter;
    this.#warnAfter = warnAfter;
    if (!isWatching) this.#start();
    else if (isOther) this.#check();
  }

  hostDisconnected(): void {
    this.#stop();
  }

  /** Somebody is there. */
  stay(): void {
    if (this.#timer === undefined) return;
    // Who opens in the morning the computer that slept is not who left it in the evening.
    if (this.#isOver) {
      this.#end();
      return;
    }
    this.lastSign = this.#now;
    if (this.#endsAt !== undefined) {
      this.#calm();
      this.#check();
    }
  }

  get #now(): number {
    return IdleController.clock.now();
  }

  get #isWarning(): boolean {
    return this.#endsAt !== undefined;
  }

  get #isOver(): boolean {
    return this.#now >= (this.#endsAt ?? this.lastSign + this.#warnAfter + warningTime);
  }

  #start(): void {
    for (const type of signs) addEventListener(type, this.#handleSign, { capture: true, passive: true });
    for (const type of keys) addEventListener(type, this.#handleKey as EventListener, { capture: true });
    for (const [target, type] of wakeEvents()) target.addEventListener(type, this.#handleWake);
    this.lastSign = this.#now;
    this.#check();
  }

  #stop(): void {
    for (const type of signs) removeEventListener(type, this.#handleSign, { capture: true });
    for (const type of keys) removeEventListener(type, this.#handleKey as EventListener, { capture: true });
    for (const [target, type] of wakeEvents()) target.removeEventListener(type, this.#handleWake);
    IdleController.clock.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#calm();
  }

  #end(): void {
    this.#stop();
    this.#options.onEnd();
  }

  #calm(): void {
    if (this.#endsAt === undefined) return;
    this.#endsAt = undefined;
    this.#options.onCalm();
    this.#host.requestUpdate();
  }

  /** Warns or ends where it is time; timers come late, or not at all, in a tab behind another and while a device sleeps. */
  #check = (): void => {
    const { clock } = IdleController;
    clock.clearTimeout(this.#timer);
    const now = this.#now;
    // The device's clock may have been put back.
    this.lastSign = Math.min(this.lastSign, now);
    if (this.#endsAt !== undefined) this.#endsAt = Math.min(this.#endsAt, now + warningTime);
    if (this.#isOver) {
      this.#end();
      return;
    }
    const warnsAt = this.lastSign + this.#warnAfter;
    if (now >= warnsAt) {
      this.#endsAt ??= now + warningTime;
      this.#host.requestUpdate();
    }
    // The seconds that are left are counted.
    const wait = this.#endsAt === undefined ? warnsAt - now : (this.#endsAt - now) % 1000 || 1000;
    this.#timer = clock.setTimeout(this.#check, Math.min(wait, longestTimer));
  };

  #handleWake = (): void => {
    if (document.visibilityState !== 'visible') return;
    if (this.#endsAt !== undefined && !this.#isOver)
      this.#endsAt = Math.max(this.#endsAt, this.#now + shortestAnswer);
    this.#check();
  };

  #handleSign = (event: Event): void => {
    if (this.#isSign(event)) this.stay();
  };

  /**
   * A key that answers the warning does nothing else, however long it is held: the button that had the focus before has it
   * again, and would be pressed.
   */
  #handleKey = (event: KeyboardEvent): void => {
    if (event.type === 'keydown')
      this.#isAnswering = this.#isWarning || this.#isOver || (this.#isAnswering && event.repeat);
    if (this.#isAnswering) {
      event.preventDefault();
      event.stopPropagation();
    }
    this.stay();
  };

  #isSign(event: Event): boolean {
    if (event.type === 'pointermove') return this.#hasMoved(event as PointerEvent);
    if (!this.#isWarning) return true;
    if (event.type === 'scroll' || event.type === 'focusin')
      return this.#now >= this.#endsAt! - warningTime + settlingTime;
    return !presses.includes(event.type);
  }

  /** Browsers make up moves where something moves under a pointer that rests. */
  #hasMoved({ screenX, screenY, buttons }: PointerEvent): boolean {
    const place = `${screenX} ${screenY}`;
    const hasMoved = this.#pointer !== undefined && place !== this.#pointer;
    this.#pointer = place;
    return hasMoved && !(this.#isWarning && buttons > 0);
  }
}

/** What comes when a person looks at the page again, or a device wakes up. */
function wakeEvents(): [EventTarget, string][] {
  return [
    [document, 'visibilitychange'],
    [window, 'pageshow'],
    [window, 'focus'],
  ];
}
