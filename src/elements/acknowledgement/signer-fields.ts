import { warnOnce } from '../../internal/warn-once.ts';
import type { LocalizeController } from '../../localization/localize-controller.ts';
import type { Signer, SignerField } from '../../signature/record.ts';

/** A line of the identity form. */
export interface IdentityField {
  readonly name: keyof Signer;
  readonly isRequired: boolean;
}

const known: readonly string[] = ['id', 'email', 'role', 'department'] satisfies SignerField[];

/**
 * Reads the `fields` attribute: names of the details asked for beside the name, each required unless it ends with `?`,
 * such as `id email? department`.
 */
export function readFields(fields: string): IdentityField[] {
  const asked = fields.split(/\s+/).filter((word) => word !== '' && word !== 'name');
  const unknown = asked.filter((word) => !known.includes(word.replace('?', '')));
  if (unknown.length > 0) {
    warnOnce(`fields="${fields}": ${unknown.join(', ')} is not known; use ${known.join(', ')}`);
  }
  return [
    { name: 'name', isRequired: true },
    ...asked
      .filter((word) => !unknown.includes(word))
      .map((word) => ({ name: word.replace('?', '') as SignerField, isRequired: !word.endsWith('?') })),
  ];
}

export function labelOf(name: keyof Signer, { msg }: LocalizeController): string {
  switch (name) {
    case 'name':
      return msg('Nom et prénom', {
        id: 'acknowledgement.name',
        desc: 'Label of a field and of a line of the receipt (max 30)',
      });
    case 'id':
      return msg('Identifiant professionnel', {
        id: 'acknowledgement.id',
        desc: 'Label of a field and of a line of the receipt: login or staff number (max 30)',
      });
    case 'email':
      return msg('Adresse électronique', {
        id: 'acknowledgement.email',
        desc: 'Label of a field and of a line of the receipt (max 30)',
      });
    case 'role':
      return msg('Fonction', {
        id: 'acknowledgement.role',
        desc: 'Label of a field and of a line of the receipt: job, such as nurse (max 30)',
      });
    case 'department':
      return msg('Service', {
        id: 'acknowledgement.department',
        desc: 'Label of a field and of a line of the receipt: hospital department, such as emergency (max 30)',
      });
  }
}

/** Autofill tokens; the other details have none. */
export const autocompleteTokens: Readonly<Partial<Record<keyof Signer, string>>> = {
  name: 'name',
  email: 'email',
  role: 'organization-title',
};

/** Longest value of a field, in characters, as in the record's schema. */
export const longestValue = 200;
