import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { LocalizeController } from '../../localization/localize-controller.ts';
import { liveText } from '../../templates/live-text.ts';
import type { PendingState } from '../../signing/signature-state.ts';
import { button, exportButton, nextTry, notice, retryButton, startOverButton } from './result-parts.ts';
import type { ResultActions } from './result-parts.ts';

/** A signature that is not recorded yet: why, what holds it, and what to do. One template, so that the focus stays. */
export function renderPending(
  state: PendingState,
  actions: ResultActions,
  localize: LocalizeController,
): TemplateResult {
  const { msg } = localize;
  const { record, reason, keeping, nextTryAt, isTrying } = state;
  const since = localize.date(record.signedAt, { dateStyle: 'long', timeStyle: 'short' });
  const survivesReload = keeping === 'device';
  const isStale = survivesReload && (reason === 'sign-in' || reason === 'not-accepted');
  return html`<div class="panel" part="pending">
    ${notice(
      'warning',
      reason === 'no-answer' ? 'clock' : 'alert',
      actions,
      pendingTitle(state, localize),
      html`<p>${liveText(reasonText(state, localize))}</p>
        <p>${liveText(keepingText(state, actions, localize))}</p>
        <p class="muted">
          ${msg(str`En attente depuis le ${since}.`, { id: 'acknowledgement.pending-since', desc: 'Under acknowledgement.pending. 0: date and time' })}
          ${nextTryAt === undefined ? nothing : liveText(nextTry(nextTryAt, localize))}
        </p>`,
    )}
    <div class="row" part="actions">
      ${
        isStale
          ? button(
              'reload-page-button',
              undefined,
              msg('Recharger la page', {
                id: 'acknowledgement.reload-page',
                desc: 'Button: reloads the page of the browser, nothing is lost (max 30)',
              }),
              actions.reloadPage,
              { tone: 'primary' },
            )
          : nothing
      }
      ${retryButton(actions, localize, { isBusy: isTrying, tone: isStale ? '' : 'primary' })}
      ${exportButton(record, actions, localize)} ${startOverButton(actions, localize)}
    </div>
  </div>`;
}

/** Heading of a signature that waits; also what is heard when the reason changes. */
export function pendingTitle({ reason, record }: PendingState, { msg }: LocalizeController): string {
  if (reason === 'sign-in')
    return msg('Reconnectez-vous pour terminer', {
      id: 'acknowledgement.sign-in',
      desc: 'Heading when the session of the intranet has ended',
    });
  if (reason === 'other-person')
    return msg('Une autre personne est connectée à l’intranet', {
      id: 'acknowledgement.other-person',
      desc: 'Heading when somebody else is signed in to the intranet than the person who signed',
    });
  return record.decision === 'declined'
    ? msg('Votre refus n’est pas encore enregistré', {
        id: 'acknowledgement.pending-decline',
        desc: 'Heading while the server has not confirmed the refusal; never say that it is recorded',
      })
    : msg('Votre signature n’est pas encore enregistrée', {
        id: 'acknowledgement.pending',
        desc: 'Heading while the server has not answered; never say that it is signed',
      });
}

function reasonText({ reason, keeping }: PendingState, { msg }: LocalizeController): string {
  switch (reason) {
    case 'no-answer':
      return msg('L’intranet n’a pas répondu. L’envoi sera retenté tout seul : vous n’avez rien à faire.', {
        id: 'acknowledgement.reason.no-answer',
        desc: 'Under acknowledgement.pending: the server did not answer',
      });
    case 'sign-in':
      return keeping === 'device'
        ? msg(
            'L’intranet ne vous reconnaît plus, ou cette page est ouverte depuis trop longtemps. Rechargez-la et reconnectez-vous si l’intranet le demande : l’envoi reprendra tout seul.',
            {
              id: 'acknowledgement.reason.sign-in',
              desc: 'Under acknowledgement.sign-in; a button reloads the page',
            },
          )
        : msg(
            'L’intranet ne vous reconnaît plus, ou cette page est ouverte depuis trop longtemps. Reconnectez-vous dans un autre onglet, revenez ici, puis réessayez.',
            {
              id: 'acknowledgement.reason.sign-in-here',
              desc: 'Under acknowledgement.sign-in, where reloading the page would lose the signature',
            },
          );
    case 'not-confirmed':
      return msg(
        'L’intranet a répondu sans confirmer l’enregistrement. L’envoi sera retenté de temps en temps ; si ce message reste affiché, prévenez le service informatique.',
        {
          id: 'acknowledgement.reason.not-confirmed',
          desc: 'Under acknowledgement.pending: the answer of the server proves nothing',
        },
      );
    case 'not-accepted':
      return keeping === 'device'
        ? msg(
            'L’intranet n’a pas accepté cet envoi : la page a peut-être expiré, ou une mise à jour est en cours. Rechargez la page, rien n’est perdu. Si ce message revient, prévenez le service informatique.',
            {
              id: 'acknowledgement.reason.not-accepted',
              desc: 'Under acknowledgement.pending: an error of the page or of the server, not of the signature; a button reloads the page',
            },
          )
        : msg(
            'L’intranet n’a pas accepté cet envoi : la page a peut-être expiré, ou une mise à jour est en cours. Réessayez dans un moment ; si ce message reste affiché, prévenez le service informatique.',
            {
              id: 'acknowledgement.reason.not-accepted-here',
              desc: 'Under acknowledgement.pending, where reloading the page would lose the signature',
            },
          );
    case 'other-person':
      return msg(
        'La personne connectée à l’intranet n’est pas celle qui a signé ici. L’envoi partira quand la personne qui a signé se reconnectera.',
        {
          id: 'acknowledgement.reason.other-person',
          desc: 'Under acknowledgement.other-person',
        },
      );
  }
}

function keepingText(
  { keeping }: PendingState,
  { isShared }: ResultActions,
  { msg }: LocalizeController,
): string {
  if (keeping === 'device')
    return msg('Votre envoi est gardé sur cet appareil : rien n’est perdu, même si vous fermez cette page.', {
      id: 'acknowledgement.keeping.device',
      desc: 'Under acknowledgement.pending: the signature is stored in the browser',
    });
  if (keeping === 'encrypted')
    return msg(
      'Votre envoi est gardé sur ce poste, chiffré : seul l’établissement peut le lire. Vous pouvez terminer et effacer.',
      {
        id: 'acknowledgement.keeping.encrypted',
        desc: 'Under acknowledgement.pending, on a shared computer: the signature is stored encrypted',
      },
    );
  return isShared
    ? msg(
        'Ce poste est partagé et rien ne peut y être gardé : attendez la confirmation avant de partir, ou revenez signer plus tard.',
        {
          id: 'acknowledgement.keeping.shared',
          desc: 'Under acknowledgement.pending, on a shared computer where nothing may be stored',
        },
      )
    : msg(
        'Ce navigateur ne peut rien garder : laissez cette page ouverte tant que l’envoi n’est pas confirmé.',
        {
          id: 'acknowledgement.keeping.page',
          desc: 'Under acknowledgement.pending: the browser can store nothing',
        },
      );
}
