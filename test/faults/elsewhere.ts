import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** Another origin, which answers whatever is asked as kindly as it can: nothing of a signature may ever reach it. */
export interface Elsewhere {
  readonly origin: string;
  /** Requests that brought a record, a token, or what else belongs to a signature. */
  readonly leaks: readonly string[];
  close(): void;
}

/** Begins of the paths that answer pages of any origin; an identity provider answers none. */
const open = '/api/';

export async function openElsewhere(): Promise<Elsewhere> {
  const leaks: string[] = [];
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    text(request).then(
      (body) => {
        if (body !== '') leaks.push(`${method} ${url} brought ${body.slice(0, 100)}`);
        for (const name of ['x-csrf-token', 'idempotency-key', 'cookie'])
          if (headers[name] !== undefined) leaks.push(`${method} ${url} brought ${name}`);
        const allowing = {
          'Access-Control-Allow-Origin': headers.origin ?? '*',
          'Access-Control-Allow-Credentials': 'true',
          'Access-Control-Allow-Methods': 'POST, GET',
          'Access-Control-Allow-Headers': headers['access-control-request-headers'] ?? '*',
        };
        response.writeHead(method === 'OPTIONS' ? 204 : 200, {
          'Content-Type': 'application/json',
          ...(url.startsWith(open) && allowing),
        });
        response.end(method === 'OPTIONS' ? undefined : '{}');
      },
      // A browser that gave up.
      () => response.destroy(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    leaks,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
