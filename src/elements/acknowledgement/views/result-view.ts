import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { problemPrefix } from '../../../signature/problem.ts';
import type { LocalizeController } from '../../../localization/localize-controller.ts';
import type { SignatureState } from '../../../signing/signature-state.ts';
import { definition } from '../../../templates/definition.ts';
import * as receiptTexts from '../../../templates/receipt-texts.ts';
import { signerLabels } from '../../../templates/signer-texts.ts';
import * as sharedTexts from '../../../templates/texts.ts';
import { renderPending } from './pending-view.ts';
import { explainFailure } from '../explain-failure.ts';
import { button, exportButton, notice, startOverButton } from './result-parts.ts';
import type { ResultActions } from './result-parts.ts';
import * as resultTexts from '../result-texts.ts';
import * as reviewTexts from '../review-texts.ts';

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
  const isDeclined = name === 'declined';
  const time = receipt?.receivedAt ?? record.signedAt;
  const when = localize.date(time, { dateStyle: 'long', timeStyle: 'short' });
  return html`<div class="panel" part="receipt">
    ${notice(
      'success',
      'check',
      actions,
      isDeclined ? resultTexts.declined(localize) : resultTexts.signed(localize),
      html`<p>${isDeclined ? resultTexts.declinedNote(localize) : resultTexts.signedNote(localize)}</p>`,
    )}
    <dl class="receipt" part="details">
      ${definition(signerLabels.name(localize), record.signer.name)}
      ${definition(
        resultTexts.decision(localize),
        isDeclined ? resultTexts.decisionDeclined(localize) : resultTexts.decisionAccepted(localize),
      )}
      ${record.decision === 'declined' ? definition(receiptTexts.reason(localize), record.reason) : nothing}
      ${definition(
        receiptTexts.charter(localize),
        resultTexts.charterVersion(
          localize,
          actions.charterTitle ?? record.charter.id,
          record.charter.version,
        ),
      )}
      ${definition(
        receipt ? receiptTexts.receivedAt(localize) : resultTexts.signedAt(localize),
        html`<time datetime=${time}>${when}</time>`,
      )}
      ${definition(receiptTexts.number(localize), html`<code translate="no">${record.id}</code>`)}
      ${definition(receiptTexts.digest(localize), html`<code translate="no">${record.charter.digest}</code>`)}
      ${
        receipt
          ? definition(
              receiptTexts.recordDigest(localize),
              html`<code translate="no">${receipt.recordDigest}</code>`,
            )
          : nothing
      }
    </dl>
    <div class="row no-print" part="actions">
      ${button('print-button', 'print', sharedTexts.printReceipt(localize), actions.print)}
      ${button('download-button', 'download', resultTexts.download(localize), () => actions.download(record))}
      ${startOverButton(actions, localize)}
    </div>
  </div>`;
}

function renderOutdated(actions: ResultActions, localize: LocalizeController): TemplateResult {
  return html`<div class="panel" part="outdated">
    ${notice(
      'warning',
      'alert',
      actions,
      resultTexts.outdated(localize),
      html`<p>${resultTexts.outdatedNote(localize)}</p>`,
    )}
    <div class="row" part="actions">
      ${button('reload-button', undefined, resultTexts.readNewVersion(localize), actions.readNewVersion, {
        tone: 'primary',
      })}
    </div>
  </div>`;
}

function renderRefused(
  { record, problem }: State<'refused'>,
  actions: ResultActions,
  localize: LocalizeController,
): TemplateResult {
  const detail = [problem.status || '', problem.title ?? '', problem.detail ?? '']
    .filter(Boolean)
    .join(' – ');
  const isKept = problem.type !== `${problemPrefix}not-kept`;
  return html`<div class="panel" part="failure">
    ${notice(
      'danger',
      'alert',
      actions,
      record.decision === 'declined' ? resultTexts.failedDecline(localize) : resultTexts.failed(localize),
      html` <p>${explainFailure(problem, localize)}</p>
        ${
          detail
            ? html`<p class="muted">
                ${resultTexts.serverAnswer(localize)}
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
      ${
        isKept
          ? nothing
          : button('retry-button', undefined, resultTexts.retry(localize), actions.signAgain, {
              tone: 'primary',
            })
      }
      ${exportButton(record, actions, localize)}
      ${button('restart-button', undefined, reviewTexts.backToForm(localize), actions.startOver)}
    </div>
  </div>`;
}
