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

/** Why a header of the proxy cannot be read. */
export type IdentityFault =
  /** Several lines of it: the proxy let through one of the client's beside its own. */
  | 'repeated'
  /** Bytes, or escapes, of another encoding than UTF-8. */
  | 'not-utf-8'
  /** A percent sign that begins no escape. */
  | 'stray-percent'
  | 'control-character'
  | 'too-long';

/** A header that the proxy set and that cannot be read: a fault of its configuration, and of nobody who signs. */
export class UnreadableIdentityError extends Error {
  override readonly name = 'UnreadableIdentityError';
  /** In lower case. */
  readonly header: string;
  readonly fault: IdentityFault;
  /** Characters that are read at most. */
  readonly longest: number;

  constructor(header: string, fault: IdentityFault, longest = longestName) {
    super(`${header} is ${fault}`);
    this.header = header;
    this.fault = fault;
    this.longest = longest;
  }
}

/** Characters of a name at most. */
const longestName = 200;
/** Characters of a list of groups at most: those of a directory have long names, and people are in many. */
const longestList = 8000;

/**
 * Reads the identity from the proxy's headers. The caller has checked that the request comes from the proxy.
 *
 * @throws UnreadableIdentityError when a header cannot be read: a row must not belong to nobody, or to half a name.
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
  const name = tidy(text);
  return name.length <= longest && !holdsControl(name) ? name : undefined;
}

const tidy = (text: string): string => text.normalize('NFC').trim();
const holdsControl = (text: string): boolean => /\p{Cc}/u.test(text);

/** A name as two writings of it are compared. Different people can have the same. */
export function comparableName(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

function decode(name: string, value: string, longest: number): string {
  const refuse = (fault: IdentityFault) => new UnreadableIdentityError(name, fault, longest);
  let text: string;
  try {
    // Node hands over the bytes of a header as Latin-1 characters; a proxy may send UTF-8 as it is.
    const bytes = Buffer.from(value, 'latin1');
    const escaped = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (/%(?![\da-f]{2})/i.test(escaped)) throw refuse('stray-percent');
    text = tidy(decodeURIComponent(escaped));
  } catch (error) {
    throw error instanceof UnreadableIdentityError ? error : refuse('not-utf-8');
  }
  if (text.length > longest) throw refuse('too-long');
  if (holdsControl(text)) throw refuse('control-character');
  return text;
}
