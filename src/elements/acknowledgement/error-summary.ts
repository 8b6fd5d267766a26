import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { directionOf } from '../../localization/language.ts';
import type { LocalizeController } from '../../localization/localize-controller.ts';
import type { Signer } from '../../signature/record.ts';
import { heading } from '../../templates/heading.ts';
import type { FormModel } from './acknowledgement-form.ts';
import { labelOf } from './signer-fields.ts';

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
    ${heading(headingLevel + 1, title(faults.length, localize), {
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

function title(count: number, localize: LocalizeController): string {
  const shown = localize.number(count);
  return localize.plural(
    count,
    () =>
      localize.msg(str`Il y a ${shown} point à corriger`, {
        id: 'acknowledgement.error-summary.one',
        desc: 'Title of the list of what is to be corrected in the form. 0: how many',
      }),
    () =>
      localize.msg(str`Il y a ${shown} points à corriger`, {
        id: 'acknowledgement.error-summary.other',
        desc: 'Title of the list of what is to be corrected in the form. 0: how many',
      }),
  );
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
  if (name === 'reason') return html`${reasonLabel(localize)} –`;
  const isField = fields.some((field) => field.name === name);
  return isField ? html`${labelOf(name as keyof Signer, localize)} –` : nothing;
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

export function reasonLabel({ msg }: LocalizeController): string {
  return msg('Pourquoi ne signez-vous pas ?', {
    id: 'acknowledgement.reason-label',
    desc: 'Label of the field where a person says why; never a reproach',
  });
}
