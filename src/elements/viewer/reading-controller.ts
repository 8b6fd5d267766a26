import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { CharterReadEvent } from '../../events/charter-read.ts';
import { CharterSectionReadEvent } from '../../events/charter-section-read.ts';

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode };

/** Announces each section whose end came into view, then the whole charter. What was read is kept nowhere. */
export class ReadingController implements ReactiveController {
  readonly #host: Host;
  readonly #read = new Set<string>();
  #observer: IntersectionObserver | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** Another text: nothing of it is read yet. */
  reset(): void {
    this.#read.clear();
  }

  hostConnected(): void {
    // The ends are watched after each rendering, and an element that is put back does not render by itself.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  hostUpdated(): void {
    this.#observer?.disconnect();
    const ends = [...this.#host.renderRoot.querySelectorAll('.end')];
    const sections = ends.map(sectionOf);
    if (sections.every((section) => this.#read.has(section))) return;
    this.#observer = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) this.#announce(sectionOf(target), sections);
    });
    for (const end of ends) this.#observer.observe(end);
  }

  #announce(section: string, sections: readonly string[]): void {
    if (this.#read.has(section)) return;
    this.#read.add(section);
    this.#host.dispatchEvent(new CharterSectionReadEvent({ section }));
    if (sections.every((other) => this.#read.has(other)))
      this.#host.dispatchEvent(new CharterReadEvent({ sections }));
  }
}

function sectionOf(end: Element): string {
  return end.parentElement!.id;
}
