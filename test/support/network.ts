import { once } from 'node:events';
import { createServer, request as openRequest } from 'node:http';
import type {
  IncomingHttpHeaders,
  IncomingMessage,
  OutgoingHttpHeaders,
  Server,
  ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { remotePath } from './remote-control.ts';
import type { RemoteControl } from './remote-control.ts';
import { dressPage, notesPath, notesScript } from './page-notes.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What is answered in the place of the demo to a request for a path, if anything. */
export type OwnFiles = (path: string) => Promise<Answer | undefined>;

/** A signature on its way to the receiver, in the hands of a test. */
export class Sending {
  /** Id of the record, by its `Idempotency-Key`. */
  readonly id: string;
  readonly headers: IncomingHttpHeaders;
  /** Milliseconds since the epoch. */
  readonly arrivedAt = Date.now();
  readonly #forward: () => Promise<Answer>;
  readonly #response: ServerResponse;
  #answer: Promise<Answer> | undefined;

  constructor(headers: IncomingHttpHeaders, forward: () => Promise<Answer>, response: ServerResponse) {
    this.id = String(headers['idempotency-key']).replaceAll('"', '');
    this.headers = headers;
    this.#forward = forward;
    this.#response = response;
  }

  /** Hands it to the receiver and keeps the answer back; resolves to its status. */
  async deliver(): Promise<number> {
    this.#answer ??= this.#forward();
    return (await this.#answer).status;
  }

  /** Hands it to the receiver, if that was not done, and lets the answer through, to whoever still waits for it. */
  async pass(): Promise<void> {
    await this.deliver();
    send(this.#response, await this.#answer!);
  }

  /** Answers in the place of the receiver. */
  refuse(status: number, headers: OutgoingHttpHeaders = {}): void {
    send(this.#response, { status, headers, body: '' });
  }
}

/** Stands between browsers and the demo; what becomes of a signature on its way is for the test to say. */
export class Network {
  /** Every signature that came by, in order. */
  readonly sendings: Sending[] = [];
  /** Drives the page that is opened through here, where no driver does. */
  remote: RemoteControl | undefined;
  /** Pages that the demo does not have; they are served as they are. */
  files: OwnFiles | undefined;
  readonly #upstream: URL;
  readonly #server: Server;
  #fate: (sending: Sending) => Promise<void> | void = (sending) => sending.pass();
  #awaited: ((sending: Sending) => void)[] = [];

  private constructor(upstream: string) {
    this.#upstream = new URL(upstream);
    this.#server = createServer((request, response) => {
      // A browser that has gone away in the middle is what these tests are about.
      this.#handle(request, response).catch(() => response.destroy());
    });
  }

  static async start(upstream: string, address = '127.0.0.1'): Promise<Network> {
    const network = new Network(upstream);
    network.#server.listen(0, address);
    await once(network.#server, 'listening');
    return network;
  }

  get origin(): string {
    const { address } = this.#server.address() as AddressInfo;
    return this.originAs(address);
  }

  /** The same under a host name. */
  originAs(hostName: string): string {
    return `http://${hostName}:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The next signature to come stays here until the test lets it go. */
  hold(): Promise<Sending> {
    return new Promise((resolve) => this.#awaited.push(resolve));
  }

  /** From now on nothing gets through: 503 to every signature that is not held, or another status. */
  breakDown(headers: OutgoingHttpHeaders = {}, status = 503): void {
    this.#fate = (sending) => sending.refuse(status, headers);
  }

  /** Everything gets through again. */
  mend(): void {
    this.#fate = (sending) => sending.pass();
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, url = '/' } = request;
    const { pathname, searchParams } = new URL(url, 'http://host');
    const body = await buffer(request);
    if (pathname === notesPath) {
      send(response, {
        status: 200,
        headers: { 'content-type': 'text/javascript' },
        body: notesScript + (this.remote?.script ?? ''),
      });
    } else if (this.remote && pathname.startsWith(remotePath)) {
      this.remote.handle(pathname, body.toString('utf8'), response);
    } else if (method === 'POST' && pathname === '/api/signatures') {
      const sending = new Sending(request.headers, () => this.#forward(request, body), response);
      this.sendings.push(sending);
      const take = this.#awaited.shift();
      if (take) take(sending);
      else await this.#fate(sending);
    } else {
      const own = await this.files?.(pathname);
      if (own) {
        send(response, own);
        return;
      }
      const answer = await this.#forward(request, body);
      const isPage = /\bhtml\b/.test(answer.headers['content-type'] ?? '');
      send(
        response,
        isPage ? { ...answer, body: dressPage(answer.body.toString('utf8'), searchParams) } : answer,
      );
    }
  }

  /** Asks the demo, under the host name that the browser used. */
  async #forward({ method, url, headers }: IncomingMessage, body: Buffer): Promise<Answer> {
    const { hostname, port } = this.#upstream;
    const { 'if-none-match': _known, connection: _hop, ...kept } = headers;
    const request = openRequest({ hostname, port, method, path: url, headers: kept, agent: false });
    request.end(body);
    const [answer] = (await once(request, 'response')) as [IncomingMessage];
    return { status: answer.statusCode!, headers: answer.headers, body: await buffer(answer) };
  }
}

function send(
  response: ServerResponse,
  { status, headers, body }: { status: number; headers: OutgoingHttpHeaders; body: Buffer | string },
): void {
  const { 'transfer-encoding': _encoding, connection: _hop, ...kept } = headers;
  response.writeHead(status, { ...kept, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
