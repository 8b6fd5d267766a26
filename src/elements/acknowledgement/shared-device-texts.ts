/** Texts of the session on a shared device. */
import { str } from '@lit/localize/internal/str-tag.js';
import type { LocalizedText } from '../../localization/localized-text.ts';

export const idleQuestion: LocalizedText = (localize) =>
  localize.msg('Êtes-vous toujours là ?', {
    id: 'acknowledgement.idle-question',
    desc: 'Title of the warning on a shared computer, when nobody has touched it for some time',
  });

export const idle: LocalizedText<[left: string]> = (localize, left) =>
  localize.msg(
    str`Ce poste est partagé : sans signe de votre part, ce que vous avez saisi et coché dans cette page sera effacé dans ${left}.`,
    {
      id: 'acknowledgement.idle',
      desc: 'Under acknowledgement.idle-question; counts down. 0: a duration such as “30 seconds”',
    },
  );

export const idleLast: LocalizedText<[last: string]> = (localize, last) =>
  localize.msg(str`Plus que ${last} avant l’effacement.`, {
    id: 'acknowledgement.idle-last',
    desc: 'Said aloud near the end of acknowledgement.idle. 0: a duration such as “20 seconds”',
  });

export const stillHere: LocalizedText = (localize) =>
  localize.msg('Je suis toujours là', {
    id: 'acknowledgement.still-here',
    desc: 'Button: answers acknowledgement.idle-question (max 35)',
  });

export const idleUnconfirmed: LocalizedText = (localize) =>
  localize.msg('Votre envoi n’est pas encore confirmé : il serait à refaire.', {
    id: 'acknowledgement.idle-unconfirmed',
    desc: 'After acknowledgement.idle: what was sent (a signature or a refusal to sign) would be lost',
  });

export const idleKept: LocalizedText = (localize) =>
  localize.msg('Ce que vous avez déjà envoyé n’est pas perdu.', {
    id: 'acknowledgement.idle-kept',
    desc: 'After acknowledgement.idle: what was sent (a signature or a refusal to sign) is safe',
  });

export const erased: LocalizedText = (localize) =>
  localize.msg('La saisie laissée sur ce poste a été effacée', {
    id: 'acknowledgement.erased',
    desc: 'Heading on a shared computer, after the page was wiped by itself',
  });

export const erasedIdle: LocalizedText<[since: string]> = (localize, since) =>
  localize.msg(str`Personne n’a touché cette page depuis ${since}.`, {
    id: 'acknowledgement.erased-idle',
    desc: 'Under acknowledgement.erased. 0: day of the week and time of day',
  });

export const erasedLeave: LocalizedText = (localize) =>
  localize.msg('Cette page avait été quittée.', {
    id: 'acknowledgement.erased-leave',
    desc: 'Under acknowledgement.erased: somebody went to another page, and came back',
  });

export const erasedWhat: LocalizedText = (localize) =>
  localize.msg(
    'Ce poste est partagé : par prudence, le nom, les cases cochées et toute saisie en cours ont été effacés.',
    {
      id: 'acknowledgement.erased-what',
      desc: 'After acknowledgement.erased-idle or acknowledgement.erased-leave',
    },
  );

export const erasedNone: LocalizedText = (localize) =>
  localize.msg('Rien n’avait été envoyé à l’établissement.', {
    id: 'acknowledgement.erased-none',
    desc: 'After acknowledgement.erased-what: nobody had signed',
  });

export const erasedRecorded: LocalizedText = (localize) =>
  localize.msg('L’envoi fait juste avant est enregistré : si c’était le vôtre, vous n’avez rien à refaire.', {
    id: 'acknowledgement.erased-recorded',
    desc: 'After acknowledgement.erased-what: the server has what was sent, a signature or a refusal to sign. The reader may be somebody else',
  });

export const erasedEncrypted: LocalizedText = (localize) =>
  localize.msg(
    'L’envoi fait juste avant reste gardé sur ce poste, chiffré : seul l’établissement peut le lire. Il repartira tout seul : si c’était le vôtre, vous n’avez rien à refaire.',
    {
      id: 'acknowledgement.erased-encrypted',
      desc: 'After acknowledgement.erased-what: what was sent, a signature or a refusal to sign, has not arrived yet. The reader may be somebody else',
    },
  );

export const erasedUnconfirmed: LocalizedText = (localize) =>
  localize.msg(
    'L’établissement n’a pas confirmé l’envoi fait juste avant, qui n’est plus sur ce poste : si c’était le vôtre, il est à refaire.',
    {
      id: 'acknowledgement.erased-unconfirmed',
      desc: 'After acknowledgement.erased-what: what was sent, a signature or a refusal to sign, may not have arrived. The reader may be somebody else',
    },
  );
