import { Hono } from 'hono';
import { getPath } from 'hono/utils/url';
import { notFound } from './not-found.ts';
import { problemResponse } from './problem-response.ts';

/**
 * Serves an application under a path, as a proxy in front of it does. Whether that proxy passes the path on or strips it makes no
 * difference: where it is missing, it is put back, so that every address that is answered, and the path of every cookie, is the
 * one that browsers know.
 *
 * @param basePath - Such as `/charter`; empty for the root, and then the application is served as it is.
 */
export function serveUnder(basePath: string, app: Hono): Hono {
  if (basePath === '') return app;
  const under = `${basePath}/`;
  const served = new Hono({
    getPath(request) {
      const path = getPath(request);
      return path.startsWith(under) ? path : `${basePath}${path}`;
    },
  });
  served.notFound(() => problemResponse(notFound()));
  return served.route(basePath, app);
}
