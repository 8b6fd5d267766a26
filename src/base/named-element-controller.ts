import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { latest } from './latest.ts';
import { findNamed, followNamed } from './named-element.ts';
import type { NamedElement } from './named-element.ts';

type Reference = Omit<NamedElement, 'host' | 'id'> & { readonly id: string | undefined };

/** The element that an attribute of the host names; the host is rendered anew whenever it is another one. */
export class NamedElementController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #reference: () => Reference;
  readonly #turn = latest();
  #followed: string | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, reference: () => Reference) {
    this.#host = host;
    this.#reference = reference;
    host.addController(this);
  }

  /** As the tree is now. */
  get element(): HTMLElement | null {
    const named = this.#named;
    const found = named && findNamed(named);
    return found?.kind === 'found' ? found.element : null;
  }

  get #named(): NamedElement | undefined {
    const { id, ...reference } = this.#reference();
    return id ? { ...reference, id, host: this.#host } : undefined;
  }

  hostUpdate(): void {
    const named = this.#named;
    if (named?.id === this.#followed || !this.#host.isConnected) return;
    this.#followed = named?.id;
    const signal = this.#turn();
    if (named) followNamed(named, signal, () => this.#host.requestUpdate());
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  /** Where it comes back, the id may name another one. */
  hostDisconnected(): void {
    this.#turn();
    this.#followed = undefined;
  }
}
