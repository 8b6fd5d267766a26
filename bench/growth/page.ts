import { join } from 'node:path';
import { serveFiles } from '../../test/support/static-server.ts';
import { transpile } from '../../test/support/transpile.ts';
import { charterOf } from './charter.ts';

const standalone = join(import.meta.dirname, '../../dist/standalone');

/** A page with the built script and what measures in it, and the charters of so many practices; needs `npm run build`. */
export async function servePage(counts: readonly number[]): Promise<{ origin: string; close: () => void }> {
  const scripts = ['in-page', 'clone', 'subject'].map(async (name) => [
    `/${name}.js`,
    await transpile(join(import.meta.dirname, `${name}.ts`)),
  ]);
  const charters = counts.map(async (count) => [`/${count}.json`, JSON.stringify(await charterOf(count))]);
  return serveFiles(standalone, {
    '/growth.html': page,
    ...(Object.fromEntries(await Promise.all([...scripts, ...charters])) as Record<string, string>),
  });
}

const page = `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8"><title>Charte</title><link rel="icon" href="data:,">
    <script type="module" src="/charter-elements.js"></script>
    <script type="module" src="/in-page.js"></script>
  </head>
  <body></body>
</html>`;
