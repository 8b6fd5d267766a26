/** Texts of what is to be corrected in the form, loaded when it is checked. */
import { str } from '@lit/localize/internal/str-tag.js';
import type { LocalizedText } from '../../localization/localized-text.ts';
import type { textRules } from '../../signature/record-text.ts';

type WrittenText = keyof typeof textRules;

export const statementMissing: LocalizedText = (localize) =>
  localize.msg('Cochez cet engagement pour pouvoir signer.', {
    id: 'acknowledgement.statement-missing',
    desc: 'Error under a statement that must be ticked',
  });

export const checklistMissing: LocalizedText = (localize) =>
  localize.msg('Cochez d’abord les bonnes pratiques obligatoires.', {
    id: 'acknowledgement.checklist-missing',
    desc: 'Error when required practices are not ticked; a link to them follows',
  });

/** Nothing was typed where something is required. */
export const missing: Readonly<Record<WrittenText, LocalizedText>> = {
  name: (localize) =>
    localize.msg('Indiquez votre nom et votre prénom.', {
      id: 'acknowledgement.name-missing',
      desc: 'Error under the field',
    }),
  id: (localize) =>
    localize.msg('Indiquez votre identifiant professionnel.', {
      id: 'acknowledgement.id-missing',
      desc: 'Error under the field',
    }),
  email: (localize) =>
    localize.msg('Indiquez votre adresse électronique.', {
      id: 'acknowledgement.email-missing',
      desc: 'Error under the field',
    }),
  role: (localize) =>
    localize.msg('Indiquez votre fonction.', {
      id: 'acknowledgement.role-missing',
      desc: 'Error under the field',
    }),
  department: (localize) =>
    localize.msg('Indiquez votre service.', {
      id: 'acknowledgement.department-missing',
      desc: 'Error under the field',
    }),
  reason: (localize) =>
    localize.msg('Dites en une phrase pourquoi vous ne signez pas.', {
      id: 'acknowledgement.reason-missing',
      desc: 'Error under the field for the reason',
    }),
};

/** What was typed holds characters that cannot be seen. */
export const stray: Readonly<Record<WrittenText, LocalizedText>> = {
  name: (localize) =>
    localize.msg('Ce nom contient un caractère invisible ou de commande : effacez-le et retapez-le.', {
      id: 'acknowledgement.name-stray',
      desc: 'Error under the field, when what was pasted into it holds characters that cannot be seen',
    }),
  id: (localize) =>
    localize.msg(
      'Cet identifiant contient un caractère invisible ou de commande : effacez-le et retapez-le.',
      {
        id: 'acknowledgement.id-stray',
        desc: 'Error under the field, as acknowledgement.name-stray',
      },
    ),
  email: (localize) =>
    localize.msg('Cette adresse contient un caractère invisible ou de commande : effacez-la et retapez-la.', {
      id: 'acknowledgement.email-stray',
      desc: 'Error under the field, as acknowledgement.name-stray',
    }),
  role: (localize) =>
    localize.msg(
      'Cette fonction contient un caractère invisible ou de commande : effacez-la et retapez-la.',
      {
        id: 'acknowledgement.role-stray',
        desc: 'Error under the field, as acknowledgement.name-stray',
      },
    ),
  department: (localize) =>
    localize.msg(
      'Ce nom de service contient un caractère invisible ou de commande : effacez-le et retapez-le.',
      {
        id: 'acknowledgement.department-stray',
        desc: 'Error under the field, as acknowledgement.name-stray',
      },
    ),
  reason: (localize) =>
    localize.msg('Ce texte contient un caractère invisible ou de commande : effacez-le et retapez-le.', {
      id: 'acknowledgement.reason-stray',
      desc: 'Error under the field for the reason, as acknowledgement.name-stray',
    }),
};

export const invisible: LocalizedText = (localize) =>
  localize.msg('Ce champ ne contient que des caractères invisibles : effacez-les et écrivez à nouveau.', {
    id: 'acknowledgement.invisible',
    desc: 'Error under a field that looks empty but is not',
  });

export const tooLong: LocalizedText<[most: string, count: string]> = (localize, most, count) =>
  localize.msg(str`${most} caractères au plus : il y en a ${count}.`, {
    id: 'acknowledgement.too-long',
    desc: 'Error under a field. 0: how many characters it may have (200 or more), 1: how many it has',
  });

export const givenUnusable: LocalizedText = (localize) =>
  localize.msg(
    'L’intranet a transmis ici une valeur qui ne peut pas être enregistrée. Vous ne pouvez pas la corriger : signalez-le au service informatique.',
    {
      id: 'acknowledgement.given-unusable',
      desc: 'Error under a detail of the person that the page gave and that cannot be changed',
    },
  );

export const emailMalformed: LocalizedText = (localize) =>
  localize.msg('Cette adresse est incomplète : écrivez-la sous la forme prenom.nom@hopital.example.', {
    id: 'acknowledgement.email-malformed',
    desc: 'Error under the field; the example may be adapted to the language',
  });

export const errorSummary: LocalizedText<[count: number]> = (localize, count) =>
  localize.plural(
    count,
    () =>
      localize.msg(str`Il y a ${localize.number(count)} point à corriger`, {
        id: 'acknowledgement.error-summary.one',
        desc: 'Title of the list of what is to be corrected in the form. 0: how many',
      }),
    () =>
      localize.msg(str`Il y a ${localize.number(count)} points à corriger`, {
        id: 'acknowledgement.error-summary.other',
        desc: 'Title of the list of what is to be corrected in the form. 0: how many',
      }),
  );

export const reasonLabel: LocalizedText = (localize) =>
  localize.msg('Pourquoi ne signez-vous pas ?', {
    id: 'acknowledgement.reason-label',
    desc: 'Label of the field where a person says why; never a reproach',
  });
