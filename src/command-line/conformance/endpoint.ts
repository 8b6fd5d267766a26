import { setTimeout as wait } from 'node:timers/promises';
import { canonicalForm } from '../../charter/index.ts';
import type { LoadedCharter } from '../../charter/index.ts';
import { problemName } from '../../signature/index.ts';
import type { JSONWebKeySet, SignatureRecord } from '../../signature/index.ts';
import { reasonOf } from './failures.ts';

/** What the endpoint answered; `status` is 0 when there was no answer. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The value of a JSON body that says it is one, otherwise `undefined`. */
  readonly body: unknown;
  readonly hasBody: boolean;
  /** For the table: `201`, `422 idempotency-mismatch`, `500 text/html`. */
  readonly summary: string;
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
    if (isRecorded(answer)) this.recordedIds.add(key);
    return answer;
  }

  /** Asks for a record at `{url}/{id}`, where the endpoint may serve it. */
  get(id: string): Promise<Answer> {
    const url = new URL(this.options.url);
    url.pathname = `${url.pathname.replace(/\/$/, '')}/${id}`;
    return this.request(url, { headers: this.#headers() });
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
      const response = await fetch(url, { ...init, redirect: 'manual', signal });
      return readAnswer(response, await response.text());
    } catch (error) {
      const failure = reasonOf(error);
      return {
        status: 0,
        headers: new Headers(),
        body: undefined,
        hasBody: false,
        summary: 'pas de réponse',
        failure,
      };
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

export const isRecorded = ({ status }: Answer): boolean => status >= 200 && status < 300;

/** The members of a JSON object, or nothing. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function readAnswer({ status, headers }: Response, text: string): Answer {
  const [type = ''] = (headers.get('Content-Type') ?? '').split(';');
  const body = /\bjson$/.test(type.trim()) ? parseJSON(text) : undefined;
  const { type: problem } = membersOf(body);
  const name = typeof problem === 'string' ? (problemName({ type: problem }) ?? problem) : '';
  const about = status < 400 || text === '' ? '' : name || type.trim();
  return {
    status,
    headers,
    body,
    hasBody: text !== '',
    summary: `${status} ${about}`.trim(),
  };
}

function parseJSON(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
