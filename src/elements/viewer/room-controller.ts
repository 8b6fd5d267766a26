import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode };

/**
 * Tells whether two columns fit in an element, wherever it stands and whatever the size of its text. What is watched is
 * an empty line as long as two columns (`.sensor`): the columns change nothing of it, so that its observer never loops.
 */
export class RoomController implements ReactiveController {
  hasRoom = false;

  readonly #host: Host;
  readonly #observer: ResizeObserver;
  #sensor: HTMLElement | null = null;

  constructor(host: Host) {
    this.#host = host;
    // In the next frame: an answer within this one is reported by engines as a loop.
    this.#observer = new ResizeObserver(() => requestAnimationFrame(() => this.#follow()));
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#sensor) this.#observer.observe(this.#sensor);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  hostUpdated(): void {
    if (this.#sensor) return;
    // The first rendering is that of the loading message: the charter finds its room measured.
    this.#sensor = this.#host.renderRoot.querySelector('.sensor');
    this.#measure();
    this.#observer.observe(this.#sensor!);
  }

  #follow(): void {
    const { hasRoom } = this;
    this.#measure();
    if (hasRoom !== this.hasRoom) this.#host.requestUpdate();
  }

  #measure(): void {
    // The sensor is never longer than what holds it.
    this.hasRoom = this.#sensor!.offsetWidth < this.#sensor!.parentElement!.clientWidth;
  }
}
