import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { downloadText } from '../../behaviors/download.ts';
import type { LocalizeController } from '../../localization/localize-controller.ts';
import { icon } from '../../templates/icons.ts';

export interface ActionsView {
  /** The reader asked to erase and has not confirmed yet. */
  readonly isErasing: boolean;
  readonly canPrint: boolean;
  readonly canReset: boolean;
  readonly onPrint: () => void;
  readonly onReset: () => void;
  /** The erasure is asked for, or given up. */
  readonly onErasing: (isErasing: boolean) => void;
}

/** Printing and erasing; an erasure is confirmed, since it cannot be undone. */
export function renderActions(
  { msg }: LocalizeController,
  { isErasing, canPrint, canReset, onPrint, onReset, onErasing }: ActionsView,
): TemplateResult {
  if (isErasing) {
    return html`<div class="row no-print">
      <p id="erase">${msg('Effacer toutes vos réponses ?', { id: 'privacy-walkthrough.erase-question' })}</p>
      <button type="button" part="confirm-button" aria-describedby="erase" @click=${onReset}>
        ${msg('Oui, tout effacer', { id: 'privacy-walkthrough.erase-confirm' })}
      </button>
      <button type="button" class="quiet" part="cancel-button" @click=${() => onErasing(false)}>
        ${msg('Annuler', { id: 'privacy-walkthrough.erase-cancel' })}
      </button>
    </div>`;
  }
  return html`<div class="row no-print">
    ${
      canPrint
        ? html`<button type="button" part="print-button" @click=${onPrint}>
            ${icon('print')} ${msg('Imprimer ce qui reste à faire', { id: 'privacy-walkthrough.print' })}
          </button>`
        : nothing
    }
    ${
      canReset
        ? html`<button type="button" class="quiet" part="reset-button" @click=${() => onErasing(true)}>
            ${msg('Tout effacer', { id: 'privacy-walkthrough.erase' })}
          </button>`
        : nothing
    }
  </div>`;
}

/** Offers a calendar file that brings the reader back to this page every three months. */
export async function downloadReminder({ msg }: LocalizeController, now: Date): Promise<void> {
  const { createReminder } = await import('../../networks/reminder.ts');
  const texts = {
    summary: msg('Revoir mes réglages de confidentialité', { id: 'privacy-walkthrough.reminder-title' }),
    description: msg('Les réseaux changent souvent leurs réglages : refaites le tour.', {
      id: 'privacy-walkthrough.reminder-text',
    }),
  };
  downloadText(await createReminder(texts, location.href, now), 'rappel.ics', 'text/calendar');
}
