import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { LocalizeController } from '../../../localization/localize-controller.ts';
import { heading } from '../../../templates/heading.ts';
import type { FormModel } from '../acknowledgement-form.ts';
import { renderErrorSummary } from './error-summary.ts';
import * as faultTexts from '../fault-texts.ts';
import { renderFault, renderIdentity, renderLoadFault } from './form-view.ts';
import type { FormActions } from './form-view.ts';
import * as reviewTexts from '../review-texts.ts';
import * as texts from '../texts.ts';

/** Identity and reason of a person who declines. */
export function renderDecline(
  model: FormModel,
  headingLevel: number,
  actions: FormActions,
  localize: LocalizeController,
): TemplateResult {
  return html`<form
    novalidate
    @input=${actions.handleInput}
    @change=${actions.handleInput}
    @submit=${actions.handleSubmit}
  >
    ${heading(headingLevel + 1, texts.decline(localize), {
      name: 'section-title',
      focusable: true,
    })}
    ${renderErrorSummary(model, headingLevel + 1, localize)} ${renderIdentity(model, localize)}
    ${renderReason(model, localize)} ${renderLoadFault(model)}
    <div class="row" part="actions">
      <button class="primary" part="review-button">${reviewTexts.reviewDecline(localize)}</button>
      <button type="button" part="back-button" @click=${actions.goBack}>
        ${reviewTexts.backToForm(localize)}
      </button>
    </div>
  </form>`;
}

function renderReason({ reason, faults }: FormModel, localize: LocalizeController): TemplateResult {
  const fault = faults.get('reason');
  return html`<div class="field" part="field">
    <label for="reason">${faultTexts.reasonLabel(localize)}</label>
    <textarea
      part="input"
      id="reason"
      name="reason"
      rows="4"
      aria-required="true"
      .value=${reason}
      aria-invalid=${fault ? 'true' : nothing}
      aria-describedby=${fault ? 'reason-fault' : nothing}
    ></textarea>
    ${renderFault('reason', fault)}
  </div>`;
}
