import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { digestDocument } from '../../src/charter/index.ts';
import { expectedOf, noAnswer, readAnswer, readRetryAfter } from '../../src/outbox/index.ts';
import type { Answer, PendingReason } from '../../src/outbox/index.ts';
import { isRefusal, problems } from '../../src/signature/problem.ts';
import { record } from './support/outboxes.ts';
import { now, retryAfterTable } from './support/retry-after.ts';

const prefix = 'urn:charter-elements:problem:';
const digest = await digestDocument(record(1));
const expected = expectedOf(record(1));
const receipt = { id: record(1).id, receivedAt: '2026-11-23T12:00:01Z', recordDigest: digest };
const json = { 'Content-Type': 'application/json' };
const problemJSON = { 'Content-Type': 'application/problem+json; charset=utf-8' };
const html = { 'Content-Type': 'text/html; charset=utf-8' };
const plain = { 'Content-Type': 'text/plain' };

const body = (changes: object): string => JSON.stringify({ ...receipt, ...changes });
const problem = (type: string, status: number): [string, HeadersInit] => [
  JSON.stringify({ type: prefix + type, title: 'Title', status, detail: 'Detail.' }),
  problemJSON,
];

type Outcome = Exclude<Answer['kind'], 'pending'> | PendingReason;
type Row = [status: number, body: string | null, headers: HeadersInit, outcome: Outcome, what: string];

const successes: Row[] = [
  [201, body({}), json, 'recorded', 'with a receipt'],
  [200, body({}), json, 'recorded', 'with the receipt of a replay'],
  [200, body({}), { 'Content-Type': 'application/json; charset=utf-8' }, 'recorded', 'with a charset'],
  [200, body({}), { 'Content-Type': 'application/hal+json' }, 'recorded', 'with JSON of another name'],
  [201, JSON.stringify({ id: receipt.id }), json, 'recorded', 'with the id alone'],
  [201, body({ recordDigest: null, receivedAt: null }), json, 'recorded', 'whose other members are null'],
  [201, null, {}, 'recorded', 'without a body'],
  [202, null, {}, 'recorded', 'without a body'],
  [204, null, {}, 'recorded', 'without content'],
  [200, null, json, 'not-confirmed', 'without a body'],
  [203, null, {}, 'not-confirmed', 'without a body'],
  [200, 'OK', plain, 'not-confirmed', 'with text'],
  [200, body({}), plain, 'not-confirmed', 'with the receipt as text'],
  [200, body({}), {}, 'not-confirmed', 'with the receipt as text, by default'],
  [200, body({}), { 'Content-Type': 'application/jsonp' }, 'not-confirmed', 'with what is no JSON'],
  [200, '[]', json, 'not-confirmed', 'with an array'],
  [200, `[${body({})}]`, json, 'not-confirmed', 'with the receipt in an array'],
  [200, 'null', json, 'not-confirmed', 'with null'],
  [200, '"ok"', json, 'not-confirmed', 'with a JSON text'],
  [200, '{"ok":true}', json, 'not-confirmed', 'with JSON without id'],
  [200, '{"success":false,"code":401}', json, 'not-confirmed', 'with an error of a framework'],
  [200, '{"error":"login_required"}', json, 'not-confirmed', 'with an error of an identity provider'],
  [201, body({ id: record(2).id }), json, 'not-confirmed', 'with another record’s id'],
  [201, body({ id: 1 }), json, 'not-confirmed', 'with a number for id'],
  [201, body({ recordDigest: `sha256:${'0'.repeat(64)}` }), json, 'not-confirmed', 'with another digest'],
  [201, body({ recordDigest: 5 }), json, 'not-confirmed', 'with a number for digest'],
  [201, body({ receivedAt: '1999-01-01T00:00:00Z' }), json, 'not-confirmed', 'received in 1999'],
  [201, body({ receivedAt: '0' }), json, 'not-confirmed', 'received at no time'],
  [201, body({ receivedAt: 'soon' }), json, 'not-confirmed', 'received soon'],
  [201, body({ receivedAt: 1764000000 }), json, 'not-confirmed', 'received at a number'],
  [201, body({ receivedAt: '2999-01-01T00:00:00Z' }), json, 'not-confirmed', 'received in 2999'],
  [201, '{"id":', json, 'no-answer', 'with JSON that breaks off'],
  [200, '<!doctype html><title>Connexion</title>', html, 'sign-in', 'with a login page'],
  [200, '<p>Connexion', { 'Content-Type': 'application/xhtml+xml' }, 'sign-in', 'with an XHTML page'],
  [201, '\n<!DOCTYPE html><form>', json, 'sign-in', 'with a login page that says it is JSON'],
  [200, '<html><body>', {}, 'sign-in', 'with a page of no type'],
  [299, 'x', plain, 'not-confirmed', 'of no known name'],
];

