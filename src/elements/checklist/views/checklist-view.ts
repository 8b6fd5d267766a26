import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { LocalizeController } from '../../../localization/localize-controller.ts';
import { heading } from '../../../templates/heading.ts';
import { interfaceWords } from '../../../templates/interface-words.ts';
import * as texts from '../texts.ts';
import { renderPracticeList, renderProgress } from './practice-list.ts';
import type { PracticeListView } from './practice-list.ts';

export interface ChecklistView extends Omit<PracticeListView, 'requiredMark'> {
  /** How many of the practices listed are ticked. */
  readonly ticked: number;
  /** Level of the title, from 1. */
  readonly level: number;
  readonly localize: LocalizeController;
  readonly onClear: () => void;
}

/** The title, how far the person got, the practices, and the button that unticks them. */
export function renderChecklist(view: ChecklistView): TemplateResult {
  const { listing, isDisabled, localize } = view;
  const required = texts.required(localize);
  const requiredMark = interfaceWords(required, listing.charter.locale, localize);
  return html`<div class="stack">
    ${heading(view.level, texts.title(localize), { name: 'title', id: 'title', focusable: true })}
    ${renderProgress(view.ticked, listing.practices.length, localize)}
    ${
      // A tick changes the count above, not the list: it may be long.
      guard([listing, isDisabled, required, localize.textLanguage], () =>
        renderPracticeList({ ...view, requiredMark }),
      )
    }
    <button
      type="button"
      class="clear quiet no-print"
      part="clear-button"
      ?disabled=${isDisabled}
      @click=${view.onClear}
    >
      ${texts.clear(localize)}
    </button>
  </div>`;
}
