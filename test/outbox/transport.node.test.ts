import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { canonicalForm, digestDocument } from '../../src/charter/index.ts';
import { contractHeaders, postRecord } from '../../src/outbox/index.ts';
import type { TransportRequest } from '../../src/outbox/index.ts';
import { closedAddress, sendJSON, serve } from '../charter/support/serve.ts';
import type { TestServer } from '../charter/support/serve.ts';
import { record } from './support/outboxes.ts';

const receipt = {
  id: record(1).id,
  receivedAt: '2026-11-23T12:00:01Z',
  recordDigest: await digestDocument(record(1)),
};

describe('contractHeaders', () => {
  it('quotes the id of the record as the key of the request', () => {
    assert.deepEqual(contractHeaders(record(7)), {
      'Content-Type': 'application/json',
      Accept: 'application/json, application/problem+json',
      'Idempotency-Key': '"00000000-0000-4000-8000-000000000007"',
    });
  });
});

describe('postRecord', () => {
  let server: TestServer;
  let body: string;
  before(async () => {
    server = await serve((request, response) => {
      body = '';
      request.setEncoding('utf8').on('data', (part: string) => (body += part));
      request.on('end', () => sendJSON(response, JSON.stringify(receipt), 201));
    });
  });
  after(() => server.close());

  const to = (url: string, changes: Partial<TransportRequest> = {}): TransportRequest => ({
    url,
    method: 'POST',
    headers: contractHeaders(record(1)),
    credentials: 'same-origin',
    ...changes,
  });

  it('sends the bytes that the digest is computed over, with the headers of the contract', async () => {
    const answer = await postRecord(record(1), to(`${server.url}/api/signatures`), 5000);
    assert.deepEqual(answer, { kind: 'recorded', receipt });
    const { method, url, headers } = server.requests.at(-1)!;
    assert.equal(`${method} ${url}`, 'POST /api/signatures');
    assert.equal(headers['content-type'], 'application/json');
    assert.equal(headers['idempotency-key'], `"${record(1).id}"`);
    assert.equal(body, canonicalForm(record(1)));
    assert.equal(await digestDocument(JSON.parse(body)), await digestDocument(record(1)));
  });

  it('sends the page’s method and headers', async () => {
    const headers = { ...contractHeaders(record(1)), Authorization: 'Bearer x', 'X-CSRF': 'y' };
    await postRecord(record(1), to(server.url, { method: 'PUT', headers }), 5000);
    const request = server.requests.at(-1)!;
    assert.equal(request.method, 'PUT');
    assert.equal(request.headers.authorization, 'Bearer x');
    assert.equal(request.headers['x-csrf'], 'y');
  });

  for (const [status, target, where] of [
    [302, 'another page of it', ''],
    [307, 'another server', 'elsewhere'],
    [308, 'another server', 'elsewhere'],
  ] as const) {
    it(`sends neither record nor token after a ${status} to ${target}`, async () => {
      const other = await serve((_request, response) => sendJSON(response, JSON.stringify(receipt), 201));
      const redirecting = await serve((request, response) => {
        if (request.url === '/signatures')
          response.writeHead(status, { Location: where ? `${other.url}/take` : '/take' }).end();
        else sendJSON(response, JSON.stringify(receipt), 201);
      });
      const headers = { ...contractHeaders(record(1)), 'X-CSRF-Token': 'secret' };
      const answer = await postRecord(record(1), to(`${redirecting.url}/signatures`, { headers }), 5000);
      assert.equal(answer.kind === 'pending' && answer.reason, 'sign-in');
      assert.match((answer.kind === 'pending' && answer.breach) || '', /redirect.*final address/);
      assert.equal(redirecting.requests.length, 1);
      assert.equal(other.requests.length, 0);
      await Promise.all([redirecting.close(), other.close()]);
    });
  }

  it('uses the page’s own fetch, with credentials and a signal', async () => {
    const calls: { url: unknown; init: RequestInit | undefined }[] = [];
    const fetcher: typeof fetch = (url, init) => {
      calls.push({ url, init });
      return Promise.resolve(Response.json(receipt, { status: 201 }));
    };
    await postRecord(record(1), to('/api', { credentials: 'include' }), 5000, fetcher);
    const [{ url, init } = {}] = calls;
    assert.equal(url, '/api');
    assert.equal(init?.credentials, 'include');
    assert.ok(init.signal instanceof AbortSignal);
  });

  it('has no answer when nothing listens there', async () => {
    const answer = await postRecord(record(1), to(await closedAddress()), 5000);
    assert.ok(answer.kind === 'pending');
    assert.equal(answer.reason, 'no-answer');
    assert.equal(answer.problem.status, 0);
  });

  it('has no answer when the time runs out, and lets go of the connection', async () => {
    const silent = await serve(() => undefined);
    const asked = new Promise<void>((resolve) => silent.answer(() => resolve()));
    // Long enough for the request to arrive on a busy machine.
    const answered = postRecord(record(1), to(silent.url), 1000);
    await asked;
    const closed = once(silent.requests[0]!.socket, 'close');
    const answer = await answered;
    assert.match((answer.kind === 'pending' && answer.problem.detail) || '', /TimeoutError/);
    await closed;
    await silent.close();
  });

  it('has no answer when the connection breaks before it', async () => {
    const breaking = await serve((request) => request.socket.destroy());
    const answer = await postRecord(record(1), to(breaking.url), 5000);
    assert.equal(answer.kind === 'pending' && answer.reason, 'no-answer');
    await breaking.close();
  });

  it('refuses for good a record that cannot be written, rather than try it for ever', async () => {
    const requests = server.requests.length;
    const unwritable = { ...record(1), signer: { name: 'Zoë \ud83d' } };
    const answer = await postRecord(unwritable, to(server.url), 5000);
    assert.deepEqual(answer, {
      kind: 'refused',
      problem: {
        type: 'urn:charter-elements:problem:invalid-record',
        status: 0,
        detail: 'TypeError: a lone surrogate has no canonical form',
      },
    });
    assert.equal(server.requests.length, requests);
  });
});
