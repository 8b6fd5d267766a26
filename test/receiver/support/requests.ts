import assert from 'node:assert/strict';
import { describeAPI } from '../../../receiver/routes/openapi.ts';
import { problemPrefix } from '../../../src/signature/index.ts';
import type { ProblemName, Receipt, SignatureRecord } from '../../../src/signature/index.ts';

export type JSONObject = Record<string, unknown>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: JSONObject;
}

/** Asks the receiver over HTTP; whatever it answers must be in its OpenAPI description. */
export async function request(address: string, path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(new URL(path, address), init);
  const { status, headers } = response;
  const text = await response.text();
  const type = headers.get('content-type') ?? '';
  assertDocumented(init.method ?? 'GET', path, status, type);
  const body = /\bjson$/.test(type) && text ? (JSON.parse(text) as JSONObject) : {};
  return { status, headers, text, body };
}

/** Posts a value as a signature, with the headers of the contract unless others are given. */
export function post(address: string, value: unknown, headers: HeadersInit = {}): Promise<Answer> {
  const { id } = value as { id?: string };
  const sent = new Headers({
    'Content-Type': 'application/json',
    Accept: 'application/json, application/problem+json',
    'Idempotency-Key': `"${id}"`,
  });
  new Headers(headers).forEach((text, name) => (text ? sent.set(name, text) : sent.delete(name)));
  const body = typeof value === 'string' ? value : JSON.stringify(value);
  return request(address, '/api/signatures', { method: 'POST', headers: sent, body });
}

/** Reads a signature back as whoever was given its receipt. */
export function readBack(address: string, { id, receipt }: Partial<Receipt>): Promise<Answer> {
  return request(address, `/api/signatures/${id}`, showing({ receipt }));
}

/** A request that shows a receipt. */
export function showing({ receipt }: { readonly receipt?: unknown }): { headers: Record<string, string> } {
  return { headers: { Authorization: `Receipt ${String(receipt)}` } };
}

/** Posts a record that must be recorded now. */
export async function sign(
  address: string,
  record: SignatureRecord,
  headers: HeadersInit = {},
): Promise<Receipt> {
  const { status, body, text } = await post(address, record, headers);
  assert.equal(status, 201, text);
  return body as unknown as Receipt;
}

/** The answer is these problem details, complete and not to be cached. */
export function assertProblem(answer: Answer, status: number, name: ProblemName): void {
  assert.equal(
    `${answer.status} ${String(answer.body['type'])}`,
    `${status} ${problemPrefix}${name}`,
    answer.text,
  );
  assert.equal(answer.headers.get('content-type'), 'application/problem+json');
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
  assert.equal(answer.body['status'], status);
  assert.match(String(answer.body['title']), /\w/);
  // A sentence that says what is wrong, and one more of what to do.
  assert.match(String(answer.body['detail']), /^[A-Z/].+\.$/);
}

/** The JSON Pointers of the faults that a problem names. */
export function pointersOf({ body }: Answer): string[] {
  return (body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer);
}

const { paths } = describeAPI();

function assertDocumented(method: string, path: string, status: number, type: string): void {
  const [pathname = ''] = path.split('?');
  const template = Object.keys(paths).find((name) =>
    new RegExp(`^${name.replace(/\{\w+\}/g, '[^/]+')}$`).test(pathname),
  );
  const operations = paths[template as keyof typeof paths] as
    Record<string, { responses: object }> | undefined;
  const operation = operations?.[method.toLowerCase() === 'head' ? 'get' : method.toLowerCase()];
  if (!operation) return;
  const response = (operation.responses as Record<number, { content?: object }>)[status];
  assert.ok(response, `openapi.json does not know ${status} of ${method} ${template}`);
  const types = Object.keys(response.content ?? {});
  const [name = ''] = type.split(';');
  assert.ok(
    name ? types.includes(name) : types.length === 0,
    `${type} for ${status} of ${method} ${template}`,
  );
}
