import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { LocalizeController } from '../../../localization/localize-controller.ts';
import * as texts from '../texts.ts';

/** What stands in place of the form where the page gives no address that a signature could go to. */
export function renderMistake(mistake: string, localize: LocalizeController): TemplateResult {
  return html`<div class="notice danger stack" part="error" role="alert">
    <p>${texts.endpointMistake(localize)}</p>
    <p class="muted" lang="en" dir="ltr">${mistake}</p>
  </div>`;
}

export function renderWipeButton(endSession: () => void, localize: LocalizeController): TemplateResult {
  return html`<p>
    <button type="button" part="wipe-button" @click=${endSession}>${texts.wipe(localize)}</button>
  </p>`;
}
