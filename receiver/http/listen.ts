import { once } from 'node:events';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { ProblemError } from '../domain/problem-error.ts';
import { problemResponse, writeProblem } from './problem-response.ts';
import { isRepeated } from './repeated-header.ts';

export interface Listening {
  /** Such as `http://127.0.0.1:4173`. */
  readonly address: string;
  /** Takes no new request, lets those under way finish, and cuts the last ones after ten seconds. */
  drain(): Promise<void>;
}

// Node looks only every thirty seconds, unless told otherwise, who has exceeded them.
const timeouts = { requestTimeout: 30_000, headersTimeout: 10_000, connectionsCheckingInterval: 2_000 };

/** Headers that mean one thing: of two lines, the proxy in front may believe one and the receiver the other. */
const singleHeaders = [
  ...['host', 'content-type', 'content-encoding', 'idempotency-key', 'authorization'],
  ...['origin', 'referer', 'sec-fetch-site', 'x-forwarded-host'],
];

/**
 * Serves an application over HTTP.
 *
 * @throws Error when the port or the host cannot be had.
 */
export async function listen(app: Hono, { port, host }: { port: number; host: string }): Promise<Listening> {
  // It puts a Request and a Response of its own in place of the global ones: they are answered without a stream.
  const listener = getRequestListener(app.fetch, {
    // Addresses and Host headers that make no URL never reach the application.
    errorHandler: () => malformedRequest(),
  });
  // A request without Host is refused below too, and not by Node, which would do so without a word.
  const server = createServer({ ...timeouts, requireHostHeader: false }, (incoming, outgoing) => {
    // While draining, a connection that was kept alive would hold the server open.
    outgoing.once('close', () => server.listening || setImmediate(() => server.closeIdleConnections()));
    const repeated = singleHeaders.find((name) => isRepeated(incoming, name));
    if (repeated === undefined) void listener(incoming, outgoing);
    else void refuse(outgoing, malformedRequest(`The request has two lines of ${repeated}.`));
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => void answerClientError(error, socket));
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (cause) {
    throw new Error(`The receiver cannot listen on ${host}, port ${port}: ${(cause as Error).message}.`, {
      cause,
    });
  }
  const bound = server.address() as AddressInfo;
  return {
    address: `http://${bound.family === 'IPv6' ? `[${bound.address}]` : bound.address}:${bound.port}`,
    async drain() {
      const cut = setTimeout(() => server.closeAllConnections(), 10_000);
      await new Promise((done) => server.close(done));
      clearTimeout(cut);
    },
  };
}

async function refuse(outgoing: ServerResponse, response: Response): Promise<void> {
  const headers = { ...Object.fromEntries(response.headers), Connection: 'close' };
  outgoing.writeHead(response.status, headers).end(await response.text());
}

// What Node refuses before the application sees it: no HTTP, too long a header, a client that is too slow.
async function answerClientError(error: NodeJS.ErrnoException, socket: Duplex): Promise<void> {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const response =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? problemResponse(
          new ProblemError('request-timeout', 'The request did not arrive in time. Send it again.'),
        )
      : malformedRequest();
  const body = await response.text();
  socket.end(
    `HTTP/1.1 ${response.status} ${response.status === 408 ? 'Request Timeout' : 'Bad Request'}\r\n` +
      'Content-Type: application/problem+json\r\nConnection: close\r\n' +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

function malformedRequest(detail = 'The request line or a header of the request is malformed.'): Response {
  return writeProblem({
    type: 'about:blank',
    title: 'Bad Request',
    status: 400,
    detail,
  });
}
