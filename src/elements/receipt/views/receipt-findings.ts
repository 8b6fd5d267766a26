import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { LocalizeController } from '../../../localization/localize-controller.ts';
import type { Finding, ReceiptFindings } from '../../../signature/check-receipt.ts';
import { icon } from '../../../templates/icons.ts';
import * as readingTexts from '../reading-texts.ts';

/** What was checked, one line each: never by colour alone. */
export function renderFindings(findings: ReceiptFindings, localize: LocalizeController): TemplateResult {
  return html`<ul class="findings" part="findings">
    ${finding(findings.record, {
      verified: readingTexts.recordVerified(localize),
      refuted: readingTexts.recordRefuted(localize),
      unknown: '',
    })}
    ${finding(findings.signature, {
      verified: readingTexts.signatureVerified(localize),
      refuted: readingTexts.signatureRefuted(localize),
      unknown: readingTexts.signatureUnknown(localize),
    })}
    ${finding(findings.charter, {
      verified: readingTexts.charterVerified(localize),
      refuted: readingTexts.charterRefuted(localize),
      unknown: readingTexts.charterUnknown(localize),
    })}
  </ul>`;
}

function finding({ outcome }: Finding, texts: Record<Finding['outcome'], string>): TemplateResult {
  const [tone, name] = {
    verified: ['success', 'check'],
    refuted: ['danger', 'alert'],
    unknown: ['warning', 'clock'],
  }[outcome] as [string, 'check' | 'alert' | 'clock'];
  return html`<li class=${tone} data-outcome=${outcome}>
    <span class="tone">${icon(name)}</span> ${texts[outcome]}
  </li>`;
}
