import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { EndedSession, IdleWarning, SignatureFate } from '../../behaviors/shared-device.ts';
import type { LocalizeController } from '../../localization/localize-controller.ts';
import { heading } from '../../templates/heading.ts';
import { icon } from '../../templates/icons.ts';

/** From here on, the time that is left is said once more. Seconds. */
const lastSeconds = 20;

/** The dialog that asks whether anybody is there. Its count is read when it opens, and not at every second. */
export function renderIdleWarning(
  { secondsLeft, fate, stay }: IdleWarning,
  headingLevel: number,
  localize: LocalizeController,
): TemplateResult {
  const { msg, textLanguage, direction } = localize;
  const left = localize.number(secondsLeft, 'second');
  const last = localize.number(lastSeconds, 'second');
  const handleCancel = (event: Event): void => {
    event.preventDefault();
    stay();
  };
  return html`<dialog
    class="root idle-warning"
    part="idle-warning"
    role="alertdialog"
    lang=${textLanguage}
    dir=${direction}
    aria-labelledby="idle-title"
    aria-describedby="idle-text"
    @cancel=${handleCancel}
  >
    <div class="stack">
      <div class="row">
        <span class="tone">${icon('clock')}</span>
        ${heading(headingLevel, msg('Êtes-vous toujours là ?', { id: 'acknowledgement.idle-question', desc: 'Title of the warning on a shared computer, when nobody has touched it for some time' }), { name: 'idle-title', id: 'idle-title' })}
      </div>
      <div class="stack" id="idle-text">
        <p role="timer" aria-live="off">
          ${msg(
            str`Ce poste est partagé : sans signe de votre part, ce que vous avez saisi et coché dans cette page sera effacé dans ${left}.`,
            {
              id: 'acknowledgement.idle',
              desc: 'Under acknowledgement.idle-question; counts down. 0: a duration such as “30 seconds”',
            },
          )}
        </p>
        ${renderStake(fate, localize)}
      </div>
      <p class="visually-hidden" role="alert">
        ${
          secondsLeft <= lastSeconds
            ? msg(str`Plus que ${last} avant l’effacement.`, {
                id: 'acknowledgement.idle-last',
                desc: 'Said aloud near the end of acknowledgement.idle. 0: a duration such as “20 seconds”',
              })
            : nothing
        }
      </p>
      <p class="row">
        <button type="button" class="primary" part="still-here-button" autofocus @click=${stay}>
          ${msg('Je suis toujours là', { id: 'acknowledgement.still-here', desc: 'Button: answers acknowledgement.idle-question (max 35)' })}
        </button>
      </p>
    </div>
  </dialog>`;
}

/** What the wipe would do to a signature. */
function renderStake(fate: SignatureFate, { msg }: LocalizeController): TemplateResult | typeof nothing {
  if (fate === 'none') return nothing;
  return html`<p>
    ${
      fate === 'unconfirmed'
        ? msg('Votre envoi n’est pas encore confirmé : il serait à refaire.', {
            id: 'acknowledgement.idle-unconfirmed',
            desc: 'After acknowledgement.idle: what was sent (a signature or a refusal to sign) would be lost',
          })
        : msg('Ce que vous avez déjà envoyé n’est pas perdu.', {
            id: 'acknowledgement.idle-kept',
            desc: 'After acknowledgement.idle: what was sent (a signature or a refusal to sign) is safe',
          })
    }
  </p>`;
}

/**
 * What was erased and why. The next person reads it too: it says nothing of the one before, and must not let them believe
 * that they have signed.
 */
export function renderErased(
  { reason, lastSign, fate, hadFocus }: EndedSession,
  headingLevel: number,
  localize: LocalizeController,
): TemplateResult {
  const { msg } = localize;
  const since = localize.date(lastSign, { weekday: 'long', hour: 'numeric', minute: '2-digit' });
  const title = msg('La saisie laissée sur ce poste a été effacée', {
    id: 'acknowledgement.erased',
    desc: 'Heading on a shared computer, after the page was wiped by itself',
  });
  return html`<div
    class="notice stack no-print"
    part="erased"
    role=${ifDefined(hadFocus ? undefined : 'alert')}
  >
    <div class="row">
      <span class="tone">${icon('clock')}</span>
      ${heading(headingLevel, title, { name: 'erased-title', focusable: true })}
    </div>
    <p id="erased-text">
      ${
        reason === 'idle'
          ? msg(str`Personne n’a touché cette page depuis ${since}.`, {
              id: 'acknowledgement.erased-idle',
              desc: 'Under acknowledgement.erased. 0: day of the week and time of day',
            })
          : msg('Cette page avait été quittée.', {
              id: 'acknowledgement.erased-leave',
              desc: 'Under acknowledgement.erased: somebody went to another page, and came back',
            })
      }
      ${msg('Ce poste est partagé : par prudence, le nom, les cases cochées et toute saisie en cours ont été effacés.', { id: 'acknowledgement.erased-what', desc: 'After acknowledgement.erased-idle or acknowledgement.erased-leave' })}
      ${explainFate(fate, localize)}
    </p>
  </div>`;
}

function explainFate(fate: SignatureFate, { msg }: LocalizeController): string {
  switch (fate) {
    case 'none':
      return msg('Rien n’avait été envoyé à l’établissement.', {
        id: 'acknowledgement.erased-none',
        desc: 'After acknowledgement.erased-what: nobody had signed',
      });
    case 'recorded':
      return msg(
        'L’envoi fait juste avant est enregistré : si c’était le vôtre, vous n’avez rien à refaire.',
        {
          id: 'acknowledgement.erased-recorded',
          desc: 'After acknowledgement.erased-what: the server has what was sent, a signature or a refusal to sign. The reader may be somebody else',
        },
      );
    case 'encrypted':
      return msg(
        'L’envoi fait juste avant reste gardé sur ce poste, chiffré : seul l’établissement peut le lire. Il repartira tout seul : si c’était le vôtre, vous n’avez rien à refaire.',
        {
          id: 'acknowledgement.erased-encrypted',
          desc: 'After acknowledgement.erased-what: what was sent, a signature or a refusal to sign, has not arrived yet. The reader may be somebody else',
        },
      );
    case 'unconfirmed':
      return msg(
        'L’établissement n’a pas confirmé l’envoi fait juste avant, qui n’est plus sur ce poste : si c’était le vôtre, il est à refaire.',
        {
          id: 'acknowledgement.erased-unconfirmed',
          desc: 'After acknowledgement.erased-what: what was sent, a signature or a refusal to sign, may not have arrived. The reader may be somebody else',
        },
      );
  }
}
