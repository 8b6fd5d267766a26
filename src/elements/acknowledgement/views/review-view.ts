import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Charter } from '../../../charter/charter.ts';
import { plainText } from '../../../charter/plain-text.ts';
import { writeJSON } from '../../../internal/write-json.ts';
import { directionOf } from '../../../localization/language.ts';
import type { LocalizeController } from '../../../localization/localize-controller.ts';
import type { SignatureRecord, Signer } from '../../../signature/record.ts';
import { heading } from '../../../templates/heading.ts';
import { liveText } from '../../../templates/live-text.ts';
import * as receiptTexts from '../../../templates/receipt-texts.ts';
import { signerLabels } from '../../../templates/signer-texts.ts';
import * as reviewTexts from '../review-texts.ts';
import * as texts from '../texts.ts';

/** A part of what is signed that the person can go back to. */
export type ReviewedPart = 'identity' | 'statements' | 'practices' | 'reason';

export interface ReviewModel {
  readonly record: SignatureRecord;
  readonly charter: Charter;
  readonly headingLevel: number;
  readonly isSending: boolean;
  /** What is shown has changed since the person saw it first. */
  readonly isChanged: boolean;
  /** The page knows who the person is: there is nothing to correct. */
  readonly isLocked: boolean;
  /** A dry run ended: nothing was sent. */
  readonly isTried: boolean;
}

export interface ReviewActions {
  readonly sign: () => void;
  readonly goBack: () => void;
  readonly modify: (part: ReviewedPart) => void;
}

/** The last look before signing: in words, then the very JSON that will leave the browser. */
export function renderReview(
  model: ReviewModel,
  actions: ReviewActions,
  localize: LocalizeController,
): TemplateResult {
  const { record, headingLevel, isSending, isTried, isChanged } = model;
  const isDeclined = record.decision === 'declined';
  const title = isDeclined ? reviewTexts.reviewDeclineTitle(localize) : reviewTexts.reviewTitle(localize);
  const label = isDeclined ? reviewTexts.sendDecline(localize) : reviewTexts.sign(localize);
  return html`
    ${heading(headingLevel + 1, title, { name: 'section-title', focusable: true })}
    ${
      isChanged
        ? html`<p class="notice warning" part="changed">${reviewTexts.reviewChanged(localize)}</p>`
        : nothing
    }
    ${renderSummary(model, actions, localize)} ${renderStatements(model, actions, localize)}
    ${renderPractices(model, actions, localize)} ${renderRecord(record, localize)}
    ${
      isTried
        ? html`<p class="notice warning" role="status" part="dry-run">${reviewTexts.dryRun(localize)}</p>`
        : nothing
    }
    <div class="row" part="actions">
      <button
        type="button"
        class="primary"
        part="sign-button"
        aria-disabled=${isSending}
        @click=${actions.sign}
      >
        ${liveText(isSending ? texts.sending(localize) : label)}
      </button>
      <button type="button" part="back-button" aria-disabled=${isSending} @click=${actions.goBack}>
        ${reviewTexts.back(localize)}
      </button>
    </div>
  `;
}

/** The text itself changed: its statements are to be read again. */
export function renderAnotherText(localize: LocalizeController): TemplateResult {
  return html`<p class="notice warning" part="changed">${reviewTexts.textChanged(localize)}</p>`;
}

/** The button that leads back to a part, named after it for those who hear one button at a time. */
function modifyButton(
  part: ReviewedPart,
  name: string,
  { isSending }: ReviewModel,
  { modify }: ReviewActions,
  localize: LocalizeController,
): TemplateResult {
  const label = reviewTexts.modify(localize);
  return html`<button
    type="button"
    class="quiet"
    part="modify-button"
    aria-label="${label} – ${name}"
    aria-disabled=${isSending || nothing}
    @click=${() => isSending || modify(part)}
  >
    ${label}
  </button>`;
}

function partHeading(
  part: ReviewedPart,
  title: string,
  model: ReviewModel,
  actions: ReviewActions,
  localize: LocalizeController,
): TemplateResult {
  const isFixed = part === 'identity' && model.isLocked;
  return html`<div class="row reviewed-title">
    ${heading(model.headingLevel + 2, title, { name: 'reviewed-title' })}
    ${isFixed ? nothing : modifyButton(part, title, model, actions, localize)}
  </div>`;
}

function renderSummary(
  model: ReviewModel,
  actions: ReviewActions,
  localize: LocalizeController,
): TemplateResult {
  const { record, charter } = model;
  const lang = charter.locale;
  return html`
    <dl part="summary">
      <dt>${receiptTexts.charter(localize)}</dt>
      <dd lang=${lang} dir=${directionOf(lang)}>${charter.title}</dd>
      <dt>${receiptTexts.version(localize)}</dt>
      <dd>${charter.version}</dd>
    </dl>
    ${partHeading('identity', texts.identity(localize), model, actions, localize)}
    <dl part="summary">
      ${(Object.keys(record.signer) as (keyof Signer)[]).map(
        (name) =>
          html`<dt>${signerLabels[name](localize)}</dt>
            <dd>${record.signer[name]}</dd>`,
      )}
    </dl>
    ${
      record.decision === 'declined'
        ? html`${partHeading('reason', receiptTexts.reason(localize), model, actions, localize)}
            <p class="reason" part="reason">${record.reason}</p>`
        : nothing
    }
  `;
}

/** What the person assents to; and what they could have, and did not. */
function renderStatements(
  model: ReviewModel,
  actions: ReviewActions,
  localize: LocalizeController,
): TemplateResult | typeof nothing {
  const { record, charter } = model;
  if (record.decision === 'declined' || !charter.statements?.length) return nothing;
  const signed = new Set(record.statements.map(({ id }) => id));
  const others = charter.statements.filter(({ id }) => !signed.has(id));
  return html`
    ${partHeading('statements', texts.statements(localize), model, actions, localize)}
    ${charterList(
      'review-statements',
      record.statements.map(({ text }) => text),
      charter,
    )}
    ${
      others.length > 0
        ? html`<p class="muted">${reviewTexts.notTicked(localize)}</p>
            ${charterList(
              'review-others',
              others.map(({ text }) => text),
              charter,
            )}`
        : nothing
    }
  `;
}

function renderPractices(
  model: ReviewModel,
  actions: ReviewActions,
  localize: LocalizeController,
): TemplateResult | typeof nothing {
  const { record, charter } = model;
  const { practices } = record;
  if (!practices) return nothing;
  const count = localize.number(practices.length);
  const texts = new Map((charter.practices ?? []).map(({ id, text }) => [id, plainText(text)]));
  return html`
    ${partHeading('practices', `${receiptTexts.ticked(localize)} (${count})`, model, actions, localize)}
    ${
      practices.length > 0
        ? charterList(
            'review-practices',
            practices.map((id) => texts.get(id) ?? id),
            charter,
          )
        : nothing
    }
  `;
}

function charterList(part: string, texts: readonly string[], { locale }: Charter): TemplateResult {
  return html`<ul class="list" part=${part} lang=${locale} dir=${directionOf(locale)} translate="no">
    ${texts.map((text) => html`<li>${text}</li>`)}
  </ul>`;
}

function renderRecord(record: SignatureRecord, localize: LocalizeController): TemplateResult {
  return html`<details part="record">
    <summary>${reviewTexts.record(localize)}</summary>
    <p class="muted">${reviewTexts.recordNote(localize)}</p>
    <pre dir="ltr" translate="no" tabindex="0" role="region" aria-label=${reviewTexts.record(localize)}>
${writeJSON(record, 2)}</pre>
  </details>`;
}
