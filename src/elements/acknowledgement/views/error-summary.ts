import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { directionOf } from '../../../localization/language.ts';
import type { LocalizeController } from '../../../localization/localize-controller.ts';
import type { Signer } from '../../../signature/record.ts';
import { heading } from '../../../templates/heading.ts';
import { liveText } from '../../../templates/live-text.ts';
import { signerLabels } from '../../../templates/signer-texts.ts';
import type { FormModel } from '../acknowledgement-form.ts';
import * as faultTexts from '../fault-texts.ts';

/**
 * What is to be corrected, with a link to each field. It is given the focus (`#error-summary`) when the form is not accepted,
 * and with that it is spoken, once: no alert besides.
 *
 * @param headingLevel - Level of the title that it stands under.
 */
export function renderErrorSummary(
  model: FormModel,
  headingLevel: number,
  localize: LocalizeController,
): TemplateResult | typeof nothing {
  // What could not be loaded is not the person's to correct.
  const faults = [...model.faults].filter(([name]) => name !== 'load');
  if (faults.length === 0) return nothing;
  return html`<div
    class="notice danger"
    part="error-summary"
    id="error-summary"
    role="group"
    tabindex="-1"
    aria-labelledby="error-summary-title"
  >
    ${heading(headingLevel + 1, liveText(faultTexts.errorSummary(localize, faults.length)), {
      name: 'error-summary-title',
      id: 'error-summary-title',
    })}
    <ul class="list">
      ${faults.map(
        ([name, words]) =>
          html`<li>
            <a href="#${name}" @click=${goToField}>${labelOfFault(name, model, localize)} ${words()}</a>
          </li>`,
      )}
    </ul>
  </div>`;
}

/** Which field it is about; its own words do not always say so. */
function labelOfFault(
  name: string,
  { charter, fields }: FormModel,
  localize: LocalizeController,
): TemplateResult | typeof nothing {
  const statement = charter.statements?.find(({ id }) => name === `statement-${id}`);
  if (statement) {
    const { locale } = charter;
    return html`<span translate="no" lang=${locale} dir=${directionOf(locale)}>${statement.text}</span> –`;
  }
  if (name === 'reason') return html`${faultTexts.reasonLabel(localize)} –`;
  const isField = fields.some((field) => field.name === name);
  return isField ? html`${signerLabels[name as keyof Signer](localize)} –` : nothing;
}

/** An anchor of a shadow root is not one of the page: the link moves the focus itself. */
function goToField(event: Event): void {
  event.preventDefault();
  const link = event.currentTarget as HTMLAnchorElement;
  const root = link.getRootNode() as ShadowRoot;
  const target = root.getElementById(link.getAttribute('href')!.slice(1));
  // The checklist is elsewhere: its button leads there.
  if (target?.localName === 'button') target.click();
  else target?.focus();
}
