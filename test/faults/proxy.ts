import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { keyFault, signatureFault } from './fault-kinds.ts';
import type { Fault, KeyFault, SignatureFault } from './fault-kinds.ts';
import { Forwarder, readRequest } from './forward.ts';
import type { Answer, Request } from './forward.ts';
import { keySetPath, malformedKeySetPath, signaturePaths, withMalformedKey } from './intranet.ts';
import {
  keyAnswers,
  madeUpAnswers,
  provingAnswer,
  redirectTargets,
  refusing,
  refusingForGood,
} from './made-up-answers.ts';
import type { MadeUpAnswer, MadeUpFault } from './made-up-answers.ts';
import { Postbook } from './postbook.ts';
import { randomFor } from './random.ts';
import type { Random } from './random.ts';
import { answer, cutAfterProcessing, cutStatusLine, drop, truncate } from './responses.ts';

export interface FaultProxyOptions {
  readonly seed: number;
  /** How many origins to serve: to a browser each is a device of its own, with its own storage. */
  readonly origins: number;
  readonly receiver: string;
  /** Another origin, which redirects lead to. */
  readonly elsewhere: string;
  /** Servers of everything else, by the beginning of the path; the first that fits is asked, without faults. */
  readonly upstreams: readonly (readonly [prefix: string, origin: string])[];
  /** What still gets through when the network is gone: pages and the run's own words. */
  readonly alwaysThere: (path: string) => boolean;
  /** How long the element waits for an answer, in milliseconds: late means later than this. */
  readonly patience: number;
}

