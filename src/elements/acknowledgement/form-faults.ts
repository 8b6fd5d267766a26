import type { LocalizeController } from '../../localization/localize-controller.ts';
import type { Signer } from '../../signature/record.ts';
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
    const fault = faultOf(field, model.signer[field.name]?.trim() ?? '');
    if (fault) faults.set(field.name, () => fault(localize));
  }
  if (isDeclining) {
    if (!model.reason.trim()) {
      faults.set('reason', () =>
        msg('Dites en une phrase pourquoi vous ne signez pas.', {
          id: 'acknowledgement.reason-missing',
          desc: 'Error under the field for the reason',
        }),
      );
    }
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

/** What is wrong with a value, in words, or `undefined`. */
function faultOf({ name, isRequired }: IdentityField, value: string): Fault | undefined {
  if (value === '') return isRequired ? missing[name] : undefined;
  return name === 'email' && !/^[^\s@]+@[^\s@]+$/.test(value) ? malformedEmail : undefined;
}

const missing: Readonly<Record<keyof Signer, Fault>> = {
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
};

const malformedEmail: Fault = ({ msg }) =>
  msg('Cette adresse est incomplète : écrivez-la sous la forme prenom.nom@hopital.fr.', {
    id: 'acknowledgement.email-malformed',
    desc: 'Error under the field; the example may be adapted to the language',
  });
