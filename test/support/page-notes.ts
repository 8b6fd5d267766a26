import type {} from '../../src/all.ts';
import type { CharterUnsentChangedEvent } from '../../src/events/index.ts';

/** Path of the script that notes what a page heard and showed. */
export const notesPath = '/page-notes.js';

/** What a page of a journey heard and showed since it was loaded. Times are in milliseconds since the epoch. */
export interface PageNotes {
  readonly events: { readonly type: string; readonly at: number; readonly detail: unknown }[];
  /** When the receipt came on screen. */
  receiptAt?: number;
  /** What a badge that counts unsent signatures said, in order. */
  readonly badge: number[];
  /** Whether the page was last brought back as it was left. */
  isRestored?: boolean;
}

declare global {
  interface Window {
    pageNotes: PageNotes;
  }
}

/** Runs in the page, before its elements are defined. */
function notePage(): void {
  const notes: PageNotes = { events: [], badge: [] };
  window.pageNotes = notes;
  const types = ['signed', 'sign-queued', 'sign-failed', 'sign-request', 'unsent-changed'];
  for (const type of types) {
    document.addEventListener(`charter-${type}`, (event) => {
      const { detail } = event as CustomEvent<unknown>;
      notes.events.push({ type, at: Date.now(), detail: JSON.parse(JSON.stringify(detail)) as unknown });
    });
  }
  addEventListener('pageshow', (event) => {
    notes.isRestored = event.persisted;
  });
  // As a page's own script makes a badge. The elements' script has run by then.
  document.addEventListener('DOMContentLoaded', () => {
    const acknowledgement = document.querySelector('charter-acknowledgement')!;
    const show = (count: number): void => {
      notes.badge.push(count);
      document.dispatchEvent(new Event('badge-shown'));
    };
    document.addEventListener('charter-unsent-changed', (event) => {
      show((event as CharterUnsentChangedEvent).detail.count);
    });
    void acknowledgement.getUnsentCount().then(show);
    new MutationObserver(() => {
      if (acknowledgement.shadowRoot!.querySelector('[part~=receipt]')) notes.receiptAt ??= Date.now();
    }).observe(acknowledgement.shadowRoot!, { childList: true, subtree: true });
  });
}

export const notesScript = `(${notePage.toString()})();`;

/** Adds the script to a page, and each search parameter of its address to the acknowledgement, as an attribute. */
export function dressPage(page: string, attributes: URLSearchParams): string {
  const written = [...attributes].map(([name, value]) => ` ${name}="${value}"`).join('');
  return page
    .replace('<head>', `<head><script src="${notesPath}"></script>`)
    .replace('<charter-acknowledgement', `$&${written}`);
}
