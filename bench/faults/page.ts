import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { serveFiles } from '../../test/support/static-server.ts';

const standalone = join(import.meta.dirname, '../../dist/standalone');

/** How long the element waits for an answer, in milliseconds. */
export const patience = 1500;

/** An intranet page with the built script and the person who plays in it; needs `npm run build`. */
export async function servePages(): Promise<{ origin: string; close: () => void }> {
  return serveFiles(standalone, {
    '/verified.html': page('receipt-keys="/.well-known/jwks.json"'),
    '/unverified.html': page(''),
    '/person.js': await transpile('person.ts'),
    '/random.js': await transpile('random.ts'),
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

async function transpile(file: string): Promise<string> {
  const source = await readFile(join(import.meta.dirname, file), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      rewriteRelativeImportExtensions: true,
    },
  });
  return outputText;
}
