import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Charter } from '../../charter/charter.ts';
import { plainText } from '../../charter/plain-text.ts';
import { writeJSON } from '../../internal/write-json.ts';
import { directionOf } from '../../localization/language.ts';
import type { LocalizeController } from '../../localization/localize-controller.ts';
import type { SignatureRecord, Signer } from '../../signature/record.ts';
import { heading } from '../../templates/heading.ts';
import { liveText } from '../../templates/live-text.ts';
import { labelOf } from './signer-fields.ts';

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
  const { msg } = localize;
  const isDeclined = record.decision === 'declined';
  const title = isDeclined
    ? msg('Vérifiez avant d’envoyer votre refus', {
        id: 'acknowledgement.review-decline-title',
        desc: 'Heading of the last step before a refusal is sent',
      })
    : msg('Vérifiez ce que vous allez signer', {
        id: 'acknowledgement.review-title',
        desc: 'Heading of the last step before signing',
      });
  const label = isDeclined
    ? msg('Envoyer mon refus', {
        id: 'acknowledgement.send-decline',
        desc: 'Button that sends the refusal (max 30)',
      })
    : msg('Signer la charte', { id: 'acknowledgement.sign', desc: 'Button that signs and sends (max 30)' });
  return html`
    ${heading(headingLevel + 1, title, { name: 'section-title', focusable: true })}
    ${isChanged ? html`<p class="notice warning" part="changed">${changedText(localize)}</p>` : nothing}
    ${renderSummary(model, actions, localize)} ${renderStatements(model, actions, localize)}
    ${renderPractices(model, actions, localize)} ${renderRecord(record, localize)}
    ${
      isTried
        ? html`<p class="notice warning" role="status" part="dry-run">
            ${msg('Essai terminé : rien n’a été envoyé ni enregistré.', { id: 'acknowledgement.dry-run', desc: 'Status after the button that signs, where a hospital tries it out' })}
          </p>`
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
        ${liveText(isSending ? msg('Envoi…', { id: 'acknowledgement.sending', desc: 'In place of the words of the button while it is being sent (max 25)' }) : label)}
      </button>
      <button type="button" part="back-button" aria-disabled=${isSending} @click=${actions.goBack}>
        ${msg('Revenir et modifier', { id: 'acknowledgement.back', desc: 'Button: back to the form (max 30)' })}
      </button>
    </div>
  `;
}

/** That the review shows something else than before; also heard. */
export function changedText({ msg }: LocalizeController): string {
  return msg('Ce que vous alliez signer a changé entre-temps : vérifiez de nouveau avant de signer.', {
    id: 'acknowledgement.review-changed',
    desc: 'Notice in the last step: the charter, the ticked practices or the identity changed under it',
  });
}

/** The text itself changed: its statements are to be read again. */
export function renderAnotherText({ msg }: LocalizeController): TemplateResult {
  return html`<p class="notice warning" part="changed">
    ${msg('Le texte de la charte a changé entre-temps : relisez les engagements avant de signer.', {
      id: 'acknowledgement.text-changed',
      desc: 'Notice above the form: another version of the charter is shown since the person ticked',
    })}
  </p>`;
}

/** The button that leads back to a part, named after it for those who hear one button at a time. */
function modifyButton(
  part: ReviewedPart,
  name: string,
  { isSending }: ReviewModel,
  { modify }: ReviewActions,
  { msg }: LocalizeController,
): TemplateResult {
  const label = msg('Modifier', {
    id: 'acknowledgement.modify',
    desc: 'Button beside a part of the review (max 15)',
  });
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
  const { msg } = localize;
  const lang = charter.locale;
  return html`
    <dl part="summary">
      <dt>
        ${msg('Charte', { id: 'acknowledgement.charter', desc: 'Label before the title of the charter (max 25)' })}
      </dt>
      <dd lang=${lang} dir=${directionOf(lang)}>${charter.title}</dd>
      <dt>
        ${msg('Version', { id: 'acknowledgement.version', desc: 'Label before the version of the charter (max 25)' })}
      </dt>
      <dd>${charter.version}</dd>
    </dl>
    ${partHeading('identity', msg('Votre identité', { id: 'acknowledgement.identity', desc: 'Heading above name, email and so on' }), model, actions, localize)}
    <dl part="summary">
      ${(Object.keys(record.signer) as (keyof Signer)[]).map(
        (name) =>
          html`<dt>${labelOf(name, localize)}</dt>
            <dd>${record.signer[name]}</dd>`,
      )}
    </dl>
    ${
      record.decision === 'declined'
        ? html`${partHeading('reason', msg('Raison du refus', { id: 'acknowledgement.reason', desc: 'Label before the reason for not signing (max 25)' }), model, actions, localize)}
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
  const { msg } = localize;
  if (record.decision === 'declined' || !charter.statements?.length) return nothing;
  const signed = new Set(record.statements.map(({ id }) => id));
  const others = charter.statements.filter(({ id }) => !signed.has(id));
  return html`
    ${partHeading('statements', msg('Vos engagements', { id: 'acknowledgement.statements', desc: 'Heading above the sentences that the person agrees to' }), model, actions, localize)}
    ${charterList(
      'review-statements',
      record.statements.map(({ text }) => text),
      charter,
    )}
    ${
      others.length > 0
        ? html`<p class="muted">
              ${msg('Vous n’avez pas coché :', { id: 'acknowledgement.not-ticked', desc: 'In the review, above the optional statements that the person did not agree to' })}
            </p>
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
  const { msg } = localize;
  const { practices } = record;
  if (!practices) return nothing;
  const count = localize.number(practices.length);
  const texts = new Map((charter.practices ?? []).map(({ id, text }) => [id, plainText(text)]));
  return html`
    ${partHeading('practices', `${msg('Bonnes pratiques cochées', { id: 'acknowledgement.ticked', desc: 'Label before the number of ticked practices' })} (${count})`, model, actions, localize)}
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

function renderRecord(record: SignatureRecord, { msg }: LocalizeController): TemplateResult {
  return html`<details part="record">
    <summary>
      ${msg('Ce qui quittera ce navigateur', { id: 'acknowledgement.record', desc: 'Heading of what can be unfolded: the exact record that will be sent' })}
    </summary>
    <p class="muted">
      ${msg(
        'Ces lignes, et rien d’autre, sont envoyées à l’établissement. Votre temps de lecture et vos réglages n’en font pas partie.',
        {
          id: 'acknowledgement.record-note',
          desc: 'Above the exact record',
        },
      )}
    </p>
    <pre
      dir="ltr"
      translate="no"
      tabindex="0"
      role="region"
      aria-label=${msg('Ce qui quittera ce navigateur', { id: 'acknowledgement.record', desc: 'Heading of what can be unfolded: the exact record that will be sent' })}
    >
${writeJSON(record, 2)}</pre>
  </details>`;
}
