import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { directionOf } from '../../../localization/language.ts';
import type { LocalizeController } from '../../../localization/localize-controller.ts';
import type { ReceiptFile } from '../../../signature/check-receipt.ts';
import { definition } from '../../../templates/definition.ts';
import * as receiptTexts from '../../../templates/receipt-texts.ts';
import { signerLabels } from '../../../templates/signer-texts.ts';
import * as readingTexts from '../reading-texts.ts';

/**
 * What a receipt says: who, what, when.
 *
 * @param title - Title of the charter, where the one signed is at hand.
 */
export function renderReceipt(
  { record, receivedAt, recordDigest }: ReceiptFile,
  title: string | undefined,
  localize: LocalizeController,
): TemplateResult {
  const { charter, signer, statements, practices } = record;
  return html`<dl class="receipt" part="receipt">
      ${definition(signerLabels.name(localize), signer.name)}
      ${signer.id ? definition(signerLabels.id(localize), signer.id) : nothing}
      ${signer.email ? definition(signerLabels.email(localize), signer.email) : nothing}
      ${signer.role ? definition(signerLabels.role(localize), signer.role) : nothing}
      ${signer.department ? definition(signerLabels.department(localize), signer.department) : nothing}
      ${definition(
        readingTexts.decision(localize),
        record.decision === 'accepted' ? readingTexts.accepted(localize) : readingTexts.declined(localize),
      )}
      ${record.decision === 'declined' ? definition(receiptTexts.reason(localize), record.reason) : nothing}
      ${definition(receiptTexts.charter(localize), title ?? charter.id)}
      ${definition(receiptTexts.version(localize), charter.version)}
      ${practices ? definition(receiptTexts.ticked(localize), localize.number(practices.length)) : nothing}
      ${definition(
        receiptTexts.receivedAt(localize),
        html`<time datetime=${receivedAt}>
          ${localize.date(receivedAt, { dateStyle: 'long', timeStyle: 'short' })}
        </time>`,
      )}
      ${definition(receiptTexts.number(localize), html`<code translate="no">${record.id}</code>`)}
      ${definition(receiptTexts.digest(localize), html`<code translate="no">${charter.digest}</code>`)}
      ${definition(receiptTexts.recordDigest(localize), html`<code translate="no">${recordDigest}</code>`)}
    </dl>
    ${
      statements.length > 0
        ? html`<ul
            class="statements"
            part="statements"
            translate="no"
            lang=${charter.locale}
            dir=${directionOf(charter.locale)}
          >
            ${statements.map(({ text }) => html`<li>${text}</li>`)}
          </ul>`
        : nothing
    }`;
}
