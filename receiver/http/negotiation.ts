import type { MiddlewareHandler } from 'hono';
import { ProblemError } from '../domain/problem-error.ts';
import { isFormPost } from './form.ts';

/** Refuses requests whose `Accept` excludes JSON. A form is answered with a page, which a browser always takes. */
export const requireJSONAccepted: MiddlewareHandler = async (c, next) => {
  const accept = c.req.header('accept');
  if (accept?.trim() && !isFormPost(c.req.raw) && !acceptsJSON(accept)) {
    throw new ProblemError(
      'not-acceptable',
      `Accept excludes application/json, which is all that is served here. Send Accept: application/json, ` +
        'application/problem+json, or no Accept.',
    );
  }
  await next();
};

function acceptsJSON(accept: string): boolean {
  const qualities = new Map(readPreferences(accept));
  // The most specific range decides, so that "application/json;q=0, */*" excludes JSON.
  const range = ['application/json', 'application/*', '*/*'].find((name) => qualities.has(name));
  return range !== undefined && qualities.get(range)! > 0;
}

/** The language that a request prefers among those there are, when it says so. */
export function preferredLanguage(
  acceptLanguage: string | undefined,
  available: readonly string[],
): string | undefined {
  const wanted = readPreferences(acceptLanguage ?? '')
    .filter(([, quality]) => quality > 0)
    .sort(([, a], [, b]) => b - a);
  for (const [range] of wanted) {
    const found = available.find((tag) => matchesLanguage(tag, range) || matchesLanguage(range, tag));
    if (found) return found;
  }
  return undefined;
}

/** Whether a language tag is the asked one, or a regional form of it: "fr" matches "fr-CA". */
export function matchesLanguage(tag: string, asked: string): boolean {
  return `${tag}-`.toLowerCase().startsWith(`${asked}-`.toLowerCase());
}

/** The items of a header such as `Accept`, lower-cased, with their quality. */
function readPreferences(header: string): [name: string, quality: number][] {
  return header.split(',').flatMap((item): [string, number][] => {
    const [name = '', ...parameters] = item.toLowerCase().split(';');
    const q = parameters.map((parameter) => /^\s*q\s*=\s*(\S+)\s*$/.exec(parameter)?.[1]).find(Boolean);
    const quality = q === undefined ? 1 : Number(q);
    return name.trim() ? [[name.trim(), Number.isNaN(quality) ? 1 : quality]] : [];
  });
}
