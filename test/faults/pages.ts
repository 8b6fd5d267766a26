import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { serveFiles } from '../support/static-server.ts';
import { transpile } from '../support/transpile.ts';

const root = join(import.meta.dirname, '../..');
const standalone = join(root, 'dist/standalone');
const rumour = join(root, 'locales/content/rumour.fr.json');

/** How long the elements wait for an answer, in milliseconds. */
export const patience = 1500;

/** Address of a page, beginning with a folder: a relative endpoint is another one in the other folder. */
export function pagePath(tab: string, seed: number): string {
  return `/east/page.html?${String(new URLSearchParams({ tab, seed: String(seed), patience: String(patience) }))}`;
}

/** What gets through without a network: pages from the browser's cache, and what the run says to itself. */
export function isAlwaysThere(path: string): boolean {
  return /^\/(desk\/|run\/)|\.html|^\/charter-elements\.js|^\/rumour\.json/.test(path);
}

/** Intranet pages with the built script and the person who plays in them; needs `npm run build`. */
export async function servePages(): Promise<{ origin: string; close: () => void }> {
  const played = (await readdir(join(import.meta.dirname, 'page'))).map((name) => `page/${name}`);
  const scripts = await Promise.all(
    [...played, 'messages.ts', 'random.ts'].map(async (path) => [
      `/run/${path.replace('.ts', '.js')}`,
      await transpile(join(import.meta.dirname, path)),
    ]),
  );
  return serveFiles(standalone, {
    ...(Object.fromEntries(scripts) as Record<string, string>),
    '/east/page.html': page,
    '/west/page.html': page,
    '/elsewhere.html': elsewhere,
    '/rumour.json': await readFile(rumour, 'utf8'),
  });
}

// The person comes first: it must hear what the element announces from the beginning.
const page = `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8"><title>Charte</title><link rel="icon" href="data:,">
    <meta name="csrf-token" content="a token of this origin">
    <script type="module" src="/run/page/person.js"></script>
    <script type="module" src="/charter-elements.js"></script>
  </head>
  <body><main></main></body>
</html>`;

/** Another page of the intranet, from which the person comes back. */
const elsewhere = `<!doctype html>
<html lang="fr">
  <head><meta charset="utf-8"><title>Ailleurs</title><link rel="icon" href="data:,"></head>
  <body><script>
    setTimeout(() => location.assign(new URLSearchParams(location.search).get('back')), 300);
  </script></body>
</html>`;
