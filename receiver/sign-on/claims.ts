import { rolesOf, tidyName } from '../domain/identity.ts';
import type { Identity, RoleRules } from '../domain/identity.ts';
import { SignOnError } from './sign-on-error.ts';
import type { SignOnSettings } from './sign-on-settings.ts';

export type Claims = Readonly<Record<string, unknown>>;

/** The claims that make an identity. */
export type ClaimNames = Pick<SignOnSettings, 'idClaim' | 'nameClaims' | 'departmentClaim' | 'rolesClaim'>;

/** Which of the claims that the settings name are not there. */
export function missingClaims(claims: Claims, names: ClaimNames): string[] {
  const { idClaim, nameClaims, departmentClaim, rolesClaim } = names;
  return [idClaim, ...nameClaims, departmentClaim, rolesClaim]
    .filter((name) => name !== undefined)
    .filter((name) => find(claims, name) === undefined);
}

/**
 * Reads who somebody is out of what the provider says of them. Only the id must be there.
 *
 * @throws SignOnError naming the claim that is missing, or that cannot be kept.
 */
export function identityOf(claims: Claims, names: ClaimNames, rules: RoleRules): Identity {
  const read = (claim: string | undefined) => (claim === undefined ? '' : textOf(claims, claim));
  const id = read(names.idClaim);
  if (!id) {
    throw new SignOnError('incomplete', {
      reason: 'claim-missing',
      claim: names.idClaim,
      given: Object.keys(claims),
    });
  }
  const name = names.nameClaims.map(read).filter(Boolean).join(' ');
  const department = read(names.departmentClaim);
  const groups = names.rolesClaim === undefined ? [] : listOf(find(claims, names.rolesClaim), rules);
  const roles = rolesOf(groups, rules);
  return {
    id,
    ...(name && { name }),
    ...(department && { department }),
    ...(roles.length > 0 && { roles }),
  };
}

/** By its whole name first: some contain dots, such as those that are addresses. */
function find(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name] ?? undefined;
  let value: unknown = claims;
  for (const step of name.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Claims)[step];
  }
  return value ?? undefined;
}

/** Directories give one value as a list too, and a staff number as a number. */
function textOf(claims: Claims, claim: string): string {
  const found = find(claims, claim);
  const value: unknown = Array.isArray(found) && found.length === 1 ? found[0] : found;
  if (value === undefined) return '';
  const text = typeof value === 'string' || typeof value === 'number' ? tidyName(String(value)) : undefined;
  if (text !== undefined) return text;
  throw new SignOnError('incomplete', { reason: 'claim-unusable', claim });
}

function listOf(value: unknown, { separator }: RoleRules): string[] {
  if (typeof value === 'string') return value.split(separator);
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
