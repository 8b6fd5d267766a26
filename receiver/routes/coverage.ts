import { Hono } from 'hono';
import type { RequestOrigin } from '../http/request-origin.ts';
import type { ReceiverOptions } from '../options.ts';
import { ProblemError } from '../domain/problem-error.ts';
import { mostDepartments, showCoverage } from '../domain/coverage.ts';
import { mayReadAll } from '../domain/may-read.ts';
import { onlyMethods } from './only-methods.ts';

/** `GET /coverage?charter=…&version=…`: how many people of each department accepted, and, for a reader, declined. No
 * names, and no small group. */
export function coverageRoutes(options: ReceiverOptions, origin: RequestOrigin): Hono {
  const { charters, store, coverageThreshold: threshold } = options;
  const routes = new Hono();

  routes.get('/', async (c) => {
    const showsDeclined = mayReadAll(origin.identity(c));
    const charter = c.req.query('charter') ?? '';
    const version = c.req.query('version') ?? charters.of(charter)[0]?.charter.version ?? '';
    const isKept = charters.of(charter).some((document) => document.charter.version === version);
    // No character of an id or a version is refused by the database, as U+0000 is.
    const isName = /^[\w.-]{1,200}$/.test(charter) && /^[\d.]{1,40}$/.test(version);
    const counts = isName ? await store.countByDepartment(charter, version, mostDepartments) : undefined;
    if (!counts || (counts.departments.length === 0 && !isKept)) {
      throw new ProblemError(
        'not-found',
        `No signature and no document of charter=${JSON.stringify(charter.slice(0, 80))} ` +
          `version=${JSON.stringify(version.slice(0, 40))} is kept here. Charters kept: ${charters.ids.join(', ')}.`,
      );
    }
    return c.json({ charter, version, ...showCoverage(counts, { threshold, showsDeclined }) });
  });
  routes.all('/', onlyMethods('GET', 'HEAD'));
  return routes;
}