/** Refusals of the contract that speak of the record, and so are for good. */
const refusals = Object.entries(problems).filter(([name, [status]]) =>
  isRefusal({ type: prefix + name, status }),
);

const failures: Row[] = [
  ...refusals.map(([name, [status]]): Row => [status, ...problem(name, status), 'refused', name]),
  [400, ...problem('invalid-record', 400), 'not-accepted', 'with a refusal of another status'],
  [404, ...problem('unknown-charter', 404), 'not-accepted', 'with a refusal of another status'],
  [422, problem('invalid-record', 422)[0], html, 'not-accepted', 'with a refusal that says it is a page'],
  [422, JSON.stringify({ type: 'about:blank', status: 422 }), problemJSON, 'not-accepted', 'of no name'],
  [422, ...problem('constructor', 422), 'not-accepted', 'of a name of no problem'],
  [400, null, {}, 'not-accepted', 'without a body'],
  [400, '<h1>Bad Request', html, 'not-accepted', 'with a page: an expired token'],
  [404, '<p>Not found', html, 'not-accepted', 'with a page: a deployment under way'],
  [404, ...problem('not-found', 404), 'not-accepted', 'not-found, which is about the address'],
  [405, ...problem('method-not-allowed', 405), 'not-accepted', 'method-not-allowed'],
  [406, ...problem('not-acceptable', 406), 'not-accepted', 'not-acceptable'],
  [410, null, {}, 'not-accepted', ''],
  [413, '<h1>Request Entity Too Large', html, 'not-accepted', 'with a page of a proxy'],
  [422, '{"message":"CSRF token mismatch."}', json, 'not-accepted', 'with JSON of a framework'],
  [422, '<h1>The change you wanted was rejected', html, 'not-accepted', 'with a page of a framework'],
  [451, null, {}, 'not-accepted', ''],
  [401, ...problem('sign-in-required', 401), 'sign-in', ''],
  [401, '<p>Login', html, 'sign-in', 'with a page'],
  [403, ...problem('forbidden', 403), 'sign-in', ''],
  [403, '<h1>Forbidden', html, 'sign-in', 'with a page: a stale token'],
  [403, ...problem('charter-outdated', 403), 'sign-in', 'even of an outdated charter'],
  [419, '<title>Page Expired', html, 'sign-in', 'with a page'],
  [440, '<title>Login Time-out', html, 'sign-in', 'with a page'],
  [403, ...problem('other-signer', 403), 'other-person', 'other-signer'],
  [409, ...problem('charter-outdated', 409), 'outdated', 'charter-outdated'],
  [409, ...problem('in-progress', 409), 'no-answer', 'in-progress'],
  [409, ...problem('other', 409), 'not-accepted', 'of another name'],
  [409, null, {}, 'not-accepted', 'without a body'],
  [408, null, {}, 'no-answer', ''],
  [425, null, {}, 'no-answer', ''],
  [429, ...problem('too-many-requests', 429), 'no-answer', ''],
  [429, '<h1>Slow down', html, 'no-answer', 'with a page'],
  [500, ...problem('internal', 500), 'no-answer', ''],
  [500, ...problem('invalid-record', 500), 'no-answer', 'even with a refusal'],
  [500, '<h1>Error', html, 'no-answer', 'with a page'],
  [501, null, {}, 'no-answer', ''],
  [502, '<h1>Bad gateway', html, 'no-answer', ''],
  [503, ...problem('unavailable', 503), 'no-answer', ''],
  [504, null, {}, 'no-answer', ''],
  [599, null, {}, 'no-answer', ''],
  ...[300, 301, 302, 303, 307, 308].map((status): Row => [
    status,
    null,
    { Location: '/login' },
    'sign-in',
    'a redirect',
  ]),
];

const outcome = (answer: Answer): Outcome => (answer.kind === 'pending' ? answer.reason : answer.kind);

