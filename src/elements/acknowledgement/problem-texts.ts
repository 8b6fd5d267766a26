import type { LocalizeController } from '../../localization/localize-controller.ts';
import { problemName, problemPrefix } from '../../signature/problem.ts';
import type { Problem } from '../../signature/problem.ts';

/** What happened and what to do, in the element's own words: by the problem's type, then by its status. */
export function explainFailure(problem: Problem, { msg }: LocalizeController): string {
  const name =
    problem.status === 413
      ? 'payload-too-large'
      : (problemName(problem) ?? problem.type.slice(problemPrefix.length));
  switch (name) {
    case 'endpoint-missing':
      return msg(
        'Aucune adresse d’enregistrement n’est réglée sur cette page. Prévenez le service informatique, puis revenez signer : votre saisie peut être téléchargée.',
        {
          id: 'acknowledgement.failure.endpoint-missing',
          desc: 'Under “was not recorded”: the page has no address to send to. A button to download follows',
        },
      );
    case 'unknown-charter':
    case 'digest-mismatch':
      return msg(
        'Le texte affiché n’est pas celui que l’établissement conserve. Rechargez la page, relisez la charte, puis signez de nouveau.',
        {
          id: 'acknowledgement.failure.digest-mismatch',
          desc: 'Under “was not recorded”: the text on screen is not that of the server',
        },
      );
    case 'signed-in-the-future':
      return msg('L’horloge de cet appareil est en avance. Mettez-la à l’heure, puis signez de nouveau.', {
        id: 'acknowledgement.failure.signed-in-the-future',
        desc: 'Under “was not recorded”: the clock of the device is wrong',
      });
    case 'idempotency-mismatch':
      return msg(
        'Une autre signature porte déjà le même numéro. Recommencez la signature : un nouveau numéro lui sera donné.',
        {
          id: 'acknowledgement.failure.idempotency-mismatch',
          desc: 'Under “was not recorded”: another signature has the same number',
        },
      );
    case 'payload-too-large':
      return msg(
        'La signature est trop volumineuse pour le serveur. Téléchargez-la et remettez-la au service informatique.',
        {
          id: 'acknowledgement.failure.payload-too-large',
          desc: 'Under “was not recorded”. A button to download follows',
        },
      );
    case 'not-kept':
      return msg(
        'Ce navigateur n’a pas pu garder votre signature, et rien n’a été envoyé. Réessayez ; si cela se reproduit, prévenez le service informatique.',
        {
          id: 'acknowledgement.failure.not-kept',
          desc: 'Under “was not recorded”: the browser could not hold the signature, nothing was sent',
        },
      );
    case 'receipt-missing':
    case 'receipt-signature':
    case 'receipt-mismatch':
      return msg(
        'Le serveur a répondu, mais son reçu ne prouve pas l’enregistrement de votre signature. Téléchargez-la et signalez-le au service informatique.',
        {
          id: 'acknowledgement.failure.receipt',
          desc: 'Under “was not recorded”: the receipt of the server is not authentic',
        },
      );
    case 'receipt-unsupported':
      return msg(
        'Le serveur a répondu, mais cette page ne peut pas vérifier son reçu : elle n’est pas servie en HTTPS. Téléchargez votre signature et signalez-le au service informatique.',
        {
          id: 'acknowledgement.failure.receipt-unsupported',
          desc: 'Under “was not recorded”: the receipt cannot be checked on plain HTTP',
        },
      );
  }
  return msg(
    'Le serveur a refusé cette signature. Téléchargez-la et transmettez-la au service informatique avec le détail ci-dessous.',
    {
      id: 'acknowledgement.failure.refused',
      desc: 'Under “was not recorded”: any other refusal; technical detail follows',
    },
  );
}
