import { str } from '@lit/localize/internal/str-tag.js';
import type { LocalizeController } from '../../localization/localize-controller.ts';
import { countCodePoints, findTextFault, textRules } from '../../signature/record-text.ts';
import type { TextRule } from '../../signature/record-text.ts';
import type { Signer } from '../../signature/record.ts';
import { tidyText } from '../../signature/tidy-text.ts';
import { reasonOf } from './acknowledgement-form.ts';
import type { Faults, FormModel, LinkedChecklist } from './acknowledgement-form.ts';
import type { IdentityField } from './signer-fields.ts';

/** What is missing or malformed in the form, in its order. */
export function findFaults(
  model: FormModel,
  isDeclining: boolean,
  checklist: LinkedChecklist | null,
  localize: LocalizeController,
): Faults {
  const { msg } = localize;
  const faults = new Map<string, () => string>();
  for (const field of model.fields) {
    const fault = faultOf(field, model);
    if (fault) faults.set(field.name, () => fault(localize));
  }
  if (isDeclining) {
    const fault = faultIn('reason', reasonOf(model), true);
    if (fault) faults.set('reason', () => fault(localize));
  } else {
    for (const { id, required } of model.charter.statements ?? []) {
      if (required === false || model.ticked.has(id)) continue;
      faults.set(`statement-${id}`, () =>
        msg('Cochez cet engagement pour pouvoir signer.', {
          id: 'acknowledgement.statement-missing',
          desc: 'Error under a statement that must be ticked',
        }),
      );
    }
    if (checklist?.checkValidity?.() === false) {
      faults.set('checklist', () =>
        msg('Cochez d’abord les bonnes pratiques obligatoires.', {
          id: 'acknowledgement.checklist-missing',
          desc: 'Error when required practices are not ticked; a link to them follows',
        }),
      );
    }
  }
  return faults;
}

type Fault = (localize: LocalizeController) => string;
type WrittenText = keyof typeof textRules;

/** What is wrong with a detail of the person, in words, or `undefined`. */
function faultOf({ name, isRequired }: IdentityField, { signer, locked }: FormModel): Fault | undefined {
  const value = tidyText(signer[name] ?? '');
  const fault = faultIn(name, value, isRequired);
  if (!fault || !locked.has(name)) return fault;
  reportGiven(name, value);
  return unusable;
}

function faultIn(name: WrittenText, text: string, isRequired: boolean): Fault | undefined {
  if (text === '') return isRequired ? missing[name] : undefined;
  const rule = textRules[name];
  switch (findTextFault(text, rule)) {
    case undefined:
      return undefined;
    case 'too-long':
      return tooLong(rule, text);
    case 'invisible':
      return invisible;
    case 'malformed-email':
      return malformedEmail;
    default:
      return stray[name];
  }
}

const reported = new Set<string>();

/** Tells the page, once a value, that what it gave and locked cannot be recorded: the person cannot correct it. */
function reportGiven(name: keyof Signer, value: string): void {
  const { maxLength } = textRules[name];
  const cause = findTextFault(value, textRules[name]);
  const found =
    cause === 'too-long' ? `${countCodePoints(value)} characters long, ${maxLength} at most` : cause;
  const message =
    `charter-acknowledgement: signer-${name} (or signer.${name}) cannot be recorded and is locked: ` +
    `${found}. Nobody can sign with it: correct it where the page takes it from, or leave lock-signer out.`;
  if (reported.has(message)) return;
  reported.add(message);
  console.error(message);
}

const missing: Readonly<Record<WrittenText, Fault>> = {
  name: ({ msg }) =>
    msg('Indiquez votre nom et votre prénom.', {
      id: 'acknowledgement.name-missing',
      desc: 'Error under the field',
    }),
  id: ({ msg }) =>
    msg('Indiquez votre identifiant professionnel.', {
      id: 'acknowledgement.id-missing',
      desc: 'Error under the field',
    }),
  email: ({ msg }) =>
    msg('Indiquez votre adresse électronique.', {
      id: 'acknowledgement.email-missing',
      desc: 'Error under the field',
    }),
  role: ({ msg }) =>
    msg('Indiquez votre fonction.', {
      id: 'acknowledgement.role-missing',
      desc: 'Error under the field',
    }),
  department: ({ msg }) =>
    msg('Indiquez votre service.', {
      id: 'acknowledgement.department-missing',
      desc: 'Error under the field',
    }),
  reason: ({ msg }) =>
    msg('Dites en une phrase pourquoi vous ne signez pas.', {
      id: 'acknowledgement.reason-missing',
      desc: 'Error under the field for the reason',
    }),
};

const stray: Readonly<Record<WrittenText, Fault>> = {
  name: ({ msg }) =>
    msg('Ce nom contient un caractère invisible ou de commande : effacez-le et retapez-le.', {
      id: 'acknowledgement.name-stray',
      desc: 'Error under the field, when what was pasted into it holds characters that cannot be seen',
    }),
  id: ({ msg }) =>
    msg('Cet identifiant contient un caractère invisible ou de commande : effacez-le et retapez-le.', {
      id: 'acknowledgement.id-stray',
      desc: 'Error under the field, as acknowledgement.name-stray',
    }),
  email: ({ msg }) =>
    msg('Cette adresse contient un caractère invisible ou de commande : effacez-la et retapez-la.', {
      id: 'acknowledgement.email-stray',
      desc: 'Error under the field, as acknowledgement.name-stray',
    }),
  role: ({ msg }) =>
    msg('Cette fonction contient un caractère invisible ou de commande : effacez-la et retapez-la.', {
      id: 'acknowledgement.role-stray',
      desc: 'Error under the field, as acknowledgement.name-stray',
    }),
  department: ({ msg }) =>
    msg('Ce nom de service contient un caractère invisible ou de commande : effacez-le et retapez-le.', {
      id: 'acknowledgement.department-stray',
      desc: 'Error under the field, as acknowledgement.name-stray',
    }),
  reason: ({ msg }) =>
    msg('Ce texte contient un caractère invisible ou de commande : effacez-le et retapez-le.', {
      id: 'acknowledgement.reason-stray',
      desc: 'Error under the field for the reason, as acknowledgement.name-stray',
    }),
};

const invisible: Fault = ({ msg }) =>
  msg('Ce champ ne contient que des caractères invisibles : effacez-les et écrivez à nouveau.', {
    id: 'acknowledgement.invisible',
    desc: 'Error under a field that looks empty but is not',
  });

const tooLong =
  ({ maxLength }: TextRule, text: string): Fault =>
  (localize) => {
    const [most, count] = [localize.number(maxLength), localize.number(countCodePoints(text))];
    return localize.msg(str`${most} caractères au plus : il y en a ${count}.`, {
      id: 'acknowledgement.too-long',
      desc: 'Error under a field. 0: how many characters it may have (200 or more), 1: how many it has',
    });
  };

const unusable: Fault = ({ msg }) =>
  msg(
    'L’intranet a transmis ici une valeur qui ne peut pas être enregistrée. Vous ne pouvez pas la corriger : signalez-le au service informatique.',
    {
      id: 'acknowledgement.given-unusable',
      desc: 'Error under a detail of the person that the page gave and that cannot be changed',
    },
  );

const malformedEmail: Fault = ({ msg }) =>
  msg('Cette adresse est incomplète : écrivez-la sous la forme prenom.nom@hopital.example.', {
    id: 'acknowledgement.email-malformed',
    desc: 'Error under the field; the example may be adapted to the language',
  });
