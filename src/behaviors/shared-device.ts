import { adoptStyles, nothing, render } from 'lit';
import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import { CharterSessionEndedEvent } from '../events/charter-session-ended.ts';
import type { CharterSessionEndedDetail } from '../events/charter-session-ended.ts';
import { IdleController, shortestIdle } from './idle-controller.ts';
import { wipeOnSessionEnd } from './session-end.ts';

/**
 * What becomes of a signature (or a refusal to sign) when its person is wiped: there is `none`; the endpoint has
 * `recorded` it; it waits `encrypted` on the device; or it is `unconfirmed`, and kept nowhere.
 */
export type SignatureFate = 'none' | 'recorded' | 'encrypted' | 'unconfirmed';

/** The wipe is near. */
export interface IdleWarning {
  readonly secondsLeft: number;
  readonly fate: SignatureFate;
  /** The person is there. */
  readonly stay: () => void;
}

/** The person was wiped, and has not asked for it. */
export interface EndedSession {
  readonly reason: 'idle' | 'leave';
  /** When somebody was last there. */
  readonly lastSign: Date;
  readonly fate: SignatureFate;
  /** The focus goes to the message, which needs no announcement then. */
  readonly hadFocus: boolean;
}

export interface SharedDeviceOptions {
  /** Whether several people use this device. */
  readonly isShared: () => boolean;
  readonly holdsPersonalData: () => boolean;
  /** Milliseconds without a sign of life before the warning. */
  readonly idleTimeout: () => number;
  readonly signatureFate: () => SignatureFate;
  /** Removes everything of the person from the element. */
  readonly wipe: () => void;
  /** A `<dialog part="idle-warning">`, closed. */
  readonly renderWarning: (warning: IdleWarning) => TemplateResult | typeof nothing;
  /** A message `#erased-text` under a heading `.erased-title` that can have the focus. */
  readonly renderEnded: (session: EndedSession) => TemplateResult | typeof nothing;
}

/**
 * On a device that several people use, ends the session of a person who finishes, leaves the page (the browser could
 * bring it back as it was) or is not there any more; every element of the page is wiped then.
 *
 * The warning is a modal dialog. It comes after 20 seconds at least without any sign of life, and goes with the first one:
 * it takes the focus from nobody who is at work, and keeps nobody in. Not modal, it would be out of reach wherever the page
 * has a modal dialog open, and hard to find within a minute for who hears the page.
 */
export class SharedDeviceController implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: SharedDeviceOptions;
  readonly #idle: IdleController;
  #ended: EndedSession | undefined;
  /** The data of the session that ended are gone: what there is now is the next person's. */
  #isEmpty = false;
  /** Holds the warning where the element itself is not rendered. */
  #stand: HTMLElement | undefined;
  #hasWarned = false;

  constructor(host: LitElement, options: SharedDeviceOptions) {
    this.#host = host;
    this.#options = options;
    this.#idle = new IdleController(host, {
      isActive: () => options.isShared() && options.holdsPersonalData(),
      warnAfter: options.idleTimeout,
      // At once: the focus goes back to where it was before the key that was pressed does anything.
      onCalm: () => this.#closeWarning(),
      onEnd: () => this.end('idle'),
    });
    wipeOnSessionEnd(host, options.wipe);
    host.addController(this);
  }

  /** The warning, while it stands: anywhere in what the element renders. */
  renderWarning(): TemplateResult | typeof nothing {
    const warning = this.#warning;
    return warning && isRendered(this.#host) ? this.#options.renderWarning(warning) : nothing;
  }

  /** What was erased and why, until the next person begins. */
  renderEnded(): TemplateResult | typeof nothing {
    return this.#ended ? this.#options.renderEnded(this.#ended) : nothing;
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#handleLeave);
  }

  hostUpdate(): void {
    this.#warnOfShortTime();
    const { isShared, holdsPersonalData } = this.#options;
    if (!this.#ended) return;
    const holds = holdsPersonalData();
    if (!isShared() || (holds && this.#isEmpty)) this.#ended = undefined;
    this.#isEmpty ||= !holds;
  }

  hostUpdated(): void {
    const warning = this.#warning;
    if (!warning || !this.#host.isConnected) return;
    if (!isRendered(this.#host)) this.#renderAside(warning);
    const dialog = this.#dialog;
    if (dialog && !dialog.open) dialog.showModal();
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#handleLeave);
  }

  /** Wipes the element; on a shared device, the others too. */
  end(reason: CharterSessionEndedDetail['reason']): void {
    const { isShared, signatureFate, wipe } = this.#options;
    const fate = signatureFate();
    const hadFocus = reason === 'idle' && this.#host.matches(':focus-within');
    const lastSign = new Date(this.#idle.lastSign);
    wipe();
    if (!isShared()) return;
    this.#isEmpty = false;
    this.#ended = reason === 'person' ? undefined : { reason, lastSign, fate, hadFocus };
    this.#host.requestUpdate();
    this.#host.dispatchEvent(new CharterSessionEndedEvent({ reason }));
    if (hadFocus) void this.#focusMessage();
  }

  get #warning(): IdleWarning | undefined {
    const { secondsLeft } = this.#idle;
    if (secondsLeft === undefined) return undefined;
    return { secondsLeft, fate: this.#options.signatureFate(), stay: () => this.#idle.stay() };
  }

  get #dialog(): HTMLDialogElement | null {
    const root = this.#stand?.shadowRoot ?? this.#host.renderRoot;
    return root.querySelector<HTMLDialogElement>('[part~=idle-warning]');
  }

  #closeWarning(): void {
    // The focus goes back to what had it.
    this.#dialog?.close();
    this.#stand?.remove();
    this.#stand = undefined;
  }

  /** In a tab panel that is closed, say, nothing of the element is seen, whereas the person reads beside it. */
  #renderAside(warning: IdleWarning): void {
    if (!this.#stand) {
      this.#stand = document.createElement('div');
      const root = this.#stand.attachShadow({ mode: 'open' });
      adoptStyles(root, (this.#host.constructor as typeof LitElement).elementStyles);
      document.body.append(this.#stand);
    }
    render(this.#options.renderWarning(warning), this.#stand.shadowRoot!);
  }

  async #focusMessage(): Promise<void> {
    await this.#host.updateComplete;
    const title = this.#host.renderRoot.querySelector<HTMLElement>('.erased-title');
    // The whole message is read, once.
    title?.setAttribute('aria-describedby', 'erased-text');
    title?.focus();
  }

  #warnOfShortTime(): void {
    const time = this.#options.idleTimeout();
    if (this.#hasWarned || !this.#options.isShared() || time >= shortestIdle) return;
    this.#hasWarned = true;
    console.warn(
      `<${this.#host.localName}> idle-timeout is ${time}: nobody can read in so short a time, ${shortestIdle} milliseconds are taken. ` +
        `Set it to ${shortestIdle} or more, or leave it out.`,
    );
  }

  #handleLeave = (): void => {
    if (this.#options.isShared() && this.#options.holdsPersonalData()) this.end('leave');
  };
}

function isRendered(element: HTMLElement): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}
