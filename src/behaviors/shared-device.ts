import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { CharterSessionEndedEvent } from '../events/charter-session-ended.ts';
import type { CharterSessionEndedDetail } from '../events/charter-session-ended.ts';
import { IdleController } from './idle-controller.ts';
import { wipeOnSessionEnd } from './session-end.ts';

type Host = ReactiveControllerHost & HTMLElement;

/** How long the warning stands before the wipe, at most. Milliseconds. */
const longestWarning = 30_000;

export interface SharedDeviceOptions {
  /** Whether several people use this device. */
  readonly isShared: () => boolean;
  readonly holdsPersonalData: () => boolean;
  /** Milliseconds without a gesture before the warning. */
  readonly idleTimeout: () => number;
  /** Removes everything of the person from the element. */
  readonly wipe: () => void;
}

/**
 * On a device that several people use, ends the session of a person who finishes, leaves the page (the browser could
 * bring it back as it was) or is not there any more; every element of the page is wiped then.
 */
export class SharedDeviceController implements ReactiveController {
  readonly #host: Host;
  readonly #options: SharedDeviceOptions;
  readonly #idle: IdleController;

  constructor(host: Host, options: SharedDeviceOptions) {
    this.#host = host;
    this.#options = options;
    this.#idle = new IdleController(host, {
      isActive: () => options.isShared() && options.holdsPersonalData(),
      warnAfter: options.idleTimeout,
      endAfter: () => this.warningTime,
      onEnd: () => this.end('idle'),
    });
    wipeOnSessionEnd(host, options.wipe);
    host.addController(this);
  }

  /** How long the warning stands before the wipe, in milliseconds. */
  get warningTime(): number {
    return Math.min(this.#options.idleTimeout() / 3, longestWarning);
  }

  /** The person should be told that the wipe is near. */
  get isWarning(): boolean {
    return this.#idle.isWarning;
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#handleLeave);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#handleLeave);
  }

  /** Wipes the element; on a shared device, the others too. */
  end(reason: CharterSessionEndedDetail['reason']): void {
    this.#options.wipe();
    if (this.#options.isShared()) this.#host.dispatchEvent(new CharterSessionEndedEvent({ reason }));
  }

  #handleLeave = (): void => {
    if (this.#options.isShared() && this.#options.holdsPersonalData()) this.end('leave');
  };
}
