import { fixture, html, oneEvent } from '@open-wc/testing';
import { LitElement } from 'lit';
import { CharterSource } from '../../src/base/charter-source.ts';
import type { CharterReference } from '../../src/base/charter-source.ts';
import type { LoadedCharter } from '../../src/charter/load-charter.ts';
import { CharterLoadFailedEvent, CharterLoadedEvent } from '../../src/events/index.ts';
import { charterURL } from '../support/charter.ts';

/** An element that only looks for its charter. */
export class Seeker extends LitElement {
  reference: CharterReference = {};
  settledCount = 0;
  readonly source = new CharterSource(this, () => this.reference, {
    onSettled: () => {
      this.settledCount++;
      this.dispatchEvent(new Event('settled'));
    },
    isSilent: true,
  });

  /** Looks for another charter. */
  seek(reference: CharterReference): void {
    this.reference = reference;
    this.requestUpdate();
  }
}

customElements.define('charter-seeker', Seeker);

/** What a viewer is to the elements that name it, and nothing more. */
export class Provider extends HTMLElement {
  loadError: Error | undefined;
  reloads = 0;
  #loaded: LoadedCharter | undefined;

  get loadedCharter(): LoadedCharter | undefined {
    return this.#loaded;
  }
  set loadedCharter(loaded: LoadedCharter | undefined) {
    this.#loaded = loaded;
  }

  show(loaded: LoadedCharter): void {
    this.loadedCharter = loaded;
    this.loadError = undefined;
    this.dispatchEvent(new CharterLoadedEvent(loaded));
  }

  fail(error: Error): void {
    this.loadedCharter = undefined;
    this.loadError = error;
    this.dispatchEvent(new CharterLoadFailedEvent({ error }));
  }

  reload(): void {
    this.reloads++;
  }
}

customElements.define('charter-provider', Provider);

export const guideURL = charterURL('guide.fr.json');

export async function seeker(reference: CharterReference): Promise<Seeker> {
  const element = new Seeker();
  element.reference = reference;
  await fixture(html`${element}`);
  return element;
}

/** The title of the charter that is found, or the reason why none is. */
export async function found(element: Seeker): Promise<string> {
  while (element.source.status === 'loading') await oneEvent(element, 'settled');
  return element.source.loaded?.charter.title ?? element.source.error!.message;
}
