import { ProblemError } from './problem-error.ts';

/** Who the hospital's single sign-on says is asking. */
export interface Identity {
  readonly id: string;
  readonly name?: string;
  readonly department?: string;
  /** What the person may do beyond signing: a `reader` reads what others have signed. */
  readonly roles?: readonly string[];
}

/** Names of the headers that the reverse proxy sets, each holding percent-encoded UTF-8. */
export interface IdentityHeaders {
  readonly id: string;
  readonly name?: string | undefined;
  readonly department?: string | undefined;
}

/**
 * Reads the identity from the proxy's headers. The caller has checked that the request comes from the proxy.
 *
 * @throws ProblemError when a header cannot be read: a row must not belong to nobody, or to half a name.
 */
export function readIdentity(
  header: (name: string) => string | undefined,
  names: IdentityHeaders,
): Identity | undefined {
  const read = (name: string | undefined) => (name === undefined ? '' : decode(name, header(name) ?? ''));
  const id = read(names.id);
  if (!id) return undefined;
  const name = read(names.name);
  const department = read(names.department);
  return { id, ...(name && { name }), ...(department && { department }) };
}

/** A name as two writings of it are compared. Different people can have the same. */
export function comparableName(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

function decode(name: string, value: string): string {
  try {
    // Node hands over the bytes of a header as Latin-1 characters; a proxy may send UTF-8 as it is.
    const bytes = Buffer.from(value, 'latin1');
    const text = decodeURIComponent(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
      .normalize('NFC')
      .trim();
    if (text.length <= 200 && !/\p{Cc}/u.test(text)) return text;
  } catch {
    // Falls through to the refusal.
  }
  throw new ProblemError(
    'sign-in-required',
    `The header ${name} that the proxy set is not percent-encoded UTF-8 of at most 200 characters. ` +
      "Have the proxy's configuration corrected, then send the same request again.",
  );
}
