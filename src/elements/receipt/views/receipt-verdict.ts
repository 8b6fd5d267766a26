import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { LocalizeController } from '../../../localization/localize-controller.ts';
import type { ReceiptFindings } from '../../../signature/check-receipt.ts';
import * as readingTexts from '../reading-texts.ts';
import { isRefuted, isVerified } from '../verdict.ts';
import { renderFindings } from './receipt-findings.ts';

/** What the checks come to, and each of them. */
export function renderVerdict(findings: ReceiptFindings, localize: LocalizeController): TemplateResult {
  const [tone, text] = isRefuted(findings)
    ? ['danger', readingTexts.refuted(localize)]
    : isVerified(findings)
      ? ['success', readingTexts.verified(localize)]
      : ['warning', readingTexts.unknown(localize)];
  return html`<div class="notice stack ${tone}" part="verdict">
    <p><strong>${text}</strong></p>
    ${renderFindings(findings, localize)}
  </div>`;
}
