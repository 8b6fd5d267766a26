import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Files } from '../support/bundle.ts';

/** A page, its script and an endpoint that records nothing and answers 201 at once. */
export async function serveEndpoint(
  files: Files,
): Promise<{ origin: string; posts: () => number; close(): void }> {
  let posts = 0;
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (request.method === 'GET') {
      const body = files[path];
      const type = path.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
      response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': type }).end(body);
      return;
    }
    posts++;
    request.resume().on('end', () => {
      const id = JSON.parse(String(request.headers['idempotency-key'] ?? '""')) as string;
      response.writeHead(201, { 'Content-Type': 'application/json' });
      response.end(
        JSON.stringify({ id, receivedAt: '2026-11-23T12:00:00Z', recordDigest: `sha256:${'0'.repeat(64)}` }),
      );
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posts: () => posts,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
