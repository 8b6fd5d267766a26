import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Statement } from '../../../charter/charter.ts';
import { directionOf } from '../../../localization/language.ts';
import type { LocalizeController } from '../../../localization/localize-controller.ts';
import { liveText } from '../../../templates/live-text.ts';
import { signerLabels } from '../../../templates/signer-texts.ts';
import type { FormModel } from '../acknowledgement-form.ts';
import { autocompleteTokens } from '../signer-fields.ts';
import type { IdentityField } from '../signer-fields.ts';
import * as texts from '../texts.ts';

export interface FormActions {
  readonly handleInput: (event: Event) => void;
  readonly handleSubmit: (event: Event) => void;
  /** Where the page lets people decline. */
  readonly decline: (() => void) | undefined;
  readonly goBack: () => void;
  readonly goToChecklist: () => void;
}

export interface FormDisplay {
  /** Nothing will be sent. */
  readonly isDryRun: boolean;
  /** The person has asked for what comes next, which is not here yet. */
  readonly isAwaited: boolean;
  /** What is to be corrected, once there is something. */
  readonly errorSummary: TemplateResult | typeof nothing | undefined;
}

/** Identity and statements. */
export function renderForm(
  model: FormModel,
  { isDryRun, isAwaited, errorSummary }: FormDisplay,
  actions: FormActions,
  localize: LocalizeController,
): TemplateResult {
  const checklistFault = model.faults.get('checklist');
  return html`<form
    novalidate
    @input=${actions.handleInput}
    @change=${actions.handleInput}
    @submit=${actions.handleSubmit}
  >
    ${errorSummary ?? nothing}
    ${isDryRun ? html`<p class="notice" part="dry-run">${texts.dryRunNotice(localize)}</p>` : nothing}
    ${renderIdentity(model, localize)} ${renderStatements(model, localize)}
    ${renderPracticeCount(model, localize)}
    ${
      checklistFault
        ? html`<div>
            ${renderFault('checklist', checklistFault)}
            <button
              type="button"
              class="quiet"
              part="checklist-button"
              id="checklist"
              @click=${actions.goToChecklist}
            >
              ${texts.goToChecklist(localize)}
            </button>
          </div>`
        : nothing
    }
    ${renderLoadFault(model)}
    <div class="row" part="actions">
      <button class="primary" part="review-button" aria-disabled=${isAwaited ? 'true' : nothing}>
        ${liveText(isAwaited ? texts.awaited(localize) : texts.review(localize))}
      </button>
      ${
        actions.decline
          ? html`<button type="button" class="quiet" part="decline-button" @click=${actions.decline}>
              ${texts.decline(localize)}
            </button>`
          : nothing
      }
    </div>
  </form>`;
}

/** What came next could not be loaded. */
export function renderLoadFault({ faults }: FormModel): TemplateResult | typeof nothing {
  const fault = faults.get('load');
  return fault ? html`<p class="notice danger" part="notice" role="alert">${fault()}</p>` : nothing;
}

export function renderIdentity(model: FormModel, localize: LocalizeController): TemplateResult {
  const { fields, locked } = model;
  const isLocked = ({ name }: IdentityField): boolean => locked.has(name);
  const editable = fields.filter((field) => !isLocked(field));
  return html`<fieldset part="identity">
    <legend part="group-title">${texts.identity(localize)}</legend>
    ${
      locked.size > 0
        ? html`<dl class="fields">
            ${fields.filter(isLocked).map(
              ({ name }) =>
                html`<div>
                  <dt>${signerLabels[name](localize)}</dt>
                  ${renderLocked(name, model)}
                </div>`,
            )}
          </dl>`
        : nothing
    }
    ${
      editable.length > 0
        ? html`<p class="muted">${texts.allRequired(localize)}</p>
            <div class="fields">${editable.map((field) => renderField(field, model, localize))}</div>`
        : nothing
    }
  </fieldset>`;
}

/** What the page gave and locked; where it cannot be recorded, the person is told whom to turn to. */
function renderLocked(name: IdentityField['name'], { signer, faults }: FormModel): TemplateResult {
  const fault = faults.get(name);
  if (!fault) return html`<dd>${signer[name]}</dd>`;
  return html`<dd id=${name} tabindex="-1">${signer[name]} ${renderFault(name, fault)}</dd>`;
}

function renderField(
  { name, isRequired }: IdentityField,
  model: FormModel,
  localize: LocalizeController,
): TemplateResult {
  const fault = model.faults.get(name);
  return html`<div class="field" part="field">
    <label for=${name}>
      ${signerLabels[name](localize)}
      ${isRequired ? nothing : html`<span class="muted">${texts.optional(localize)}</span>`}
    </label>
    <input
      part="input"
      id=${name}
      name=${name}
      type=${name === 'email' ? 'email' : 'text'}
      autocomplete=${model.isShared ? 'off' : (autocompleteTokens[name] ?? 'off')}
      aria-required=${isRequired ? 'true' : nothing}
      .value=${model.signer[name] ?? ''}
      aria-invalid=${fault ? 'true' : nothing}
      aria-describedby=${fault ? `${name}-fault` : nothing}
    />
    ${renderFault(name, fault)}
  </div>`;
}

function renderStatements(model: FormModel, localize: LocalizeController): TemplateResult | typeof nothing {
  const { charter } = model;
  if (!charter.statements?.length) return nothing;
  return html`<fieldset part="statements">
    <legend part="group-title">${texts.statements(localize)}</legend>
    ${charter.statements.map((statement) => renderStatement(statement, model, localize))}
  </fieldset>`;
}

function renderStatement(
  statement: Statement,
  model: FormModel,
  localize: LocalizeController,
): TemplateResult {
  const { id, text, required } = statement;
  const name = `statement-${id}`;
  const fault = model.faults.get(name);
  const { locale } = model.charter;
  return html`<div part="statement">
    <div class="statement">
      <input
        type="checkbox"
        part="checkbox"
        id=${name}
        name=${name}
        .checked=${model.ticked.has(id)}
        aria-required=${required === false ? nothing : 'true'}
        aria-invalid=${fault ? 'true' : nothing}
        aria-describedby=${fault ? `${name}-fault` : nothing}
      />
      <label for=${name}>
        <span translate="no" lang=${locale} dir=${directionOf(locale)}>${text}</span>
        ${required === false ? html`<span class="muted">${texts.optional(localize)}</span>` : nothing}
      </label>
    </div>
    ${renderFault(name, fault)}
  </div>`;
}

function renderPracticeCount(
  { practiceCount }: FormModel,
  localize: LocalizeController,
): TemplateResult | typeof nothing {
  if (practiceCount === undefined) return nothing;
  return html`<p class="muted" part="practices">${liveText(texts.practices(localize, practiceCount))}</p>`;
}

export function renderFault(
  name: string,
  fault: (() => string) | undefined,
): TemplateResult | typeof nothing {
  return fault ? html`<p class="fault" id="${name}-fault" part="fault">${fault()}</p>` : nothing;
}
