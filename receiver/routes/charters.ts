import { Hono } from 'hono';
import type { Context } from 'hono';
import type { CharterLibrary, KeptCharter } from '../domain/charters.ts';
import { nameOf } from '../domain/charters.ts';
import { matchesLanguage, preferredLanguage } from '../http/negotiation.ts';
import { ProblemError } from '../domain/problem-error.ts';
import { onlyMethods } from './only-methods.ts';

/** `GET /charters/:id`: the document as it stands in its file, so that a browser digests the same text. */
export function charterRoutes(charters: CharterLibrary): Hono {
  const routes = new Hono();

  routes.get('/:id', (c) => {
    const { charter, digest, text } = choose(charters, {
      id: c.req.param('id'),
      version: c.req.query('version'),
      locale: c.req.query('locale'),
      acceptLanguage: c.req.header('accept-language'),
    });
    // Weak: files that differ by their spacing alone have the same digest.
    const etag = `W/"${digest}"`;
    const headers = {
      ETag: etag,
      'Cache-Control': 'no-cache',
      'Content-Language': charter.locale,
      Vary: 'Accept-Language',
    };
    if (isKnown(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers);
    return c.body(text, 200, { 'Content-Type': 'application/json', ...headers });
  });
  routes.all('/:id', onlyMethods('GET', 'HEAD'));
  return routes;
}

/** The path of the API, as a request for signatures was addressed to it. */
export function apiPath(c: Context): string {
  return c.req.path.replace(/\/signatures$/, '');
}

/** Address of a document under the path of the API. */
export function charterHref(apiPath: string, { charter }: KeptCharter): string {
  const { id, version, locale } = charter;
  return `${apiPath}/charters/${encodeURIComponent(id)}?${new URLSearchParams({ version, locale }).toString()}`;
}

interface Choice {
  readonly id: string;
  readonly version: string | undefined;
  readonly locale: string | undefined;
  readonly acceptLanguage: string | undefined;
}

function choose(charters: CharterLibrary, { id, version, locale, acceptLanguage }: Choice): KeptCharter {
  const kept = charters.of(id);
  const matching = kept
    .filter(({ charter }) => version === undefined || charter.version === version)
    .filter(({ charter }) => locale === undefined || matchesLanguage(charter.locale, locale));
  const [newest] = matching;
  if (!newest) {
    const there = kept.length ? kept.map(({ charter }) => nameOf(charter)) : charters.ids;
    const asked = [id, version, locale && `(${locale})`].filter(Boolean).join(' ').slice(0, 120);
    throw new ProblemError(
      'not-found',
      `Nothing is kept here as ${JSON.stringify(asked)}. Kept: ${there.join(', ')}.`,
    );
  }
  const ofVersion = matching.filter(({ charter }) => charter.version === newest.charter.version);
  const locales = ofVersion.map(({ charter }) => charter.locale);
  // French where the request does not say: these are French hospitals' charters.
  const preferred = preferredLanguage(acceptLanguage, locales) ?? preferredLanguage('fr', locales);
  return ofVersion.find(({ charter }) => charter.locale === (locale ?? preferred)) ?? newest;
}

// RFC 9110 §13.1.2: weak comparison, and "*" matches what exists.
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return (ifNoneMatch ?? '').split(',').some((tag) => tag.trim() === '*' || opaque(tag) === opaque(etag));
}
