import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { problemPrefix } from '../../signature/problem.ts';
import type { LocalizeController } from '../../localization/localize-controller.ts';
import type { SignatureState } from '../../signing/signature-state.ts';
import { definition } from '../../templates/definition.ts';
import { renderPending } from './pending-view.ts';
import { explainFailure } from './problem-texts.ts';
import { button, exportButton, notice, startOverButton } from './result-parts.ts';
import type { ResultActions } from './result-parts.ts';
import { labelOf } from './signer-fields.ts';

/** A state that is a result: something was handed to the outbox. */
export type ResultState = Exclude<SignatureState, { name: 'drafting' | 'sending' }>;

type State<Name extends SignatureState['name']> = Extract<SignatureState, { name: Name }>;

/** What the person sees once a record was handed to the outbox. */
export function renderResult(
  state: ResultState,
  actions: ResultActions,
  localize: LocalizeController,
): TemplateResult {
  switch (state.name) {
    case 'signed':
    case 'declined':
      return renderRecorded(state, actions, localize);
    case 'pending':
      return renderPending(state, actions, localize);
    case 'outdated':
      return renderOutdated(actions, localize);
    case 'refused':
      return renderRefused(state, actions, localize);
  }
}

function renderRecorded(
  { name, record, receipt }: State<'signed' | 'declined'>,
  actions: ResultActions,
  localize: LocalizeController,
): TemplateResult {
  const { msg } = localize;
  const isDeclined = name === 'declined';
  const time = receipt?.receivedAt ?? record.signedAt;
  const when = localize.date(time, { dateStyle: 'long', timeStyle: 'short' });
  return html`<div class="panel" part="receipt">
    ${notice(
      'success',
      'check',
      actions,
      isDeclined
        ? msg('Votre refus est enregistré', {
            id: 'acknowledgement.declined',
            desc: 'Heading when the server has recorded the refusal',
          })
        : msg('Votre signature est enregistrée', {
            id: 'acknowledgement.signed',
            desc: 'Heading when the server has recorded the signature',
          }),
      html`<p>
        ${
          isDeclined
            ? msg('L’établissement l’a bien reçu.', {
                id: 'acknowledgement.declined-note',
                desc: 'Under acknowledgement.declined',
              })
            : msg(
                'L’établissement l’a bien reçue. Gardez ce reçu : il dit qui a signé, quel texte et quand.',
                {
                  id: 'acknowledgement.signed-note',
                  desc: 'Under acknowledgement.signed, above the receipt',
                },
              )
        }
      </p>`,
    )}
    <dl class="receipt" part="details">
      ${definition(labelOf('name', localize), record.signer.name)}
      ${definition(msg('Décision', { id: 'acknowledgement.decision', desc: 'Label before what the person decided (max 25)' }), isDeclined ? msg('Refus de signer', { id: 'acknowledgement.decision-declined', desc: 'Value of the receipt: the person did not sign' }) : msg('Signature', { id: 'acknowledgement.decision-accepted', desc: 'Value of the receipt: the person signed' }))}
      ${record.decision === 'declined' ? definition(msg('Raison du refus', { id: 'acknowledgement.reason', desc: 'Label before the reason for not signing (max 25)' }), record.reason) : nothing}
      ${definition(msg('Charte', { id: 'acknowledgement.charter', desc: 'Label before the title of the charter (max 25)' }), msg(str`${actions.charterTitle ?? record.charter.id}, version ${record.charter.version}`, { id: 'acknowledgement.charter-version', desc: 'Value of the receipt. 0: title of the charter, 1: version' }))}
      ${definition(receipt ? msg('Reçue le', { id: 'acknowledgement.received-at', desc: 'Label before the date on which the server received the signature (max 25)' }) : msg('Signée le', { id: 'acknowledgement.signed-at', desc: 'Label before the date by the clock of the device (max 25)' }), html`<time datetime=${time}>${when}</time>`)}
      ${definition(msg('Numéro', { id: 'acknowledgement.number', desc: 'Label before the number of the record (max 25)' }), html`<code translate="no">${record.id}</code>`)}
      ${definition(msg('Empreinte de la charte', { id: 'acknowledgement.digest', desc: 'Label before a digest (hash) of the text that was signed' }), html`<code translate="no">${record.charter.digest}</code>`)}
      ${receipt ? definition(msg('Empreinte de la signature', { id: 'acknowledgement.record-digest', desc: 'Label before a digest (hash) of the record' }), html`<code translate="no">${receipt.recordDigest}</code>`) : nothing}
    </dl>
    <div class="row no-print" part="actions">
      ${button('print-button', 'print', msg('Imprimer le reçu', { id: 'acknowledgement.print', desc: 'Button (max 30)' }), actions.print)}
      ${button('download-button', 'download', msg('Télécharger le reçu', { id: 'acknowledgement.download', desc: 'Button (max 30)' }), () => actions.download(record))}
      ${startOverButton(actions, localize)}
    </div>
  </div>`;
}

