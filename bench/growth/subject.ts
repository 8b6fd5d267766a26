import type { Charter } from '../../src/charter/charter.ts';

export type Tag = 'charter-checklist' | 'charter-viewer';

/** What is measured: an element of ours, or the clone of its DOM that a page might write by hand. */
export interface Subject {
  readonly host: HTMLElement;
  /** Begins to show a charter. Resolves once its DOM is there, before it is painted. */
  show(charter: Charter): Promise<void>;
  /** Begins to speak another language. Resolves once its words are there, before they are painted. */
  speak(language: string): Promise<void>;
}

/** The element itself, with a charter of one practice. */
export async function element(tag: Tag, charter: Charter): Promise<Subject> {
  const host = document.createElement(tag);
  const show = (next: Charter): Promise<void> => {
    const shown = new Promise<void>((resolve, reject) => {
      host.addEventListener('charter-loaded', () => resolve(), { once: true });
      host.addEventListener('charter-load-failed', ({ detail }) => reject(detail.error), { once: true });
    });
    host.charter = next;
    return shown;
  };
  const shown = show(charter);
  document.body.append(host);
  await shown;
  return { host, show, speak: (language) => speak(host, language) };
}

async function speak(host: HTMLElement, language: string): Promise<void> {
  const root = host.shadowRoot!.querySelector<HTMLElement>('.root')!;
  const translated = new Promise<void>((resolve) => {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      resolve();
    });
    observer.observe(root, { attributeFilter: ['lang'] });
  });
  host.lang = language;
  await translated;
}
