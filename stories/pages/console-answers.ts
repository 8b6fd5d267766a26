import type { Answer } from '../support/receiver.ts';

/** `lost`: recorded, but the answer does not arrive; when the record comes again, it is answered 200. */
export type ConsoleAnswer = Answer | 'lost';

/** Seconds of `Retry-After` beside 429. */
export const retryAfter = 10;

/** An answer that the reader of the page can choose. */
export interface Choice {
  readonly answer: ConsoleAnswer;
  readonly label: string;
  /** What it means, and what the element makes of it. */
  readonly note: string;
}

/** A row of the contract: answers that mean the same. */
export interface ChoiceGroup {
  readonly title: string;
  readonly choices: readonly Choice[];
}

const signInAgain =
  'La session a pris fin, ou le jeton de la page est périmé : la signature est gardée, et la personne invitée à se reconnecter ou à recharger la page.';
const notConfirmed =
  'L’intranet a répondu sans confirmer : la signature est gardée et renvoyée, et la console du navigateur nomme la règle enfreinte.';
const notAccepted =
  'Ni confirmée, ni refusée par une erreur du contrat : la signature est gardée ; recharger, réessayer ou télécharger est proposé.';
const sentAgain = 'Pas encore : la signature est gardée et revient seule, de plus en plus rarement.';

export const choiceGroups: readonly ChoiceGroup[] = [
  {
    title: 'Enregistrée',
    choices: [
      {
        answer: 'recorded',
        label: '201 Created',
        note: 'Enregistrée, avec un reçu signé. La personne voit son reçu, l’imprime ou le garde.',
      },
      {
        answer: 'lost',
        label: 'Réponse perdue, puis 200 OK',
        note:
          'Enregistrée, mais la réponse n’arrive pas. La même signature revient avec la même clé d’idempotence : elle n’est ' +
          'pas enregistrée deux fois, et le même reçu est rendu.',
      },
      {
        answer: 'accepted',
        label: '202 Accepted, sans corps',
        note:
          'Enregistrée, sans reçu : 201, 202 et 204 sans corps valent enregistrement, sauf si la page vérifie les reçus : ' +
          'la signature attend alors le sien.',
      },
    ],
  },
  {
    title: 'Pas encore',
    choices: [
      {
        answer: 'in-progress',
        label: '409 in-progress',
        note: 'La même signature est en cours d’enregistrement : elle revient un peu plus tard.',
      },
      {
        answer: 'too-many-requests',
        label: `429, Retry-After : ${retryAfter}`,
        note: `Pas encore : la signature attend et ne revient pas avant ${retryAfter} secondes, même si la personne insiste.`,
      },
      { answer: 'unavailable', label: '503 unavailable', note: sentAgain },
      {
        answer: 'offline',
        label: 'Hors ligne',
        note: 'Aucune réponse : la signature est gardée et part dès que le réseau revient.',
      },
      { answer: 'cut', label: '201, réponse coupée', note: sentAgain },
      { answer: 'headerless', label: '200 sans en-tête', note: sentAgain },
    ],
  },
  {
    title: 'Se reconnecter',
    choices: [
      { answer: 'sign-in-required', label: '401 sign-in-required', note: signInAgain },
      { answer: 'token-expired', label: '419, page HTML', note: signInAgain },
      {
        answer: 'redirect',
        label: '302, redirection',
        note: `Ni l’enregistrement, ni les cookies, ni le jeton ne suivent. ${signInAgain}`,
      },
      { answer: 'login-page', label: '200, page de connexion', note: signInAgain },
      {
        answer: 'other-signer',
        label: '403 other-signer',
        note: 'C’est la session de quelqu’un d’autre : la signature est gardée pour la personne qui l’a faite.',
      },
    ],
  },
  {
    title: 'Ne prouve rien',
    choices: [
      { answer: 'text', label: '200, texte « OK »', note: notConfirmed },
      { answer: 'array', label: '200, tableau', note: notConfirmed },
      { answer: 'empty', label: '200 vide', note: notConfirmed },
      { answer: 'no-id', label: '200 sans id', note: notConfirmed },
      { answer: 'other-record', label: '201, autre id', note: notConfirmed },
      { answer: 'other-digest', label: '201, autre empreinte', note: notConfirmed },
      { answer: 'year-1999', label: '201, reçue en 1999', note: notConfirmed },
      { answer: 'page-422', label: '422, page HTML', note: notAccepted },
      { answer: 'page-404', label: '404, page HTML', note: notAccepted },
    ],
  },
  {
    title: 'Refusée, ou autre version',
    choices: [
      {
        answer: 'charter-outdated',
        label: '409 charter-outdated',
        note: 'Une version plus récente existe : elle est montrée avec ses changements, puis signée.',
      },
      {
        answer: 'invalid-record',
        label: '422 invalid-record',
        note: 'Refusée pour de bon : la raison est dite, la signature peut être téléchargée, elle ne repart pas seule.',
      },
      {
        answer: 'malformed-problem',
        label: '422 invalid-record, mal formé',
        note: 'Refusée pour de bon : ce qui est mal formé dans l’erreur est laissé de côté.',
      },
      {
        answer: 'forged',
        label: '201, reçu faux',
        note: 'Le reçu porte une autre signature que celle de l’établissement : la page qui vérifie ne dit pas « signée ».',
      },
    ],
  },
];

/** The same receiver, whatever the console chose. */
export function answerFor(choice: ConsoleAnswer): Answer {
  return choice === 'lost' ? 'recorded' : choice;
}
