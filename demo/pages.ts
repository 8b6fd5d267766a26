import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { etag } from 'hono/etag';

const strictPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; " +
  "require-trusted-types-for 'script'";

// What a careful intranet would send: the strict page's rules, and nobody may frame the page or move its base.
const usualPolicy = `${strictPolicy}; form-action 'self'; base-uri 'none'; frame-ancestors 'self'`;

/** Serves the built pages: hashed files for ever, the others checked at each visit. */
export function createPages(folder: string): Hono {
  const app = new Hono();
  app.use(etag());
  app.use(
    serveStatic({
      root: folder,
      onFound: (file, c) => {
        if (file.endsWith('.html'))
          protect(c, /(strict|languages)\.html$/.test(file) ? strictPolicy : usualPolicy);
        c.header('X-Content-Type-Options', 'nosniff');
        c.header(
          'Cache-Control',
          file.startsWith(join(folder, 'assets')) ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    }),
  );
  return app;
}

/** The page that says that the demonstration goes no further, with status 404. */
export async function missingPage(c: Context, folder: string): Promise<Response> {
  protect(c);
  return c.html(await readFile(join(folder, 'not-found.html'), 'utf8'), 404);
}

export function protect(c: Context, policy: string = usualPolicy): void {
  c.header('Content-Security-Policy', policy);
  c.header('Referrer-Policy', 'same-origin');
}
