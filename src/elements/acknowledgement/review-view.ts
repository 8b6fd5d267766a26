import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Charter } from '../../charter/charter.ts';
import { writeJSON } from '../../internal/write-json.ts';
import { directionOf } from '../../localization/language.ts';
import type { LocalizeController } from '../../localization/localize-controller.ts';
import type { SignatureRecord, Signer } from '../../signature/record.ts';
import { heading } from '../../templates/heading.ts';
import { labelOf } from './signer-fields.ts';

export interface ReviewModel {
  readonly record: SignatureRecord;
  readonly charter: Charter;
  readonly headingLevel: number;
  readonly isSending: boolean;
  /** A dry run ended: nothing was sent. */
  readonly isTried: boolean;
}

export interface ReviewActions {
  readonly sign: () => void;
  readonly goBack: () => void;
}

/** The last look before signing: in words, then the very JSON that will leave the browser. */
export function renderReview(
  { record, charter, headingLevel, isSending, isTried }: ReviewModel,
  { sign, goBack }: ReviewActions,
  localize: LocalizeController,
): TemplateResult {
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
    ${renderSummary(record, charter, localize)} ${renderRecord(record, localize)}
    ${
      isTried
        ? html`<p class="notice warning" role="status" part="dry-run">
            ${msg('Essai terminé : rien n’a été envoyé ni enregistré.', { id: 'acknowledgement.dry-run', desc: 'Status after the button that signs, where a hospital tries it out' })}
          </p>`
        : nothing
    }
    <div class="row" part="actions">
      <button type="button" class="primary" part="sign-button" aria-disabled=${isSending} @click=${sign}>
        ${isSending ? msg('Envoi…', { id: 'acknowledgement.sending', desc: 'In place of the words of the button while it is being sent (max 25)' }) : label}
      </button>
      <button type="button" part="back-button" aria-disabled=${isSending} @click=${goBack}>
        ${msg('Revenir et modifier', { id: 'acknowledgement.back', desc: 'Button: back to the form (max 30)' })}
      </button>
    </div>
  `;
}

function renderSummary(
  record: SignatureRecord,
  charter: Charter,
  localize: LocalizeController,
): TemplateResult {
  const { msg } = localize;
  const { statements, practices } = record;
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
      ${(Object.keys(record.signer) as (keyof Signer)[]).map(
        (name) =>
          html`<dt>${labelOf(name, localize)}</dt>
            <dd>${record.signer[name]}</dd>`,
      )}
      ${
        practices
          ? html`<dt>
                ${msg('Bonnes pratiques cochées', { id: 'acknowledgement.ticked', desc: 'Label before the number of ticked practices' })}
              </dt>
              <dd>${localize.number(practices.length)}</dd>`
          : nothing
      }
      ${
        record.decision === 'declined'
          ? html`<dt>
                ${msg('Raison du refus', { id: 'acknowledgement.reason', desc: 'Label before the reason for not signing (max 25)' })}
              </dt>
              <dd>${record.reason}</dd>`
          : nothing
      }
    </dl>
    ${
      statements.length > 0
        ? html`<ul class="list" part="review-statements" lang=${lang} dir=${directionOf(lang)} translate="no">
            ${statements.map(({ text }) => html`<li>${text}</li>`)}
          </ul>`
        : nothing
    }
  `;
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
