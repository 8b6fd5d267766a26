import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

/** Media types by extension. */
export const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  // A style sheet of another type is dropped without a word.
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * The plainest file server: a folder, and pages given as text.
 *
 * @param lasting - Which paths never change while it runs: a browser then asks once, and keeps what it compiled.
 */
export async function serveFiles(
  folder: string,
  pages: Readonly<Record<string, string>> = {},
  lasting?: RegExp,
) {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://host').pathname);
    const page = pages[path];
    const content = page === undefined ? readFile(join(folder, path)) : Promise.resolve(page);
    content.then(
      (body) => {
        response.writeHead(200, {
          'Content-Type': types[extname(path)] ?? 'application/octet-stream',
          ...(lasting?.test(path) && { 'Cache-Control': 'max-age=3600, immutable' }),
        });
        response.end(body);
      },
      () => {
        response.writeHead(404);
        response.end();
      },
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
