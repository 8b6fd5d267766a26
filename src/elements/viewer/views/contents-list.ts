import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { LocalizeController } from '../../../localization/localize-controller.ts';
import * as texts from '../texts.ts';

export interface ContentsView {
  readonly entries: readonly { readonly id: string; readonly title: unknown }[];
  /** Language of the titles. */
  readonly locale: string;
  /** Whether the list stands beside the text; otherwise it is folded, so that the text begins on the first screen. */
  readonly isBeside: boolean;
  readonly onFollow: (id: string) => void;
}

export function renderContents(view: ContentsView, localize: LocalizeController): TemplateResult {
  const { entries, locale, isBeside, onFollow } = view;
  const label = texts.contents(localize);
  const follow = (event: MouseEvent, id: string): void => {
    // A new tab or window is the browser's to open.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    // The section is inside a shadow root, where the browser does not look for it; the page's own history stays.
    event.preventDefault();
    onFollow(id);
  };
  return html`<nav class="toc no-print" part="toc" lang=${localize.textLanguage} aria-label=${label}>
    <details ?open=${isBeside}>
      <summary>${label}</summary>
      <ol lang=${locale}>
        ${entries.map(
          ({ id, title }) =>
            html`<li><a href="#${id}" @click=${(event: MouseEvent) => follow(event, id)}>${title}</a></li>`,
        )}
      </ol>
    </details>
  </nav>`;
}
