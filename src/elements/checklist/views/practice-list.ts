import { html, noChange, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Practice } from '../../../charter/charter.ts';
import { directionOf } from '../../../localization/language.ts';
import type { LocalizeController } from '../../../localization/localize-controller.ts';
import { liveText } from '../../../templates/live-text.ts';
import { richText } from '../../../templates/rich-text.ts';
import { renderInStretches } from '../../../templates/stretches.ts';
import type { Listing } from '../listing.ts';
import * as texts from '../texts.ts';

export interface PracticeListView {
  readonly listing: Listing;
  readonly isDisabled: boolean;
  /** The same practices are on screen: only the words after those that are required may be others. */
  readonly isShown: boolean;
  /** What stands after a required practice. */
  readonly requiredMark: unknown;
  readonly onInput: (event: Event) => void;
  readonly onChange: () => void;
}

/** How many practices are ticked, in words, and as a bar for the eye alone: a tick is told once. */
export function renderProgress(ticked: number, all: number, localize: LocalizeController): TemplateResult {
  return html`<div class="progress" part="progress">
    <p role="status">${liveText(texts.progress(localize, ticked, all))}</p>
    <progress class="no-print" max=${Math.max(all, 1)} .value=${ticked} aria-hidden="true"></progress>
  </div>`;
}

/** The practices in their groups, each with its box. Practices without a group are named by the title. */
export function renderPracticeList(view: PracticeListView): TemplateResult {
  const { listing, isDisabled, onInput, onChange } = view;
  const { locale } = listing.charter;
  return html`<div
    class="groups"
    lang=${locale}
    dir=${directionOf(locale)}
    @input=${onInput}
    @change=${onChange}
  >
    ${renderInStretches(
      listing.practices,
      (group, members) =>
        html`<fieldset part="group" ?disabled=${isDisabled} aria-labelledby=${group ? nothing : 'title'}>
          ${group ? html`<legend part="group-title">${group}</legend>` : nothing}
          <ul>
            ${members.map((practice) => renderPractice(practice, view))}
          </ul>
        </fieldset>`,
    )}
  </div>`;
}

function renderPractice(
  practice: Practice,
  { isShown, requiredMark }: PracticeListView,
): TemplateResult | typeof noChange {
  if (isShown && !practice.required) return noChange;
  const { id, text, why, required } = practice;
  const words = richText(text);
  // Few parts and no template within: there may be thousands.
  return html`<li part="practice">
    <input
      type="checkbox"
      part="checkbox"
      id="practice-${id}"
      value=${id}
      aria-required=${required ? 'true' : nothing}
      aria-describedby=${why === undefined ? nothing : `why-${id}`}
    />
    <div class="text">
      <label for="practice-${id}">
        ${required ? html`${words} <span class="muted">${requiredMark}</span>` : words}
      </label>
      <p class="muted" id="why-${id}" ?hidden=${why === undefined}>${why && richText(why)}</p>
    </div>
  </li>`;
}