/** Stands between browsers and a receiver, as an unreliable network and its gateways do. */
export class FaultProxy {
  /** How many times each fault was injected. */
  readonly injected = new Map<Fault, number>();
  /** What was done to each record that was posted. */
  readonly postbook = new Postbook();
  /** What went wrong in the proxy itself: to be empty. */
  readonly errors: string[] = [];
  posts = 0;
  readonly #options: FaultProxyOptions;
  readonly #forwarder = new Forwarder();
  readonly #underWay = new Set<Promise<void>>();
  readonly #servers: Server[] = [];
  /** Until when each origin has no network, by its port. */
  readonly #cutUntil = new Map<number, number>();
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
    this.#cutUntil.clear();
  }

  /** Takes the network away from an origin for that many milliseconds. */
  cut(origin: string, milliseconds: number): void {
    if (!this.#isHealed) this.#cutUntil.set(Number(new URL(origin).port), performance.now() + milliseconds);
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
    const { alwaysThere, upstreams, receiver } = this.#options;
    const isCut = performance.now() < (this.#cutUntil.get(incoming.socket.localPort!) ?? 0);
    if (isCut && !alwaysThere(path)) response.destroy();
    else if (method === 'POST' && signaturePaths.includes(path))
      await this.#handleSignature(request, response);
    else if (path === keySetPath || path === malformedKeySetPath) await this.#handleKeys(request, response);
    else if (Object.hasOwn(redirectTargets, path))
      answer(response, redirectTargets[path as keyof typeof redirectTargets]);
    else {
      const [, upstream] = upstreams.find(([prefix]) => path.startsWith(prefix)) ?? [];
      answer(response, await this.#forwarder.forward(upstream ?? receiver, request));
    }
  }

  async #handleSignature(request: Request, response: ServerResponse): Promise<void> {
    const { seed } = this.#options;
    const id = String(request.headers['idempotency-key']).replaceAll('"', '');
    const number = ++this.posts;
    const post = this.postbook.open(id, request.path);
    const drawn = this.#isHealed ? undefined : signatureFault(seed, number, !post.isForwarded);
    // Who refuses a record for good refuses it again. A request of a page that was left may come after that of the next.
    const fault = post.refusal ?? drawn;
    if (fault) {
      this.#count(fault);
      post.faults.push(fault);
    }
    if (fault && refusing.has(fault)) post.refuse(fault, refusingForGood.has(fault));
    // Noted before it is: what is held back now must not be refused meanwhile.
    else if (!isInPlaceOfReceiver(fault)) post.isForwarded = true;
    await this.#inject(id, fault, request, response, randomFor(seed, `details ${number}`));
  }

  async #handleKeys(request: Request, response: ServerResponse): Promise<void> {
    const { seed, receiver } = this.#options;
    const number = ++this.#keyRequests;
    const fault = this.#isHealed ? undefined : keyFault(seed, number);
    if (fault) this.#count(fault);
    const random = randomFor(seed, `key details ${number}`);
    const isMalformed = request.path === malformedKeySetPath;
    const keys = await this.#forwarder.forward(receiver, { ...request, path: keySetPath });
    await this.#answerKeys(fault, isMalformed ? withMalformedKey(keys, random) : keys, response, random);
  }

  async #answerKeys(
    fault: KeyFault | undefined,
    keys: Answer,
    response: ServerResponse,
    random: Random,
  ): Promise<void> {
    switch (fault) {
      case undefined:
        answer(response, keys);
        return;
      case 'keys-drop':
        drop(response, random);
        return;
      case 'keys-truncate':
        await truncate(response, keys, random);
        return;
      case 'keys-hang':
        // Until the browser gives up.
        if (!response.destroyed) await once(response, 'close');
        return;
      default:
        answer(response, keyAnswers[fault]);
    }
  }

  async #inject(
    id: string,
    fault: SignatureFault | undefined,
    request: Request,
    response: ServerResponse,
    random: Random,
  ): Promise<void> {
    const { patience, receiver, elsewhere } = this.#options;
    const forward = async (): Promise<Answer> => {
      const received = await this.#forwarder.forward(receiver, { ...request, path: '/api/signatures' });
      this.postbook.remember(id, received);
      return received;
    };
    /** The receiver's own answer: what it confirms may be believed from now on. */
    const pass = (received: Answer): void => {
      if (received.status < 300) this.postbook.confirm(id);
      answer(response, received);
    };
    const tooLong = patience * (1.1 + random() * 0.4);
    switch (fault) {
      case undefined:
        pass(await forward());
        return;
      case 'drop-before':
        drop(response, random);
        return;
      case 'drop-after':
        await forward();
        drop(response, random);
        return;
      case 'slow':
        await delay(random() * patience * 0.4);
        pass(await forward());
        return;
      case 'late-request':
        await delay(tooLong);
        pass(await forward());
        return;
      case 'late-answer': {
        const late = await forward();
        await delay(tooLong);
        pass(late);
        return;
      }
      case 'truncate':
        await truncate(response, await forward(), random);
        return;
      case 'duplicate': {
        const answers = await Promise.all([forward(), forward()]);
        pass(answers[random() < 0.5 ? 0 : 1]);
        return;
      }
    }
    const recorded = fault.startsWith('recorded-') ? fault.slice('recorded-'.length) : undefined;
    if (recorded !== undefined) await forward();
    const proof = provingAnswer(fault, id);
    if (proof) {
      this.postbook.confirm(id);
      answer(response, proof);
      return;
    }
    const kind = (recorded ?? fault) as MadeUpFault | 'cut-status-line' | 'cut-after-102';
    if (kind === 'cut-status-line') cutStatusLine(response, random);
    else if (kind === 'cut-after-102') cutAfterProcessing(response);
    else answer(response, this.#makeUp(kind, id, elsewhere));
  }

  #makeUp(kind: MadeUpFault, id: string, elsewhere: string): MadeUpAnswer {
    return madeUpAnswers[kind]({ id, elsewhere, otherReceipt: this.postbook.otherReceipt(id) });
  }

  #count(fault: Fault): void {
    this.injected.set(fault, (this.injected.get(fault) ?? 0) + 1);
  }
}

/** Whether the receiver never sees the request. */
function isInPlaceOfReceiver(fault: SignatureFault | undefined): boolean {
  if (fault === undefined || fault.startsWith('recorded-')) return false;
  return (
    fault === 'drop-before' ||
    fault === 'cut-status-line' ||
    fault === 'cut-after-102' ||
    fault in madeUpAnswers
  );
}
