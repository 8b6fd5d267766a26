import { setTimeout as wait } from 'node:timers/promises';
import { canonicalForm } from 'charter-elements/charter';
import type { LoadedCharter } from 'charter-elements/charter';
import { mediaTypeOf, meaningOfAnswer, problemName } from 'charter-elements/signature';
import type { AnswerMeaning, HeardAnswer, JSONWebKeySet, SignatureRecord } from 'charter-elements/signature';
import type { Reception } from '../messages/reception.ts';
import { reasonOf } from './failures.ts';

/** What the endpoint answered; `status` is 0 when there was no answer, `text` undefined when it was cut. */
export interface Answer extends HeardAnswer {
  readonly headers: Headers;
  /** The value of a JSON body that says it is one, otherwise `undefined`. */
  readonly body: unknown;
  /** Whether the bytes of the body are UTF-8, as those of JSON are. */
  readonly isUTF8: boolean;
  /** For the table. */
  readonly reception: Reception;
  /** Why there was no answer: the code or the message of Node. */
  readonly failure?: string;
}

export interface EndpointOptions {
  readonly url: URL;
  /** Headers of every request: authorization, for example. */
  readonly headers: Headers;
  /** The charter that the endpoint takes signatures of. */
  readonly charter: LoadedCharter;
  /** Keys that receipts must be signed with. */
  readonly keys?: JSONWebKeySet | undefined;
  /** Origin of a page on another host that is to post here. */
  readonly origin?: string | undefined;
  /** Milliseconds to wait for an answer. */
  readonly timeout: number;
}

export interface PostOptions {
  /** Headers besides those of the contract; `null` leaves one out. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** Leaves out the headers that the user gave. */
  readonly isAnonymous?: boolean;
}

/** How many times a request is sent again to an endpoint that limits its rate. */
const mostAttempts = 4;

/** The endpoint under trial. It counts what it was made to record. */
export class Endpoint {
  readonly options: EndpointOptions;
  /** Ids of the records that were accepted: at least one row each. */
  readonly recordedIds = new Set<string>();

  constructor(options: EndpointOptions) {
    this.options = options;
  }

  get charter(): LoadedCharter {
    return this.options.charter;
  }

  /** Posts a record as the element does: its canonical form, with its id as the key. */
  post(record: SignatureRecord, options: PostOptions = {}): Promise<Answer> {
    return this.postBody(canonicalForm(record), record.id, options);
  }

  /** Posts any body; `key` is the record's id, or what passes for it. */
  async postBody(body: string | Uint8Array, key: string, options: PostOptions = {}): Promise<Answer> {
    const given = {
      'Content-Type': 'application/json',
      'Idempotency-Key': `"${key}"`,
      ...(this.options.origin !== undefined && { Origin: this.options.origin }),
      ...options.headers,
    };
    // Bytes, so that a Content-Type that is left out is not put back.
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
    const answer = await this.request(this.options.url, {
      method: 'POST',
      headers: this.#headers(given, options),
      body: bytes as BodyInit,
    });
    if (isAccepted(answer)) this.recordedIds.add(key);
    return answer;
  }

  /**
   * Asks for a record at `{url}/{id}`, where the endpoint may serve it.
   *
   * @param receipt - What the endpoint gave as a proof, shown where the user gave no authorization.
   */
  get(id: string, receipt?: unknown): Promise<Answer> {
    const url = new URL(this.options.url);
    url.pathname = `${url.pathname.replace(/\/$/, '')}/${id}`;
    const isShown = typeof receipt === 'string' && !this.options.headers.has('Authorization');
    return this.ask(url, isShown ? { Authorization: `Receipt ${receipt}` } : {});
  }

  /** Asks for something at an address of the endpoint's server, with the headers that the user gave. */
  ask(url: URL, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.request(url, { headers: this.#headers(headers) });
  }

  /** Sends one request; what limits the rate is waited for. */
  async request(url: URL, init: RequestInit): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      const answer = await this.#attempt(url, init);
      if (answer.status !== 429 || attempt === mostAttempts) return answer;
      const seconds = Number(answer.headers.get('Retry-After') ?? 1);
      await wait(Math.min(Number.isNaN(seconds) ? 1 : seconds, 60) * 1000);
    }
  }

  async #attempt(url: URL, init: RequestInit): Promise<Answer> {
    try {
      const signal = AbortSignal.timeout(this.options.timeout);
      // As in a page: a record, a cookie or a token never follows a redirect.
      const response = await fetch(url, { ...init, redirect: 'manual', signal });
      return readAnswer(response, await readBytes(response));
    } catch (error) {
      return { ...readAnswer({ status: 0, headers: new Headers() }), failure: reasonOf(error) };
    }
  }

  #headers(given: PostOptions['headers'] = {}, { isAnonymous = false }: PostOptions = {}): Headers {
    const headers = new Headers({ Accept: 'application/json, application/problem+json' });
    if (!isAnonymous) this.options.headers.forEach((value, name) => headers.set(name, value));
    for (const [name, value] of Object.entries(given)) {
      if (value === null) headers.delete(name);
      else headers.set(name, value);
    }
    return headers;
  }
}

/** Whether the endpoint says by its status that it took the record; what that proves is another question. */
export const isAccepted = ({ status }: Answer): boolean => status >= 200 && status < 300;

/** What the element would make of an answer to a record. */
export function meaningOf(
  answer: Answer,
  record: { readonly id: string; readonly recordDigest: string } = { id: '', recordDigest: '' },
): AnswerMeaning {
  return meaningOfAnswer(answer, record);
}

/** The members of a JSON object, or nothing. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** The body, or `undefined` when the connection breaks within it. */
async function readBytes(response: Response): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch {
    return undefined;
  }
}

function readAnswer({ status, headers }: Pick<Response, 'status' | 'headers'>, bytes?: Uint8Array): Answer {
  const contentType = headers.get('Content-Type') ?? '';
  const type = mediaTypeOf(contentType);
  const text = bytes && new TextDecoder().decode(bytes);
  const body = /\bjson$/.test(type) && text !== undefined ? parseJSON(text) : undefined;
  const { type: problem } = membersOf(body);
  const name = typeof problem === 'string' ? (problemName({ type: problem }) ?? problem) : '';
  const isOther = status >= 400 || (status >= 200 && status < 300 && !/\bjson$/.test(type));
  const about = isOther && text !== '' ? name || type : '';
  return {
    status,
    headers,
    contentType,
    hasHeaders: [...headers.keys()].length > 0,
    body,
    text,
    isUTF8: bytes === undefined || isUTF8(bytes),
    reception: { status, about, isCut: status !== 0 && text === undefined },
  };
}

function isUTF8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function parseJSON(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
