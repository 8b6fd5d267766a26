import { digestDocument } from '../../src/charter/digest.ts';
import { createDurableStorage } from '../../src/outbox/storage.ts';
import { endSigning } from '../../src/signing/open-signing.ts';
import { openReceiver } from '../support/receiver.ts';
import type { Receiver } from '../support/receiver.ts';
import { serve, serveAt, serveJSON } from '../support/service.ts';
import { charter, laterCharter } from '../support/signing-documents.ts';
import { answerFor, retryAfter } from './console-answers.ts';
import type { ConsoleAnswer } from './console-answers.ts';

/** Where the console's element posts. */
export const endpoint = '/api/signatures';

/** A request as the element made it. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The canonical form of the record, byte for byte. */
  readonly body: string;
  readonly digest: string;
}

/** What the service answered; without a status when the answer did not arrive. */
export interface SeenResponse {
  readonly status: number | undefined;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

export interface ServiceListener {
  /** Which answer is chosen now. */
  readonly answer: () => ConsoleAnswer;
  readonly handleRequest: (request: SeenRequest) => void;
  readonly handleResponse: (response: SeenResponse) => void;
}

export interface ConsoleService {
  /** Address of the charter, which has a new version once the service has said so. */
  readonly charter: string;
  /** Address of the version before. */
  readonly previousCharter: string;
  readonly receiptKeys: string;
}

/** Opens the service of the console: a receiver whose every exchange is told. */
export function openService({ answer, handleRequest, handleResponse }: ServiceListener): ConsoleService {
  const receiver = openReceiver(['recorded'], {
    get retryAfter() {
      return answer() === 'too-many-requests' ? retryAfter : undefined;
    },
  } as { retryAfter?: number });
  const lost = new Set<string>();
  let isRenewed = false;

  serveAt(endpoint, async (request) => {
    const choice = answer();
    const body = await request.text();
    const headers = [...request.headers];
    handleRequest({
      method: request.method,
      path: new URL(request.url).pathname,
      headers,
      body,
      digest: await digestDocument(JSON.parse(body)),
    });
    const response = await askReceiver(receiver, choice, request, body);
    const key = request.headers.get('Idempotency-Key') ?? '';
    if (!response || (choice === 'lost' && !lost.has(key))) {
      lost.add(key);
      handleResponse({ status: undefined, headers: [], body: '' });
      throw new TypeError('Failed to fetch');
    }
    if (choice === 'charter-outdated') isRenewed = true;
    handleResponse({
      // What the service answers; the page only learns that there is a redirect.
      status: response.type === 'opaqueredirect' ? 302 : response.status,
      headers: [...response.headers],
      body: await response.clone().text(),
    });
    return response;
  });

  return {
    charter: serve('charter.json', () => Promise.resolve(Response.json(isRenewed ? laterCharter : charter))),
    previousCharter: serveJSON('1.0.0.json', charter),
    receiptKeys: receiver.receiptKeys,
  };
}

/** The receiver's answer, or `undefined` where the network breaks. */
async function askReceiver(
  receiver: Receiver,
  choice: ConsoleAnswer,
  { method, headers }: Request,
  body: string,
): Promise<Response | undefined> {
  receiver.answers = [answerFor(choice)];
  try {
    return await fetch(receiver.endpoint, { method, headers, body });
  } catch {
    return undefined;
  }
}

/** Forgets what was signed for the console's endpoint, in this page and in what earlier visits left on this device. */
export async function forgetUnsent(): Promise<void> {
  const storage = createDurableStorage();
  // Signings and entries are known by the resolved address.
  const address = new URL(endpoint, document.baseURI).href;
  endSigning({ endpoint: address, isShared: false });
  for (const { id } of await storage.list(address)) await storage.delete(id);
}
