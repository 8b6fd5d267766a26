import { join } from 'node:path';
import { serveFiles } from '../support/static-server.ts';
import { transpile } from '../support/transpile.ts';

const standalone = join(import.meta.dirname, '../../dist/standalone');

/** How long the element waits for an answer, in milliseconds. */
export const patience = 1500;

/** An intranet page with the built script and the person who plays in it; needs `npm run build`. */
export async function servePages(): Promise<{ origin: string; close: () => void }> {
  return serveFiles(standalone, {
    '/verified.html': page('receipt-keys="/.well-known/jwks.json"'),
    '/unverified.html': page(''),
    '/person.js': await transpile(join(import.meta.dirname, 'person.ts')),
    '/random.js': await transpile(join(import.meta.dirname, 'random.ts')),
  });
}

// The person comes first: it must hear what the element announces from the beginning.
const page = (attributes: string) => `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8"><title>Charte</title><link rel="icon" href="data:,">
    <script type="module" src="/person.js"></script>
    <script type="module" src="/charter-elements.js"></script>
  </head>
  <body>
    <charter-acknowledgement endpoint="/api/signatures" fields="id" timeout="${patience}" ${attributes}></charter-acknowledgement>
  </body>
</html>`;
