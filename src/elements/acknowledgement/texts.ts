/** Texts of the form, which is on the first screen. Those of what comes later are loaded with it. */
import { str } from '@lit/localize/internal/str-tag.js';
import type { LocalizedText } from '../../localization/localized-text.ts';

export const title: LocalizedText = (localize) =>
  localize.msg('Signer la charte', {
    id: 'acknowledgement.title',
    desc: 'Title of the form; signing means agreeing to the charter',
  });

export const dryRunNotice: LocalizedText = (localize) =>
  localize.msg('Ceci est un essai : rien ne sera envoyé.', {
    id: 'acknowledgement.dry-run-notice',
    desc: 'Notice above the form, where a hospital tries it out',
  });

export const goToChecklist: LocalizedText = (localize) =>
  localize.msg('Aller aux bonnes pratiques', {
    id: 'acknowledgement.go-to-checklist',
    desc: 'Link to the checklist of the page',
  });

export const review: LocalizedText = (localize) =>
  localize.msg('Vérifier avant de signer', {
    id: 'acknowledgement.review',
    desc: 'Button of the form: shows everything once more before signing (max 35)',
  });

export const decline: LocalizedText = (localize) =>
  localize.msg('Refuser de signer', {
    id: 'acknowledgement.decline',
    desc: 'Button and heading: the person does not want to sign (max 35)',
  });

export const identity: LocalizedText = (localize) =>
  localize.msg('Votre identité', {
    id: 'acknowledgement.identity',
    desc: 'Heading above name, email and so on',
  });

export const allRequired: LocalizedText = (localize) =>
  localize.msg('Tous les champs sont obligatoires, sauf mention contraire.', {
    id: 'acknowledgement.all-required',
    desc: 'Above the fields',
  });

export const optional: LocalizedText = (localize) =>
  localize.msg('(facultatif)', {
    id: 'acknowledgement.optional',
    desc: 'After the label of a field or a statement; the brackets belong to it',
  });

export const statements: LocalizedText = (localize) =>
  localize.msg('Vos engagements', {
    id: 'acknowledgement.statements',
    desc: 'Heading above the sentences that the person agrees to',
  });

export const practices: LocalizedText<[count: number]> = (localize, count) =>
  localize.plural(
    count,
    () =>
      localize.msg(str`${localize.number(count)} bonne pratique cochée, jointe à votre signature.`, {
        id: 'acknowledgement.practices.one',
        desc: 'Above the buttons. 0: number of ticked practices, which will be in the record',
      }),
    () =>
      localize.msg(str`${localize.number(count)} bonnes pratiques cochées, jointes à votre signature.`, {
        id: 'acknowledgement.practices.other',
        desc: 'Above the buttons. 0: number of ticked practices, which will be in the record',
      }),
  );

export const endpointMistake: LocalizedText = (localize) =>
  localize.msg(
    'La charte ne peut pas être signée ici : l’adresse d’enregistrement de cette page est mal réglée. Prévenez le service informatique en lui transmettant le détail ci-dessous.',
    {
      id: 'acknowledgement.endpoint-mistake',
      desc: 'In place of the form, where the page gives an address that nothing can be sent to; technical detail in English follows',
    },
  );

export const wipe: LocalizedText = (localize) =>
  localize.msg('Terminer et effacer', {
    id: 'acknowledgement.wipe',
    desc: 'Button on a shared computer: ends the session and erases everything typed (max 35)',
  });

export const notLoaded: LocalizedText = (localize) =>
  localize.msg(
    'La suite n’a pas pu être chargée. Vérifiez votre connexion, puis réessayez : votre saisie est intacte.',
    { id: 'acknowledgement.not-loaded', desc: 'Error: a part of the script could not be loaded' },
  );

export const notLoadedAgain: LocalizedText = (localize) =>
  localize.msg(
    'La suite ne se charge toujours pas. Rechargez la page, quitte à refaire votre saisie, ou revenez plus tard : rien n’est encore signé.',
    {
      id: 'acknowledgement.not-loaded-again',
      desc: 'Error: a part of the script could not be loaded a second time',
    },
  );

export const awaited: LocalizedText = (localize) =>
  localize.msg('Chargement…', {
    id: 'acknowledgement.awaited',
    desc: 'In place of the words of a button, or of a result, while what comes next is being loaded (max 25)',
  });

export const resultNotLoaded: LocalizedText = (localize) =>
  localize.msg(
    'L’état de votre signature ne peut pas encore être affiché : une partie de la page ne se charge pas. Un nouvel essai est en cours.',
    {
      id: 'acknowledgement.result-not-loaded',
      desc: 'In place of what became of a signature, while the script that shows it cannot be loaded; sometimes with a button that reloads the page',
    },
  );

export const reloadPage: LocalizedText = (localize) =>
  localize.msg('Recharger la page', {
    id: 'acknowledgement.reload-page',
    desc: 'Button: reloads the page of the browser, nothing is lost (max 30)',
  });

export const sending: LocalizedText = (localize) =>
  localize.msg('Envoi…', {
    id: 'acknowledgement.sending',
    desc: 'In place of the words of the button while it is being sent (max 25)',
  });
