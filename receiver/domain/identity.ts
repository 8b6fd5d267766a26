import { ProblemError } from './problem-error.ts';

/** What a person may be allowed beyond signing: `reader` reads what others have signed, and who declined. */
export const roles = ['reader'] as const;
export type Role = (typeof roles)[number];

/** Who the hospital's single sign-on says is asking. */
export interface Identity {
  readonly id: string;
  readonly name?: string;
  readonly department?: string;
  /** Of those in {@link roles}; left out where the person has none. */
  readonly roles?: readonly string[];
}

/** How the names that a directory gives its groups become roles of the receiver. */
export interface RoleRules {
  /** Groups of the directory that give each role. */
  readonly groups: Readonly<Record<Role, readonly string[]>>;
  /** What stands between groups that are written as one text. */
  readonly separator: string;
}

/** The roles that groups give: names are compared as they are, but for the spaces around them. */
export function rolesOf(groups: readonly string[], rules: RoleRules): readonly Role[] {
  const given = new Set(groups.map((group) => group.trim()));
  return roles.filter((role) => rules.groups[role].some((group) => given.has(group)));
}

/** Names of the headers that the reverse proxy sets, each holding percent-encoded UTF-8. */
export interface IdentityHeaders {
  readonly id: string;
  readonly name?: string | undefined;
  readonly department?: string | undefined;
  /** Holds the person's groups, with the separator of the rules between them. */
  readonly roles?: string | undefined;
}

/** Characters of a name at most. */
const longestName = 200;
/** Characters of a list of groups at most: those of a directory have long names, and people are in many. */
const longestList = 8000;

/**
 * Reads the identity from the proxy's headers. The caller has checked that the request comes from the proxy.
 *
 * @throws ProblemError when a header cannot be read: a row must not belong to nobody, or to half a name.
 */
export function readIdentity(
  header: (name: string) => string | undefined,
  names: IdentityHeaders,
  rules?: RoleRules,
): Identity | undefined {
  const read = (name: string | undefined, longest = longestName) =>
    name === undefined ? '' : decode(name, header(name) ?? '', longest);
  const id = read(names.id);
  if (!id) return undefined;
  const name = read(names.name);
  const department = read(names.department);
  const given = rules ? rolesOf(read(names.roles, longestList).split(rules.separator), rules) : [];
  return {
    id,
    ...(name && { name }),
    ...(department && { department }),
    ...(given.length > 0 && { roles: given }),
  };
}

/** A value of an identity as it is kept, in NFC; `undefined` where it is too long or holds a control character. */
export function tidyName(text: string, longest = longestName): string | undefined {
  const tidy = text.normalize('NFC').trim();
  return tidy.length <= longest && !/\p{Cc}/u.test(tidy) ? tidy : undefined;
}

/** A name as two writings of it are compared. Different people can have the same. */
export function comparableName(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

function decode(name: string, value: string, longest: number): string {
  try {
    // Node hands over the bytes of a header as Latin-1 characters; a proxy may send UTF-8 as it is.
    const bytes = Buffer.from(value, 'latin1');
    const text = tidyName(
      decodeURIComponent(new TextDecoder('utf-8', { fatal: true }).decode(bytes)),
      longest,
    );
    if (text !== undefined) return text;
  } catch {
    // Falls through to the refusal.
  }
  throw new ProblemError(
    'sign-in-required',
    `The header ${name} that the proxy set is not percent-encoded UTF-8 of at most ${longest} characters. ` +
      "Have the proxy's configuration corrected, then send the same request again.",
  );
}
