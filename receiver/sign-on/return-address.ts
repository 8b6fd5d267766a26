import { SignOnError } from './sign-on-error.ts';

/** Characters of an address at most: it waits in a cookie. */
const longest = 1500;

/**
 * The page to go back to after signing in or out: one of the receiver's own host, or of an origin that may post to it.
 * Any other would let a link of the hospital lead to a page that asks for the password again.
 *
 * @param given - As the request has it; relative to the receiver's own address.
 * @returns `undefined` where none was given.
 * @throws SignOnError when it leads elsewhere.
 */
export function returnAddress(
  given: string | undefined,
  publicURL: URL,
  allowedOrigins: readonly string[],
): string | undefined {
  if (given === undefined || given === '') return undefined;
  // As a browser reads it: a backslash is a slash, and a tab is nothing.
  const url =
    given.length <= longest && URL.canParse(given, publicURL) ? new URL(given, publicURL) : undefined;
  const isOwn = url && [publicURL.origin, ...allowedOrigins].includes(url.origin);
  if (!isOwn || url.username || url.password) throw new SignOnError('foreign-return');
  return url.href;
}
