import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & HTMLElement & { readonly hasUpdated: boolean };

/** Width, in the text's own em, from which the contents list stands beside the text. Enlarged text needs more room. */
const twoColumns = 48;

/** Tells whether two columns fit in an element, wherever it stands and whatever the size of its text. */
export class RoomController implements ReactiveController {
  hasRoom = false;

  readonly #host: Host;
  readonly #observer: ResizeObserver;

  constructor(host: Host) {
    this.#host = host;
    this.#observer = new ResizeObserver(() => {
      const { hasRoom } = this;
      this.#measure();
      // Another layout within the same frame would be reported as a loop of the observer.
      if (hasRoom !== this.hasRoom) requestAnimationFrame(() => this.#host.requestUpdate());
    });
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  hostUpdate(): void {
    if (!this.#host.hasUpdated) this.#measure();
  }

  #measure(): void {
    const text = this.#host.shadowRoot?.querySelector('.root') ?? this.#host;
    this.hasRoom = this.#host.clientWidth >= twoColumns * parseFloat(getComputedStyle(text).fontSize);
  }
}
