import { html } from 'hono/html';
import { signOnStatuses } from '../sign-on/sign-on-error.ts';
import type { SignOnError, SignOnFailure } from '../sign-on/sign-on-error.ts';
import type { Session } from '../sign-on/sessions.ts';
import { pageResponse } from './page.ts';

/** Says that signing in has worked, where no page is known to go back to. */
export function signedInPage(): Promise<Response> {
  return pageResponse({
    status: 200,
    tone: 'success',
    outcome: 'Connexion réussie',
    subject: 'signature de la charte',
    content: html`<p>Vous pouvez revenir à la page de la charte pour la lire et la signer.</p>
      <p><a href="logout">Se déconnecter</a></p>`,
  });
}

/** Asks whether to sign out. The token says that the form is of this page. */
export function signOutPage({ identity, csrfToken }: Session, back: string | undefined): Promise<Response> {
  return pageResponse({
    status: 200,
    tone: 'warning',
    outcome: 'Se déconnecter',
    subject: 'signature de la charte',
    hasForm: true,
    content: html`<p>La session est ouverte au nom de ${identity.name ?? identity.id}.</p>
      <form method="post" action="logout" accept-charset="utf-8">
        <input type="hidden" name="_csrf" value="${csrfToken}" />
        ${back === undefined ? '' : html`<input type="hidden" name="return" value="${back}" />`}
        <p><button>Se déconnecter</button></p>
      </form>
      ${linkBack(back)}`,
  });
}

/**
 * Leads on to the provider, which ends its own session. A page and not a redirect: the policy of the page that the form stood
 * on would hold back a redirect to another host.
 *
 * @param next - Address at the provider.
 */
export function signingOutPage(next: string): Promise<Response> {
  return pageResponse({
    status: 200,
    tone: 'success',
    outcome: 'Déconnexion en cours',
    subject: 'signature de la charte',
    next,
    content: html`<p>La session de ce service est fermée. Celle de l’établissement va se fermer aussi.</p>
      <p><a href="${next}">Continuer, si rien ne se passe</a></p>`,
  });
}

/** Says which session is closed: that of this service only, or that of the provider too. */
export function signedOutPage(where: 'here' | 'everywhere', back: string | undefined): Promise<Response> {
  return pageResponse({
    status: 200,
    tone: where === 'everywhere' ? 'success' : 'warning',
    outcome: 'La session est fermée',
    subject: 'signature de la charte',
    content: html`<p>
        ${
          where === 'everywhere'
            ? 'L’établissement a mis fin à la session.'
            : 'Aucune session de ce service n’est ouverte dans ce navigateur. Celle de l’établissement l’est peut-être ' +
              'encore : sur un poste partagé, fermez-la aussi.'
        }
      </p>
      ${linkBack(back)}`,
  });
}

/** Says to a person why signing in or out has failed, and what to do. */
export function failurePage(
  { failure }: SignOnError,
  { requestId, signInURL }: { readonly requestId: string; readonly signInURL: string },
): Promise<Response> {
  const { subject, what, remedy, canRetry } = explanations[failure];
  const status = signOnStatuses[failure];
  return pageResponse({
    status,
    headers: status === 503 ? { 'Retry-After': '30' } : {},
    tone: status === 503 ? 'warning' : 'danger',
    outcome: 'La connexion n’a pas abouti',
    subject,
    content: html`<p>${what}</p>
      <p>${remedy}</p>
      ${canRetry ? html`<p><a href="${signInURL}">Recommencer la connexion</a></p>` : ''}
      <p class="note">Numéro de l’incident : <code>${requestId}</code></p>`,
  });
}

interface Explanation {
  /** A few words for the title. */
  readonly subject: string;
  readonly what: string;
  readonly remedy: string;
  readonly canRetry: boolean;
}

const tellIT = 'Signalez-le au service informatique, avec le numéro ci-dessous.';

const explanations: Readonly<Record<SignOnFailure, Explanation>> = {
  expired: {
    subject: 'délai dépassé',
    what: 'Cette tentative de connexion est trop ancienne, ou a commencé dans un autre navigateur.',
    remedy: 'Revenez à la page de la charte et recommencez.',
    canRetry: true,
  },
  denied: {
    subject: 'accès refusé',
    what: 'Le service de connexion de l’établissement n’a pas ouvert de session.',
    remedy: 'Si vous pensez avoir droit à cet accès, adressez-vous au service informatique.',
    canRetry: true,
  },
  unavailable: {
    subject: 'service de connexion arrêté',
    what: 'Le service de connexion de l’établissement ne répond pas pour le moment.',
    remedy: 'Réessayez dans quelques minutes. Ce que vous avez déjà signé n’est pas perdu.',
    canRetry: true,
  },
  unproven: {
    subject: 'réponse non vérifiée',
    what: 'La réponse du service de connexion n’a pas pu être vérifiée. Votre mot de passe n’est pas en cause.',
    remedy: tellIT,
    canRetry: true,
  },
  incomplete: {
    subject: 'compte incomplet',
    what: 'Le service de connexion n’indique pas qui vous êtes sous la forme attendue.',
    remedy: tellIT,
    canRetry: false,
  },
  'foreign-return': {
    subject: 'lien incorrect',
    what: 'L’adresse de retour de ce lien n’est pas une page de l’établissement.',
    remedy:
      'Ouvrez la page de la charte depuis l’intranet. Si vous y étiez déjà, prévenez le service informatique.',
    canRetry: false,
  },
  'foreign-request': {
    subject: 'demande d’un autre site',
    what: 'La demande n’a pas été envoyée depuis une page de l’établissement.',
    remedy: 'Ouvrez la page de la charte depuis l’intranet et recommencez.',
    canRetry: false,
  },
};

function linkBack(back: string | undefined) {
  return back === undefined ? '' : html`<p><a href="${back}">Revenir à la page de la charte</a></p>`;
}
