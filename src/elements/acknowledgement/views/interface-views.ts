import { html, nothing } from 'lit';
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

export interface Awaited {
  /** It could not be loaded; it is asked for again. */
  readonly hasFailed: boolean;
  /** Nothing is lost with the page. */
  readonly mayReload: boolean;
}

/** What stands in place of a step whose code is not here yet. */
export function renderAwaited(
  { hasFailed, mayReload }: Awaited,
  localize: LocalizeController,
): TemplateResult {
  if (!hasFailed) return html`<p class="loading" part="loading">${texts.awaited(localize)}</p>`;
  return html`<div class="notice warning stack" part="notice" role="status">
    <p>${texts.resultNotLoaded(localize)}</p>
    ${
      mayReload
        ? html`<button type="button" part="reload-page-button" @click=${() => location.reload()}>
            ${texts.reloadPage(localize)}
          </button>`
        : nothing
    }
  </div>`;
}
