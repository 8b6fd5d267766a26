import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { LocalizeController } from '../../localization/localize-controller.ts';

/** What stands in place of the form where the page gives no address that a signature could go to. */
export function renderMistake(mistake: string, { msg }: LocalizeController): TemplateResult {
  return html`<div class="notice danger stack" part="error" role="alert">
    <p>
      ${msg(
        'La charte ne peut pas être signée ici : l’adresse d’enregistrement de cette page est mal réglée. Prévenez le service informatique en lui transmettant le détail ci-dessous.',
        {
          id: 'acknowledgement.endpoint-mistake',
          desc: 'In place of the form, where the page gives an address that nothing can be sent to; technical detail in English follows',
        },
      )}
    </p>
    <p class="muted" lang="en" dir="ltr">${mistake}</p>
  </div>`;
}

export function renderWipeButton(endSession: () => void, { msg }: LocalizeController): TemplateResult {
  return html`<p>
    <button type="button" part="wipe-button" @click=${endSession}>
      ${msg('Terminer et effacer', { id: 'acknowledgement.wipe', desc: 'Button on a shared computer: ends the session and erases everything typed (max 35)' })}
    </button>
  </p>`;
}

export function notLoadedText({ msg }: LocalizeController): string {
  return msg(
    'La suite n’a pas pu être chargée. Vérifiez votre connexion, puis réessayez : votre saisie est intacte.',
    { id: 'acknowledgement.not-loaded', desc: 'Error: a part of the script could not be loaded' },
  );
}

export function sendingText({ msg }: LocalizeController): string {
  return msg('Envoi…', {
    id: 'acknowledgement.sending',
    desc: 'In place of the words of the button while it is being sent (max 25)',
  });
}
