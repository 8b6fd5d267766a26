import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface IdleOptions {
  /** Whether to watch at all. */
  readonly isActive: () => boolean;
  /** Milliseconds without a gesture before the warning. */
  readonly warnAfter: () => number;
  /** Milliseconds between the warning and the end. */
  readonly endAfter: () => number;
  readonly onEnd: () => void;
}

const gestures = ['pointerdown', 'keydown', 'input', 'scroll'];

/** Notices that nobody is in front of the screen any more: warns, then ends. Any gesture starts over. */
export class IdleController implements ReactiveController {
  /** The end is near: the person should be told. */
  isWarning = false;

  readonly #host: ReactiveControllerHost;
  readonly #options: IdleOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, options: IdleOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdated(): void {
    const isActive = this.#options.isActive();
    if (isActive && this.#timer === undefined) this.#start();
    if (!isActive && this.#timer !== undefined) this.#stop();
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #start(): void {
    for (const type of gestures) addEventListener(type, this.#restart, { capture: true, passive: true });
    this.#wait();
  }

  #stop(): void {
    for (const type of gestures) removeEventListener(type, this.#restart, { capture: true });
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#warn(false);
  }

  #restart = (): void => {
    clearTimeout(this.#timer);
    this.#warn(false);
    this.#wait();
  };

  #wait(): void {
    const { warnAfter, endAfter, onEnd } = this.#options;
    this.#timer = setTimeout(() => {
      this.#warn(true);
      this.#timer = setTimeout(() => {
        this.#stop();
        onEnd();
      }, endAfter());
    }, warnAfter());
  }

  #warn(isWarning: boolean): void {
    if (isWarning === this.isWarning) return;
    this.isWarning = isWarning;
    this.#host.requestUpdate();
  }
}