function renderOutdated(actions: ResultActions, { msg }: LocalizeController): TemplateResult {
  return html`<div class="panel" part="outdated">
    ${notice(
      'warning',
      'alert',
      actions,
      msg('La charte a changé entre-temps', {
        id: 'acknowledgement.outdated',
        desc: 'Heading when a newer version of the charter was published meanwhile',
      }),
      html`<p>
        ${msg('L’établissement a publié une nouvelle version pendant votre lecture : votre signature n’a pas été enregistrée. Lisez ce qui a changé, puis signez la nouvelle version. Votre identité reste remplie.', { id: 'acknowledgement.outdated-note', desc: 'Under acknowledgement.outdated' })}
      </p>`,
    )}
    <div class="row" part="actions">
      ${button('reload-button', undefined, msg('Voir la nouvelle version', { id: 'acknowledgement.read-new-version', desc: 'Button under acknowledgement.outdated (max 30)' }), actions.readNewVersion, { tone: 'primary' })}
    </div>
  </div>`;
}

function renderRefused(
  { record, problem }: State<'refused'>,
  actions: ResultActions,
  localize: LocalizeController,
): TemplateResult {
  const { msg } = localize;
  const detail = [problem.status || '', problem.title ?? '', problem.detail ?? '']
    .filter(Boolean)
    .join(' – ');
  const isKept = problem.type !== `${problemPrefix}not-kept`;
  return html`<div class="panel" part="failure">
    ${notice(
      'danger',
      'alert',
      actions,
      record.decision === 'declined'
        ? msg('Votre refus de signer n’a pas été enregistré', {
            id: 'acknowledgement.failed-decline',
            desc: 'Heading when the server did not take the refusal to sign; the reason follows',
          })
        : msg('Votre signature n’a pas été enregistrée', {
            id: 'acknowledgement.failed',
            desc: 'Heading when the server refused; the reason follows',
          }),
      html` <p>${explainFailure(problem, localize)}</p>
        ${
          detail
            ? html`<p class="muted">
                ${msg('Détail technique :', { id: 'acknowledgement.server-answer', desc: 'Before what the server answered, or what is wrong with its receipt, in English' })}
                <span lang="en" dir="ltr">${detail}</span>
              </p>`
            : nothing
        }
        ${
          problem.errors?.length
            ? html`<ul class="list muted" lang="en" dir="ltr">
                ${problem.errors.map((error) => html`<li><code>${error.pointer}</code> ${error.detail}</li>`)}
              </ul>`
            : nothing
        }`,
    )}
    <div class="row" part="actions">
      ${isKept ? nothing : button('retry-button', undefined, msg('Réessayer maintenant', { id: 'acknowledgement.retry', desc: 'Button (max 30)' }), actions.signAgain, { tone: 'primary' })}
      ${exportButton(record, actions, localize)}
      ${button('restart-button', undefined, msg('Revenir au formulaire', { id: 'acknowledgement.back-to-form', desc: 'Button: back to what was typed (max 35)' }), actions.startOver)}
    </div>
  </div>`;
}
