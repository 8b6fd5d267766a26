import type { MiddlewareHandler } from 'hono';
import Negotiator from 'negotiator';
import { ProblemError } from '../domain/problem-error.ts';
import { isFormPost } from './form.ts';

/** Refuses requests whose `Accept` excludes JSON. A form is answered with a page, which a browser always takes. */
export const requireJSONAccepted: MiddlewareHandler = async (c, next) => {
  const accept = c.req.header('accept');
  // The most specific range decides, so that "application/json;q=0, */*" excludes JSON.
  const isExcluded = () => !new Negotiator({ headers: { accept } }).mediaType(['application/json']);
  if (accept?.trim() && !isFormPost(c.req.raw) && isExcluded()) {
    throw new ProblemError(
      'not-acceptable',
      `Accept excludes application/json, which is all that is served here. Send Accept: application/json, ` +
        'application/problem+json, or no Accept.',
    );
  }
  await next();
};

/** The language that a request prefers among those there are, when it says so. */
export function preferredLanguage(
  acceptLanguage: string | undefined,
  available: readonly string[],
): string | undefined {
  if (!acceptLanguage?.trim()) return undefined;
  // Of those that are wanted alike, the first: French where anything is.
  const frenchFirst = available.toSorted((a, b) => Number(isFrench(b)) - Number(isFrench(a)));
  const headers = { 'accept-language': acceptLanguage };
  return new Negotiator({ headers }).language(frenchFirst);
}

function isFrench(tag: string): boolean {
  return matchesLanguage(tag, 'fr');
}

/** Whether a language tag is the asked one, or a regional form of it: "fr" matches "fr-CA". */
export function matchesLanguage(tag: string, asked: string): boolean {
  return `${tag}-`.toLowerCase().startsWith(`${asked}-`.toLowerCase());
}
