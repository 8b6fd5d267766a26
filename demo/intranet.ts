import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { parseCharter } from '../src/charter/index.ts';
import { createIntranetProxy, signInOnFirstVisit } from './intranet-proxy.ts';
import { createPages, missingPage, protect } from './pages.ts';
import { plainCharter } from './plain-charter.ts';
import { problemResponse } from '../receiver/http/problem-response.ts';
import { ProblemError } from '../receiver/domain/problem-error.ts';

/**
 * The intranet of the demonstration: its pages, its sign-on, and the receiver behind it.
 *
 * @param receiver - Origin of the receiver.
 * @param folder - Where the built pages are.
 */
export function createIntranet(receiver: string, folder: string): Hono {
  const app = new Hono();
  for (const page of ['/', '/index.html', '/register.html']) app.get(page, signInOnFirstVisit);
  app.route(
    '/',
    createIntranetProxy(receiver, (c) => getConnInfo(c).remote.address),
  );
  app.get('/charte', async (c) => {
    const response = await fetch(`${receiver}/api/charters/social-media?locale=fr`);
    if (!response.ok) throw new ProblemError('unavailable', 'The receiver did not give the charter.');
    protect(c);
    c.header('Cache-Control', 'no-cache');
    return c.html(plainCharter(parseCharter(await response.json())));
  });
  app.get('/favicon.ico', (c) => c.redirect('/favicon.svg', 301));
  app.route('/', createPages(folder));
  app.notFound((c) => (wantsPage(c) ? missingPage(c, folder) : problemResponse(nothingHere(c))));
  app.onError((error) => {
    if (error instanceof ProblemError) return problemResponse(error);
    console.error(error);
    return problemResponse(new ProblemError('internal', 'Something unexpected happened. Try again later.'));
  });
  return app;
}

function wantsPage(c: Context): boolean {
  return c.req.method === 'GET' && (c.req.header('accept') ?? '').includes('text/html');
}

function nothingHere(c: Context): ProblemError {
  return new ProblemError('not-found', `Nothing is served at ${c.req.path}.`);
}
