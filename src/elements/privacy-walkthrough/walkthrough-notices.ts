import { str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Persistence } from '../../behaviors/page-storage.ts';
import type { LocalizeController } from '../../localization/localize-controller.ts';
import { icon } from '../../templates/icons.ts';

/** In place of data that could not be loaded at all. */
export function renderFailure(
  { msg }: LocalizeController,
  error: Error | undefined,
  onRetry: () => void,
): TemplateResult {
  return html`<div class="notice danger stack" part="error" role="alert">
    <p class="row">
      <span class="tone">${icon('alert')}</span>
      <strong
        >${msg('Les réglages n’ont pas pu être affichés.', { id: 'privacy-walkthrough.failed' })}</strong
      >
    </p>
    <p class="muted" lang="en" dir="ltr">${error?.message}</p>
    <button type="button" part="retry-button" @click=${onRetry}>
      ${msg('Réessayer', { id: 'privacy-walkthrough.retry' })}
    </button>
  </div>`;
}

/** What becomes of the answers; where the page does not keep them, the reader may. */
export function renderStorage(
  { msg }: LocalizeController,
  persist: Persistence,
  isRemembered: boolean,
  onRemember: (event: Event) => void,
): TemplateResult {
  return html`<div class="no-print" part="storage">
    <p>
      ${msg('Vos réponses restent dans ce navigateur.', { id: 'privacy-walkthrough.privacy' })}
      ${
        persist === 'session'
          ? msg('Elles sont oubliées quand vous fermez l’onglet.', { id: 'privacy-walkthrough.kept-session' })
          : persist === 'local' || isRemembered
            ? msg('Elles sont mémorisées sur cet appareil.', { id: 'privacy-walkthrough.kept-local' })
            : msg('Elles sont oubliées quand vous quittez la page.', { id: 'privacy-walkthrough.kept-none' })
      }
    </p>
    ${
      persist === 'none'
        ? html`<label class="remember" part="remember">
            <input type="checkbox" .checked=${live(isRemembered)} @change=${onRemember} />
            ${msg('Mémoriser sur cet appareil', { id: 'privacy-walkthrough.remember' })}
          </label>`
        : nothing
    }
  </div>`;
}

/** The hospital's file was left out. */
export function renderFileNotice({ msg }: LocalizeController): TemplateResult {
  return html`<p class="notice warning" part="file-notice">
    ${msg('Le fichier de votre établissement n’a pas pu être lu : voici les réglages fournis d’origine.', {
      id: 'privacy-walkthrough.file-notice',
    })}
  </p>`;
}

/** The data should have been reviewed by now. */
export function renderReviewNotice(localize: LocalizeController, reviewDue: string): TemplateResult {
  const due = localize.date(reviewDue);
  return html`<p class="notice warning" part="review-notice">
    ${localize.msg(str`Ces indications étaient à revoir le ${due} : les libellés ont peut-être changé.`, {
      id: 'privacy-walkthrough.review-notice',
      desc: '0: date',
    })}
  </p>`;
}
