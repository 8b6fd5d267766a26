import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { noAnswer, postRecord, readAnswer, readRetryAfter } from '../../src/outbox/index.ts';
import type { Answer } from '../../src/outbox/index.ts';
import { serve } from '../charter/support/serve.ts';
import type { TestServer } from '../charter/support/serve.ts';
import { record } from './support/outboxes.ts';
import { now, retryAfterTable } from './support/retry-after.ts';

const prefix = 'urn:charter-elements:problem:';
const receipt = { id: record(1).id, receivedAt: '2026-11-23T12:00:01Z', recordDigest: 'sha256:0' };
const json = { 'Content-Type': 'application/json' };
const problemJSON = { 'Content-Type': 'application/problem+json; charset=utf-8' };
const html = { 'Content-Type': 'text/html' };

const problem = (type: string, status: number): [string, HeadersInit] => [
  JSON.stringify({ type: prefix + type, title: 'Title', status, detail: 'Detail.' }),
  problemJSON,
];

type Row = [status: number, body: string | null, headers: HeadersInit, kind: Answer['kind'], what: string];

const table: Row[] = [
  [201, JSON.stringify(receipt), json, 'recorded', 'with a receipt'],
  [200, JSON.stringify(receipt), json, 'recorded', 'with the receipt of a replay'],
  [201, null, {}, 'recorded', 'without a body'],
  [200, '{"ok":true}', json, 'recorded', 'with JSON that is no receipt'],
  [200, '{"id":', json, 'recorded', 'with broken JSON'],
  [202, '<p>Merci', html, 'recorded', 'with HTML'],
  [204, null, {}, 'recorded', 'without content'],
  [299, 'x', {}, 'recorded', 'of no known name'],
  [400, ...problem('malformed-json', 400), 'refused', ''],
  [400, null, {}, 'refused', 'without a body'],
  [401, ...problem('sign-in-required', 401), 'sign-in', ''],
  [401, '<p>Login', html, 'sign-in', 'with HTML'],
  [403, ...problem('forbidden', 403), 'sign-in', ''],
  [403, ...problem('charter-outdated', 403), 'sign-in', 'even of an outdated charter'],
  [404, '<p>Not found', html, 'refused', 'with HTML'],
  [405, null, {}, 'refused', ''],
  [408, null, {}, 'retry', ''],
  [409, ...problem('in-progress', 409), 'retry', 'in progress'],
  [409, ...problem('charter-outdated', 409), 'outdated', 'charter outdated'],
  [409, ...problem('other', 409), 'refused', 'of another name'],
  [409, null, {}, 'refused', 'without a body'],
  [410, null, {}, 'refused', ''],
  [413, ...problem('payload-too-large', 413), 'refused', ''],
  [415, ...problem('unsupported-media-type', 415), 'refused', ''],
  [422, ...problem('idempotency-mismatch', 422), 'refused', ''],
  [422, ...problem('digest-mismatch', 422), 'refused', 'digest mismatch'],
  [425, null, {}, 'retry', ''],
  [429, ...problem('too-many-requests', 429), 'retry', ''],
  [500, ...problem('internal', 500), 'retry', ''],
  [500, '<h1>Error', html, 'retry', 'with HTML'],
  [501, null, {}, 'retry', ''],
  [502, '<h1>Bad gateway', html, 'retry', ''],
  [503, ...problem('unavailable', 503), 'retry', ''],
  [504, null, {}, 'retry', ''],
  [599, null, {}, 'retry', ''],
];

