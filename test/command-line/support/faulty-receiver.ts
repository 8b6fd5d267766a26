import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { isDeeperThan } from '../../../receiver/http/json-body.ts';
import { digestDocument } from '../../../src/charter/index.ts';
import { problemPrefix } from '../../../src/signature/index.ts';
import type { JSONWebKeySet, SignatureRecord } from '../../../src/signature/index.ts';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** `status` 0 hangs up without an answer. */
export interface Reply {
  readonly status: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Written as JSON, unless it is a text. */
  readonly body?: unknown;
  /** The bytes on the wire in place of all that, status line included; then the connection is closed. */
  readonly raw?: string;
}

/** Answers a request; what a fault is made of gets the right one. */
export type Respond = (asked: Asked) => Promise<Reply> | Reply;

interface Row {
  record: SignatureRecord;
  receipt: { id: string; receivedAt: string; recordDigest: string; receipt: string };
}

export const allowed = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': 'content-type, idempotency-key',
};

export const problem = (status: number, name: string, members = {}): Reply => ({
  status,
  type: 'application/problem+json',
  body: { type: `${problemPrefix}${name}`, title: name, status, ...members },
});

const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
export const keys: JSONWebKeySet = { keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256' }] };

/** Signs what a receipt claims, with the published key or another. */
export async function signReceipt(claims: object, key: CryptoKey = privateKey): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'ES256' })
    .sign(key);
}

let lastInstant = 0;

/** The time, never the same twice, so that two rows are told from one. */
export function nextInstant(): string {
  lastInstant = Math.max(lastInstant + 1, Date.now());
  return new Date(lastInstant).toISOString();
}

/** A receiver in memory that follows the contract, and checks no more than that. */
export function createGoodReceiver(): { respond: Respond; rows: Map<string, Row> } {
  const rows = new Map<string, Row>();
  async function respond({ method, path, body }: Asked): Promise<Reply> {
    if (method === 'OPTIONS') return { status: 204 };
    if (method === 'GET') {
      const row = rows.get(path.split('/').at(-1)!);
      return row ? { status: 200, body: { ...row.receipt, record: row.record } } : problem(404, 'not-found');
    }
    let record: SignatureRecord;
    try {
      record = JSON.parse(body.toString('utf8')) as SignatureRecord;
    } catch {
      return problem(400, 'malformed-json');
    }
    // What only the depth of the stack would refuse, it refuses by itself: a receiver knows how deep a record is.
    if (isDeeperThan(20, record)) return problem(422, 'invalid-record');
    // The canonical form of what the contract does not know may not exist.
    const recordDigest = await digestDocument(record).catch(() => '');
    if (typeof (record as Partial<SignatureRecord> | null)?.id !== 'string' || recordDigest === '')
      return problem(422, 'invalid-record');
    const receivedAt = nextInstant();
    const claims = { id: record.id, receivedAt, recordDigest };
    const receipt = { ...claims, receipt: await signReceipt({ ...claims, charter: record.charter }) };
    // Nothing is awaited between the look and the entry.
    const earlier = rows.get(record.id);
    if (!earlier) rows.set(record.id, { record, receipt });
    else if (earlier.receipt.recordDigest !== recordDigest) return problem(422, 'idempotency-mismatch');
    return { status: earlier ? 200 : 201, body: earlier ? earlier.receipt : receipt };
  }
  return { respond, rows };
}

/** Serves what answers over HTTP until the test is over. Answers the address of its signatures. */
export async function serveReceiver(test: TestContext, respond: Respond): Promise<URL> {
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    const body = Buffer.concat((await request.toArray()) as Buffer[]);
    const reply = await respond({ method, path: url, headers, body });
    if (reply.status === 0) {
      request.socket.destroy();
      return;
    }
    if (reply.raw !== undefined) {
      request.socket.end(reply.raw);
      return;
    }
    const { status, type = 'application/json', headers: own = allowed } = reply;
    const hasBody = reply.body !== undefined;
    response.writeHead(status, { ...own, ...(hasBody && { 'Content-Type': type }) });
    const isWritten = typeof reply.body === 'string' || Buffer.isBuffer(reply.body) || !hasBody;
    response.end(isWritten ? reply.body : JSON.stringify(reply.body));
  }
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  test.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/signatures`);
}

type Loose<T> = T extends readonly unknown[] ? T : T extends object ? { [K in keyof T]?: Loose<T[K]> } : T;

/** What was posted, of which only the id is sure; `undefined` when it has none. */
export function recordOf({
  body,
}: Pick<Asked, 'body'>): (Loose<SignatureRecord> & { id: string }) | undefined {
  try {
    const value = JSON.parse(body.toString('utf8')) as Loose<SignatureRecord> | null;
    return typeof value?.id === 'string' ? { ...value, id: value.id } : undefined;
  } catch {
    return undefined;
  }
}