describe('readAnswer', () => {
  for (const [status, text, headers, wanted, what] of [...successes, ...failures]) {
    it(`${status} ${what} is “${wanted}”`, async () => {
      const answer = await readAnswer(new Response(text, { status, headers }), expected);
      assert.equal(outcome(answer), wanted);
    });
  }

  for (const [status, text, headers, wanted, what] of [...successes, ...failures]) {
    if (!['not-confirmed', 'not-accepted'].includes(wanted)) continue;
    it(`tells the developer which rule ${status} ${what} broke`, async () => {
      const answer = await readAnswer(new Response(text, { status, headers }), expected);
      const { breach = '' } = answer as { breach?: string };
      assert.match(breach, new RegExp(`answered ${status} (with|without) `));
      assert.doesNotMatch(breach, /Personne/);
    });
  }

  it('names the member that is missing or wrong', async () => {
    const breachOf = async (text: string) => {
      const answer = await readAnswer(new Response(text, { status: 200, headers: json }), expected);
      return answer.kind === 'pending' && answer.breach;
    };
    assert.match((await breachOf('{"success":false}')) || '', /no `id`/);
    assert.match((await breachOf(body({ id: record(2).id }))) || '', /`id` of another record/);
    assert.match((await breachOf(body({ recordDigest: 'x' }))) || '', /`recordDigest`/);
    assert.match((await breachOf(body({ receivedAt: '1999-01-01T00:00:00Z' }))) || '', /`receivedAt`/);
  });

  it('does not ask for a digest that it cannot compute: the record is there encrypted only', async () => {
    const answer = await readAnswer(
      new Response(body({ recordDigest: 'sha256:1' }), { status: 201, headers: json }),
      { id: record(1).id },
    );
    assert.equal(answer.kind, 'recorded');
  });

  it('gives the receipt', async () => {
    const answer = await readAnswer(new Response(body({}), { status: 201, headers: json }), expected);
    assert.deepEqual(answer, { kind: 'recorded', receipt });
  });

  it('gives no receipt where the body is none', async () => {
    const text = JSON.stringify({ id: receipt.id });
    const answer = await readAnswer(new Response(text, { status: 201, headers: json }), expected);
    assert.deepEqual(answer, { kind: 'recorded', receipt: undefined });
  });

  it('has no answer when the body is cut', async () => {
    const cut = new ReadableStream({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode('{"id":'));
        controller.error(new TypeError('terminated'));
      },
    });
    const answer = await readAnswer(new Response(cut, { status: 201, headers: json }), expected);
    assert.equal(outcome(answer), 'no-answer');
  });

  it('gives the problem as the endpoint told it', async () => {
    const errors = [{ pointer: '/signer', detail: 'x' }];
    const told = { type: `${prefix}invalid-record`, title: 'T', detail: 'D', errors, status: 422 };
    const answer = await readAnswer(
      new Response(JSON.stringify(told), { status: 422, headers: problemJSON }),
      expected,
    );
    assert.deepEqual('problem' in answer && answer.problem, told);
  });

  it('believes the status of the answer, not the one in its body', async () => {
    const [text] = problem('internal', 500);
    const answer = await readAnswer(new Response(text, { status: 422, headers: problemJSON }), expected);
    assert.equal(outcome(answer), 'not-accepted');
    assert.equal('problem' in answer && answer.problem.status, 422);
  });

  for (const text of ['', '<p>', 'null', '5', '"x"', '[]', '{}', '{"type":5}', '{"type":null}']) {
    it(`makes a problem of the status when the body is ${text || 'empty'}`, async () => {
      const answer = await readAnswer(new Response(text, { status: 400, headers: problemJSON }), expected);
      assert.equal(outcome(answer), 'not-accepted');
      assert.deepEqual('problem' in answer && answer.problem, { type: 'about:blank', status: 400 });
    });
  }

  for (const [what, malformed] of [
    ['errors that are a text', { errors: 'x' }],
    ['an error that is null', { errors: [null] }],
    ['errors that are no list', { errors: { length: 2 } }],
    ['a detail that is no text', { detail: { toString: 1 } }],
    ['a title made to look like a template', { title: { _$litType$: 1, strings: ['<b>'], values: [] } }],
    ['a detail made to look like a template', { detail: { _$litType$: 1, strings: { raw: [] } } }],
    ['a status that is a text', { status: '<img>' }],
  ] as const) {
    it(`leaves ${what} out of a refusal`, async () => {
      const text = JSON.stringify({ type: `${prefix}invalid-record`, ...malformed });
      const answer = await readAnswer(new Response(text, { status: 422, headers: problemJSON }), expected);
      assert.deepEqual(answer, {
        kind: 'refused',
        problem: { type: `${prefix}invalid-record`, status: 422 },
      });
    });
  }

  for (const status of [408, 425, 429, 500, 503]) {
    it(`reads Retry-After of ${status}`, async () => {
      const headers = { 'Retry-After': '120' };
      const answer = await readAnswer(new Response(null, { status, headers }), expected);
      assert.equal(answer.kind === 'pending' && answer.retryAfter, 120_000);
    });
  }

  it('reads a Retry-After that is a date, by the time given', async () => {
    const headers = { 'Retry-After': 'Mon, 23 Nov 2026 12:01:00 GMT' };
    const answer = await readAnswer(new Response(null, { status: 503, headers }), expected, now);
    assert.equal(answer.kind === 'pending' && answer.retryAfter, 60_000);
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
      kind: 'pending',
      reason: 'no-answer',
      problem: { type: `${prefix}no-answer`, status: 0, detail: 'timeout' },
    });
  });
});
