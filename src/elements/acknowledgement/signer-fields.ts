import { warnOnce } from '../../internal/warn-once.ts';
import type { Signer, SignerField } from '../../signature/record.ts';
import { tidyText } from '../../signature/tidy-text.ts';

/** A line of the identity form. */
export interface IdentityField {
  readonly name: keyof Signer;
  readonly isRequired: boolean;
}

const known: readonly string[] = ['id', 'email', 'role', 'department'] satisfies SignerField[];

const readBefore = new Map<string, readonly IdentityField[]>();

/**
 * Reads the `fields` attribute: names of the details asked for beside the name, each required unless it ends with `?`,
 * such as `id email? department`. What is not known is left out, with one warning for each value.
 */
export function readFields(fields: string): readonly IdentityField[] {
  const found = readBefore.get(fields) ?? parseFields(fields);
  readBefore.set(fields, found);
  return found;
}

function parseFields(fields: string): readonly IdentityField[] {
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

const reported = new Set<string>();

/**
 * The details of the person that a page gives, the last of several, as they would go into the record: tidied, without the
 * empty ones. A number, such as that of a member of the staff, is its digits; anything else is no detail, and is said once.
 */
export function readDetails(...given: readonly unknown[]): Partial<Signer> {
  const details: Partial<Record<keyof Signer, string>> = {};
  for (const all of given) {
    if (typeof all !== 'object' || all === null) continue;
    for (const name of ['name', ...known] as (keyof Signer)[]) {
      const value = (all as Readonly<Record<string, unknown>>)[name];
      if (typeof value === 'string' || typeof value === 'number') {
        const text = tidyText(String(value));
        if (text) details[name] = text;
      } else if (value !== undefined && value !== null && !reported.has(name)) {
        reported.add(name);
        console.error(
          `charter-elements: signer.${name} is ${typeof value}, not a text: give a string, or leave it out`,
        );
      }
    }
  }
  return details;
}

/** Autofill tokens; the other details have none. */
export const autocompleteTokens: Readonly<Partial<Record<keyof Signer, string>>> = {
  name: 'name',
  email: 'email',
  role: 'organization-title',
};
