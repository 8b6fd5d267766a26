import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, OutgoingHttpHeaders, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { keyFault, refusals, signatureFault } from './fault-kinds.ts';
import type { Fault, KeyFault, SignatureFault } from './fault-kinds.ts';
import { Forwarder, readRequest } from './forward.ts';
import type { Answer, Request } from './forward.ts';
import { madeUpAnswer, signInPage, signInPath } from './made-up-answers.ts';
import { randomFor } from './random.ts';
import type { Random } from './random.ts';

export interface FaultProxyOptions {
  readonly seed: number;
  /** How many origins to serve: to a browser each is a device of its own, with its own storage. */
  readonly origins: number;
  readonly receiver: string;
  /** Servers of everything else, by the beginning of the path; the first that fits is asked, without faults. */
  readonly upstreams: readonly (readonly [prefix: string, origin: string])[];
  /** How long the element waits for an answer, in milliseconds: late means later than this. */
  readonly patience: number;
}

/** Stands between browsers and a receiver, as an unreliable network and its gateways do. */
export class FaultProxy {
  /** How many times each fault was injected. */
  readonly injected = new Map<Fault, number>();
  /** Records that were refused without the receiver having seen them: how, and how many times, by id. */
  readonly refused = new Map<string, { readonly fault: SignatureFault; times: number }>();
  /** What went wrong in the proxy itself: to be empty. */
  readonly errors: string[] = [];
  posts = 0;
  readonly #options: FaultProxyOptions;
  readonly #forwarder = new Forwarder();
  readonly #forwarded = new Set<string>();
  readonly #underWay = new Set<Promise<void>>();
  readonly #servers: Server[] = [];
  #keyRequests = 0;
  #isHealed = false;

  private constructor(options: FaultProxyOptions) {
    this.#options = options;
  }

  static async start(options: FaultProxyOptions): Promise<FaultProxy> {
    const proxy = new FaultProxy(options);
    for (let index = 0; index < options.origins; index++) {
      const server = createServer((request, response) =>
        proxy.#track(proxy.#handle(request, response), response),
      );
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      proxy.#servers.push(server);
    }
    return proxy;
  }

  get origins(): string[] {
    return this.#servers.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  /** No fault from now on. */
  heal(): void {
    this.#isHealed = true;
  }

  /** Resolves once nothing is on its way to the receiver, also what no browser waits for any more. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
  }

  close(): void {
    for (const server of this.#servers) {
      server.closeAllConnections();
      server.close();
    }
    this.#forwarder.close();
  }

  #track(handled: Promise<void>, response: ServerResponse): void {
    const settled = handled
      .catch((error: unknown) => {
        // A browser that went away while it sent is no failure.
        if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') this.errors.push(String(error));
        response.destroy();
      })
      .finally(() => this.#underWay.delete(settled));
    this.#underWay.add(settled);
  }

  async #handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await readRequest(incoming);
    const { method, path } = request;
    if (path === signInPath) answer(response, signInPage.status, signInPage.headers, signInPage.body);
    else if (method === 'POST' && path === '/api/signatures') await this.#handleSignature(request, response);
    else if (path === '/.well-known/jwks.json') await this.#handleKeys(request, response);
    else {
      const [, upstream] = this.#options.upstreams.find(([prefix]) => path.startsWith(prefix)) ?? [];
      pass(response, await this.#forwarder.forward(upstream ?? this.#options.receiver, request));
    }
  }

  async #handleSignature(request: Request, response: ServerResponse): Promise<void> {
    const { seed } = this.#options;
    const { id } = JSON.parse(request.body.toString('utf8')) as { id: string };
    const number = ++this.posts;
    // Who refuses a record refuses it again. A request of a page that was left may come after that of the next page.
    const refused = this.refused.get(id);
    const drawn = this.#isHealed ? undefined : signatureFault(seed, number, !this.#forwarded.has(id));
    const fault = refused?.fault ?? drawn;
    if (fault) this.#count(fault);
    if (refused) refused.times++;
    else if (fault && refusals.has(fault)) this.refused.set(id, { fault, times: 1 });
    const isMadeUp = fault && !isRecordedFirst(fault) && madeUpAnswer(fault);
    // Noted before it is: what is held back now must not be refused meanwhile.
    if (!isMadeUp && fault !== 'drop-before') this.#forwarded.add(id);
    await this.#inject(fault, request, response, randomFor(seed, `details ${number}`));
  }

  async #handleKeys(request: Request, response: ServerResponse): Promise<void> {
    const number = ++this.#keyRequests;
    const fault = this.#isHealed ? undefined : keyFault(this.#options.seed, number);
    if (fault) this.#count(fault);
    await this.#inject(fault, request, response, randomFor(this.#options.seed, `key details ${number}`));
  }

  async #inject(
    fault: SignatureFault | KeyFault | undefined,
    request: Request,
    response: ServerResponse,
    random: Random,
  ): Promise<void> {
    const { patience } = this.#options;
    const forward = () => this.#forwarder.forward(this.#options.receiver, request);
    const tooLong = patience * (1.1 + random() * 0.4);
    switch (fault) {
      case undefined:
        pass(response, await forward());
        return;
      case 'drop-before':
      case 'keys-drop':
        drop(response, random);
        return;
      case 'drop-after':
        await forward();
        drop(response, random);
        return;
      case 'slow':
        await delay(random() * patience * 0.4);
        pass(response, await forward());
        return;
      case 'late-request':
        await delay(tooLong);
        pass(response, await forward());
        return;
      case 'late-answer': {
        const late = await forward();
        await delay(tooLong);
        pass(response, late);
        return;
      }
      case 'truncate':
      case 'keys-truncate':
        await truncate(response, await forward(), random);
        return;
      case 'duplicate': {
        const answers = await Promise.all([forward(), forward()]);
        pass(response, answers[random() < 0.5 ? 0 : 1]);
        return;
      }
      case 'keys-hang':
        // Until the browser gives up.
        if (!response.destroyed) await once(response, 'close');
        return;
      default: {
        if (isRecordedFirst(fault)) await forward();
        const { status, headers, body } = madeUpAnswer(fault)!;
        answer(response, status, headers, body);
      }
    }
  }

  #count(fault: Fault): void {
    this.injected.set(fault, (this.injected.get(fault) ?? 0) + 1);
  }
}

function pass(response: ServerResponse, { status, headers, body }: Answer): void {
  answer(response, status, headers, body);
}

function answer(
  response: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders,
  body: Buffer | string,
): void {
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}

/** Ends the connection in either of the two ways that a browser sees. */
function drop({ socket }: ServerResponse, random: Random): void {
  if (random() < 0.5) socket?.destroy();
  else socket?.resetAndDestroy();
}

async function truncate(
  response: ServerResponse,
  { status, headers, body }: Answer,
  random: Random,
): Promise<void> {
  response.writeHead(status, { ...headers, 'Content-Length': body.length });
  const part = body.subarray(0, Math.floor(random() * body.length));
  // The headers alone may go before the connection breaks: the browser then waits for a body.
  response.flushHeaders();
  if (part.length > 0) await new Promise((written) => response.write(part, written));
  await new Promise(setImmediate);
  response.socket?.destroy();
}

/** The gateway answers in place of the receiver, which has the record. */
function isRecordedFirst(fault: Fault): boolean {
  return fault.startsWith('recorded-');
}