describe('readAnswer', () => {
  for (const [status, body, headers, kind, what] of table) {
    it(`${status} ${what} is “${kind}”`, async () => {
      assert.equal((await readAnswer(new Response(body, { status, headers }))).kind, kind);
    });
  }

  it('gives the receipt', async () => {
    const answer = await readAnswer(new Response(JSON.stringify(receipt), { status: 201, headers: json }));
    assert.deepEqual(answer, { kind: 'recorded', receipt });
  });

  it('says that the receipt is lost where the answer broke off', async () => {
    const answer = await readAnswer(new Response('{"id":', { status: 201, headers: json }));
    assert.deepEqual(answer, { kind: 'recorded', receipt: undefined, isCutShort: true });
  });

  it('gives no receipt where the body is none', async () => {
    const answer = await readAnswer(new Response('{"id":1}', { status: 201, headers: json }));
    assert.deepEqual(answer, { kind: 'recorded', receipt: undefined });
  });

  it('gives the problem as the endpoint told it', async () => {
    const errors = [{ pointer: '/signer', detail: 'x' }];
    const body = JSON.stringify({
      type: `${prefix}invalid-record`,
      title: 'T',
      detail: 'D',
      errors,
      status: 422,
    });
    const answer = await readAnswer(new Response(body, { status: 422, headers: problemJSON }));
    assert.deepEqual('problem' in answer && answer.problem, JSON.parse(body));
  });

  it('believes the status of the answer, not the one in its body', async () => {
    const [body] = problem('internal', 500);
    const answer = await readAnswer(new Response(body, { status: 422, headers: problemJSON }));
    assert.equal(answer.kind, 'refused');
    assert.equal('problem' in answer && answer.problem.status, 422);
  });

  for (const body of ['', '<p>', 'null', '5', '"x"', '[]', '{}', '{"type":5}', '{"type":null}']) {
    it(`makes a problem of the status when the body is ${body || 'empty'}`, async () => {
      const answer = await readAnswer(new Response(body, { status: 400, headers: problemJSON }));
      assert.deepEqual(answer, { kind: 'refused', problem: { type: 'about:blank', status: 400 } });
    });
  }

  for (const status of [408, 425, 429, 500, 503]) {
    it(`reads Retry-After of ${status}`, async () => {
      const headers = { 'Retry-After': '120' };
      const answer = await readAnswer(new Response(null, { status, headers }));
      assert.equal(answer.kind === 'retry' && answer.retryAfter, 120_000);
    });
  }

  it('reads a Retry-After that is a date, by the time given', async () => {
    const headers = { 'Retry-After': 'Mon, 23 Nov 2026 12:01:00 GMT' };
    const answer = await readAnswer(new Response(null, { status: 503, headers }), now);
    assert.equal(answer.kind === 'retry' && answer.retryAfter, 60_000);
  });

  describe('after a redirection', () => {
    let server: TestServer;
    before(async () => {
      server = await serve(({ url }, response) => {
        if (url === '/html') response.writeHead(302, { Location: '/login' }).end();
        else if (url === '/json') response.writeHead(307, { Location: '/record' }).end();
        else if (url === '/login') response.writeHead(200, html).end('<form>');
        else response.writeHead(201, json).end(JSON.stringify(receipt));
      });
    });
    after(() => server.close());
    const send = (path: string) =>
      postRecord(
        record(1),
        { url: server.url + path, method: 'POST', headers: json, credentials: 'same-origin' },
        5000,
      );

    it('to a page is “sign-in”: the single sign-on lost its session', async () => {
      assert.deepEqual(await send('/html'), {
        kind: 'sign-in',
        problem: { type: 'about:blank', status: 401 },
      });
    });

    it('to an endpoint that answers with JSON is “recorded”', async () => {
      assert.deepEqual(await send('/json'), { kind: 'recorded', receipt });
    });
  });
});

describe('readRetryAfter', () => {
  for (const [header, wait] of retryAfterTable) {
    it(`${header === null ? 'none' : JSON.stringify(header)} is ${wait ?? 'nothing'}`, () => {
      assert.equal(readRetryAfter(header, now), wait);
    });
  }
});

describe('noAnswer', () => {
  it('is to be tried again, with what happened', () => {
    assert.deepEqual(noAnswer('timeout'), {
      kind: 'retry',
      problem: { type: `${prefix}no-answer`, status: 0, detail: 'timeout' },
    });
  });
});
