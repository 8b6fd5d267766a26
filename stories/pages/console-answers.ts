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

export const choices: readonly Choice[] = [
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
    label: '202 Accepted',
    note:
      'Enregistrée, sans reçu : toute réponse 2xx vaut enregistrement, sauf si la page vérifie les reçus et que le ' +
      'reçu manque.',
  },
  {
    answer: 'sign-in-required',
    label: '401 sign-in-required',
    note: 'La session a pris fin : la signature est gardée, et la personne invitée à se reconnecter.',
  },
  {
    answer: 'charter-outdated',
    label: '409 charter-outdated',
    note: 'Une version plus récente existe : elle est montrée avec ses changements, puis signée.',
  },
  {
    answer: 'in-progress',
    label: '409 in-progress',
    note: 'La même signature est en cours d’enregistrement : elle revient un peu plus tard.',
  },
  {
    answer: 'invalid-record',
    label: '422 invalid-record',
    note: 'Refusée pour de bon : la raison est dite, la signature peut être téléchargée, elle ne repart pas seule.',
  },
  {
    answer: 'too-many-requests',
    label: `429, Retry-After : ${retryAfter}`,
    note: `Pas encore : la signature attend et ne revient pas avant ${retryAfter} secondes, même si la personne insiste.`,
  },
  {
    answer: 'unavailable',
    label: '503 unavailable',
    note: 'Pas encore : la signature est gardée et revient seule, de plus en plus rarement.',
  },
  {
    answer: 'offline',
    label: 'Hors ligne',
    note: 'Aucune réponse : la signature est gardée et part dès que le réseau revient.',
  },
  {
    answer: 'forged',
    label: '201, reçu faux',
    note: 'Le reçu porte une autre signature que celle de l’établissement : la page qui vérifie ne dit pas « signée ».',
  },
];

/** The same receiver, whatever the console chose. */
export function answerFor(choice: ConsoleAnswer): Answer {
  return choice === 'lost' ? 'recorded' : choice;
}
