import { Agent, request as send } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** A whole answer of a server behind the proxy. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A whole request of a browser. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const hopByHop = ['connection', 'keep-alive', 'transfer-encoding', 'content-length'];

export async function readRequest(request: IncomingMessage): Promise<Request> {
  const { method = 'GET', url: path = '/', headers } = request;
  return { method, path, headers, body: await buffer(request) };
}

/** Passes requests on to servers, over connections of its own. */
export class Forwarder {
  readonly #agent = new Agent({ keepAlive: true });

  async forward(origin: string, { method, path, headers, body }: Request): Promise<Answer> {
    const passed = withoutHopByHop(headers);
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      send(new URL(path, origin), {
        method,
        agent: this.#agent,
        headers: { ...passed, ...(body.length > 0 && { 'content-length': body.length }) },
      })
        .on('response', resolve)
        .on('error', reject)
        .end(body);
    });
    return {
      status: response.statusCode ?? 0,
      headers: withoutHopByHop(response.headers),
      body: await buffer(response),
    };
  }

  close(): void {
    this.#agent.destroy();
  }
}

function withoutHopByHop(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.includes(name)));
}
