import type { Problem } from '../signature/problem.ts';

/**
 * Where a person signs in again and comes back from, by what an endpoint answered. It is of the endpoint's own origin: what
 * else an answer names is not gone to.
 *
 * @param problem - What the endpoint answered.
 * @param endpoint - Its address, resolved.
 * @param page - Address of the page to come back to.
 * @returns `undefined` where the endpoint does not say, or names an address of somebody else.
 */
export function signInAddress(
  problem: Problem | undefined,
  endpoint: string,
  page: string,
): string | undefined {
  const { signIn } = problem ?? {};
  if (signIn === undefined || !URL.canParse(signIn, endpoint)) return undefined;
  const url = new URL(signIn, endpoint);
  if (url.origin !== new URL(endpoint).origin) return undefined;
  url.searchParams.set('return', page);
  return url.href;
}
