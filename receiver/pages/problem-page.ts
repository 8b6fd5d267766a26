import { html } from 'hono/html';
import { problems } from 'charter-elements/signature';
import type { ProblemName } from 'charter-elements/signature';
import { FormError } from '../domain/form-error.ts';
import type { ProblemError } from '../domain/problem-error.ts';
import { problemHeaders } from '../http/problem-response.ts';
import { explainFaults } from './fault-texts.ts';
import { formatWait } from './french.ts';
import { pageResponse } from './page.ts';

/** Says to a person who sent a form what prevents it from being recorded, and what to do. */
export function problemPage(error: ProblemError): Promise<Response> {
  const { members } = error.options;
  const status = problems[error.problem][0];
  const { person = [], page = [] } = error instanceof FormError ? error.faults : explainFaults(error);
  const { subject, what, remedy } = explain(error, person.length > 0 || page.length === 0);
  // It may have been recorded before the failure.
  const isRefused = status < 500 || error.problem === 'unreadable-identity';
  const isUncertain = !isRefused || error.problem === 'in-progress';
  return pageResponse({
    status,
    headers: problemHeaders(error.options),
    tone: isUncertain || error.problem === 'too-many-requests' ? 'warning' : 'danger',
    outcome: isUncertain ? 'Votre signature n’est pas confirmée' : 'Votre signature n’est pas enregistrée',
    subject,
    content: html`<p>${what}</p>
      ${list(person)}
      <p>${remedy}</p>
      ${
        members?.['signIn'] === undefined
          ? ''
          : html`<p>
              <a href="${members['signIn']}" target="_blank" rel="noopener"
                >Se connecter dans un autre onglet</a
              >
            </p>`
      }
      ${
        page.length > 0
          ? html`<h2>Pour la personne qui gère la page</h2>
              ${list(page)}`
          : ''
      }
      ${members?.['instance'] === undefined ? '' : html`<p class="note">Numéro de l’incident : <code>${members['instance']}</code></p>`}`,
  });
}

function list(sentences: readonly string[]) {
  return sentences.length === 0
    ? ''
    : html`<ul>
        ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
      </ul>`;
}

interface Explanation {
  /** A few words for the title. */
  readonly subject: string;
  readonly what: string;
  readonly remedy: string;
}

const resend = 'Revenez en arrière, votre saisie y est encore, puis envoyez de nouveau le formulaire.';
const warnAuthor = 'Signalez-le au service informatique, avec ce qui suit.';

function explain(error: ProblemError, isForPerson: boolean): Explanation {
  const wait = error.options.retryAfter ?? 0;
  const waiting = wait > 0 ? `Attendez ${formatWait(wait)}. ${resend}` : resend;
  const again = `${waiting} Une signature déjà reçue n’est pas comptée deux fois.`;
  const explanations: Partial<Record<ProblemName, Explanation>> = {
    'invalid-record': isForPerson
      ? {
          subject: 'une réponse est à corriger',
          what: 'Voici ce qui est à corriger :',
          remedy: 'Revenez en arrière : votre saisie y est encore.',
        }
      : unfitForm,
    'malformed-json': unfitForm,
    'charter-outdated': {
      subject: 'la charte a changé',
      what: `La charte a une nouvelle version${nameVersion(error)}. C’est elle qu’il faut lire et signer maintenant.`,
      remedy:
        'Revenez en arrière et rechargez la page pour lire cette version, puis signez-la. Si la page propose toujours ' +
        'l’ancienne, prévenez le service informatique.',
    },
    'unknown-charter': otherText,
    'digest-mismatch': otherText,
    'idempotency-mismatch': {
      subject: 'ce numéro est déjà pris',
      what: 'Une autre signature porte déjà le même numéro.',
      remedy:
        'Revenez en arrière et rechargez la page, qui donnera un nouveau numéro, puis signez de nouveau.',
    },
    'payload-too-large': {
      subject: 'la saisie est trop longue',
      what: 'Le formulaire est trop long pour être enregistré.',
      remedy:
        'Revenez en arrière : votre saisie y est encore. Raccourcissez-la, puis envoyez de nouveau le formulaire.',
    },
    'sign-in-required': {
      subject: 'identifiez-vous',
      what: 'L’intranet ne sait pas qui vous êtes : votre session est peut-être terminée.',
      remedy: `Ouvrez l’intranet dans un autre onglet et identifiez-vous. ${resend}`,
    },
    'unreadable-identity': {
      subject: 'l’intranet n’a pas dit qui vous êtes',
      what: 'L’intranet n’a pas transmis correctement votre identité. Ni vous ni votre saisie n’êtes en cause : c’est un réglage à corriger.',
      remedy:
        'Signalez-le au service informatique, avec le numéro ci-dessous. Une fois l’intranet corrigé, revenez en arrière, votre ' +
        'saisie y est encore, puis envoyez de nouveau le formulaire.',
    },
    'other-signer': {
      subject: 'c’est le nom d’une autre personne',
      what: 'Le nom, ou l’identifiant, du formulaire n’est pas celui de la personne connectée à l’intranet sur ce poste.',
      remedy:
        'Si vous n’êtes pas cette personne, ouvrez l’intranet dans un autre onglet et connectez-vous à votre nom. Revenez ' +
        'en arrière : votre saisie y est encore. Vérifiez-la, puis envoyez de nouveau le formulaire.',
    },
    forbidden: {
      subject: 'le formulaire vient d’un autre site',
      what: 'Le formulaire n’a pas été envoyé depuis une page de l’établissement.',
      remedy:
        'Ouvrez la page de la charte depuis l’intranet et signez-la là. Si vous y étiez déjà, prévenez le service ' +
        'informatique.',
    },
    'in-progress': {
      subject: 'enregistrement en cours',
      what: 'Cette signature est en train d’être enregistrée.',
      remedy: again,
    },
    'too-many-requests': {
      subject: 'trop d’envois',
      what: 'Trop d’envois sont arrivés de ce poste, ou de son réseau, en peu de temps.',
      remedy: waiting,
    },
    'request-timeout': {
      subject: 'l’envoi s’est interrompu',
      what: 'Le formulaire n’est pas arrivé en entier.',
      remedy: resend,
    },
    unavailable: {
      subject: 'service momentanément arrêté',
      what: 'Le service qui enregistre les signatures ne répond pas pour le moment.',
      remedy: again,
    },
    internal: {
      subject: 'panne du service',
      what: 'Le service qui enregistre les signatures est en panne.',
      remedy: `${again} Si la panne dure, donnez le numéro ci-dessous au service informatique.`,
    },
  };
  return explanations[error.problem] ?? misdirected;
}

const otherText: Explanation = {
  subject: 'le texte n’est pas le bon',
  what: 'Le texte de la page n’est pas celui que l’établissement conserve.',
  remedy:
    'Revenez en arrière, rechargez la page, relisez la charte, puis signez de nouveau. Si rien ne change, prévenez le ' +
    'service informatique.',
};
const unfitForm: Explanation = {
  subject: 'le formulaire est mal réglé',
  what: 'Le formulaire de cette page est mal réglé. Votre saisie n’est pas en cause.',
  remedy: warnAuthor,
};
const misdirected: Explanation = {
  subject: 'le formulaire est mal réglé',
  what: 'Le formulaire de cette page est mal réglé : il est envoyé à une adresse, ou sous une forme, qui ne convient pas.',
  remedy: 'Signalez-le au service informatique, avec l’adresse de cette page.',
};

function nameVersion({ options }: ProblemError): string {
  const { version } = (options.members?.['current'] ?? {}) as { version?: string };
  return version === undefined ? '' : `, ${version}`;
}
