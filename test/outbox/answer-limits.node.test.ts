import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { digestDocument } from '../../src/charter/index.ts';
import { currentAnswer, findBreach, readAnswer, readRetryAfter } from '../../src/outbox/answer.ts';
import { readMessage, tellableAnswer } from '../../src/outbox/message.ts';
import { contractHeaders, expectedOf, postBody, sealedHeaders } from '../../src/outbox/transport.ts';
import { problemPrefix } from '../../src/signature/index.ts';
import { record } from './support/outboxes.ts';

const now = Date.parse('2026-11-23T12:00:00Z');
const expected = expectedOf(record(1));

/** A response of a kind that only a browser makes. */
const browserResponse = (response: Response, changes: Partial<Response>): Response =>
  new Proxy(response, {
    get: (target, name) => {
      if (name in changes) return changes[name as keyof Response];
      const value = Reflect.get(target, name) as unknown;
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });

describe('an answer that a browser hides', () => {
  it('proves nothing where the request was made without CORS', async () => {
    const answer = await readAnswer(browserResponse(Response.json({}), { type: 'opaque' }), expected);
    assert.ok(answer.kind === 'pending' && answer.reason === 'not-confirmed');
    assert.match(answer.breach ?? '', /without CORS/);
    assert.deepEqual(answer.problem, { type: 'about:blank', status: 0 });
  });

  it('is a redirect where it was not followed, or was', async () => {
    const recorded = () => Response.json({ id: record(1).id }, { status: 201 });
    for (const changes of [{ type: 'opaqueredirect' }, { redirected: true }] as Partial<Response>[]) {
      const answer = await readAnswer(browserResponse(recorded(), changes), expected);
      assert.ok(answer.kind === 'pending' && answer.reason === 'sign-in');
      assert.match(answer.breach ?? '', /^answered with a redirect/);
      assert.equal(answer.problem.status, 302);
    }
  });

  it('is none where the connection ended within its head, which leaves a success without headers', async () => {
    const bare = new Response(null, { status: 200 });
    const cut = await readAnswer(browserResponse(bare, { type: 'basic' }), expected);
    assert.equal(cut.kind === 'pending' && cut.reason, 'no-answer');
    assert.match(String(cut.kind === 'pending' && cut.problem.detail), /broke off \(200\)/);
    const headed = new Response(null, { status: 201, headers: { A: 'b' } });
    assert.equal((await readAnswer(browserResponse(headed, { type: 'basic' }), expected)).kind, 'recorded');
    assert.equal((await readAnswer(new Response(null, { status: 201 }), expected)).kind, 'recorded');
  });

  it('is none where its body breaks off', async () => {
    const body = new ReadableStream({ start: (controller) => controller.error(new Error('cut')) });
    const answer = await readAnswer(new Response(body, { status: 201 }), expected);
    assert.equal(answer.kind === 'pending' && answer.reason, 'no-answer');
  });
});

describe('what an answer says', () => {
  it('may be read without a record, at a time that is given', async () => {
    const down = () =>
      new Response(null, { status: 503, headers: { 'Retry-After': 'Mon, 23 Nov 2026 12:01:00 GMT' } });
    for (const answer of [await readAnswer(down(), now), await readAnswer(down(), expected, now)])
      assert.equal(answer.kind === 'pending' && answer.retryAfter, 60_000);
    assert.equal((await readAnswer(Response.json({ id: 'any' }, { status: 201 }))).kind, 'recorded');
    assert.equal((await readAnswer(Response.json({ id: 'any' }, { status: 201 }), now)).kind, 'recorded');
  });

  it('says when to come back for no answer alone', async () => {
    const headers = { 'Retry-After': '60' };
    const answer = await readAnswer(new Response('x', { status: 404, headers }), expected, now);
    assert.equal(answer.kind === 'pending' && answer.retryAfter, undefined);
  });

  it('names the rule that was broken, and the problem that does not refuse', async () => {
    const breachOf = async (status: number, type: string) => {
      const response = Response.json({ type: `${problemPrefix}${type}` }, { status });
      const answer = await readAnswer(response, expected);
      return answer.kind === 'pending' ? answer.breach : undefined;
    };
    assert.match(
      (await breachOf(404, 'not-found')) ?? '',
      /^answered 404 with the problem .*not-found, which does not/,
    );
    assert.match(
      (await breachOf(400, 'invalid-record')) ?? '',
      /^answered 400 with a problem .* not its own$/,
    );
    assert.match((await breachOf(404, 'unheard-of')) ?? '', /^answered 404 without a problem/);
    assert.equal(await breachOf(503, 'unavailable'), undefined);
    assert.equal(await breachOf(401, 'sign-in-required'), undefined);
  });

  it('is none of the members of a success that calls itself a problem', async () => {
    const answer = await readAnswer(Response.json({ type: 'x', title: 'y' }, { status: 200 }), expected);
    assert.deepEqual(answer.kind === 'pending' && answer.problem, { type: 'about:blank', status: 200 });
  });

  it('is looked for in JSON alone, whose type ends with it', async () => {
    const headers = { 'Content-Type': 'application/json-seq' };
    const text = JSON.stringify({ type: `${problemPrefix}invalid-record`, title: 'y' });
    const answer = await readAnswer(new Response(text, { status: 422, headers }), expected);
    assert.deepEqual(answer.kind === 'pending' && answer.problem, { type: 'about:blank', status: 422 });
  });

  it('comes back after seconds or at a date, and never for anything else', () => {
    assert.equal(readRetryAfter(null, now), undefined);
    assert.equal(readRetryAfter(' 5 ', now), 5000);
    assert.equal(readRetryAfter('Mon, 23 Nov 2026 12:00:05 GMT ', now), 5000);
    assert.equal(readRetryAfter('Mon, 23 Nov 2026 12:00:05 GMT+01:00', now), undefined);
    assert.equal(readRetryAfter('-5', now), undefined);
  });
});

describe('what the page answers', () => {
  it('is held against the record, and the rule that it breaks is named', async () => {
    const recordDigest = await digestDocument(record(1));
    assert.equal(await findBreach({ id: record(1).id, recordDigest }, expected), undefined);
    assert.equal(await findBreach({ id: record(1).id, recordDigest: 'x' }, { id: record(1).id }), undefined);
    assert.match(
      (await findBreach({ id: record(1).id, recordDigest: 'x' }, expected)) ?? '',
      /`recordDigest` of another/,
    );
    assert.match(
      (await findBreach({ id: 'x' }, expected)) ?? '',
      /^was answered by the page with the `id` of another/,
    );
  });

  it('is put in today’s words', () => {
    const problem = { type: 'about:blank', status: 0 };
    assert.deepEqual(currentAnswer({ kind: 'retry', problem }), {
      kind: 'pending',
      reason: 'no-answer',
      problem,
    });
    assert.deepEqual(currentAnswer({ kind: 'sign-in', problem }), {
      kind: 'pending',
      reason: 'sign-in',
      problem,
    });
    const refused = { kind: 'refused', problem } as const;
    assert.equal(currentAnswer(refused), refused);
  });
});

describe('what tabs tell each other', () => {
  const told = (answer: unknown) => readMessage({ endpoint: '', id: 'a', answer })?.answer;

  it('is what came of an attempt, without what the problem quotes', () => {
    assert.deepEqual(
      tellableAnswer({ kind: 'refused', problem: { type: 'x', status: 422, detail: 'Zoë', title: 'Zoë' } }),
      { kind: 'refused', problem: { type: 'x', status: 422 } },
    );
    assert.deepEqual(tellableAnswer({ kind: 'withdrawn' }), { kind: 'withdrawn' });
  });

  it('is read again, whichever it is', () => {
    const problem = { type: 'x', status: 422 };
    const receipt = { id: 'a', receivedAt: '2026-11-23T12:00:01Z', recordDigest: 'sha256:0' };
    for (const answer of [
      { kind: 'withdrawn' },
      { kind: 'recorded', receipt },
      { kind: 'recorded', receipt: undefined },
      { kind: 'outdated', problem },
      { kind: 'refused', problem },
      { kind: 'pending', reason: 'sign-in', problem },
    ])
      assert.deepEqual(told(answer), answer);
  });

  it('is read of another version too', () => {
    assert.deepEqual(told({ kind: 'pending' }), {
      kind: 'pending',
      reason: 'no-answer',
      problem: { type: 'about:blank', status: 0 },
    });
    assert.deepEqual(told({ kind: 'refused', problem: { status: 'x' } }), {
      kind: 'refused',
      problem: { type: 'about:blank', status: 0 },
    });
    assert.deepEqual(told({ kind: 'withdrawn', reason: 'no-answer', problem: {} }), { kind: 'withdrawn' });
    for (const answer of [
      undefined,
      null,
      'recorded',
      { kind: 'sent' },
      { kind: 'pending', reason: 'tired' },
    ])
      assert.equal(told(answer), undefined);
    for (const data of [null, {}, { endpoint: '', id: ' ' }, { id: 'a' }])
      assert.equal(readMessage(data), undefined);
  });
});

describe('a request', () => {
  it('says what it holds and of which record', () => {
    const common = {
      Accept: 'application/json, application/problem+json',
      'Idempotency-Key': `"${record(1).id}"`,
    };
    assert.deepEqual(contractHeaders(record(1)), { ...common, 'Content-Type': 'application/json' });
    assert.deepEqual(sealedHeaders(record(1).id), { ...common, 'Content-Type': 'application/jose' });
  });

  it('is answered for its own record alone, down to the digest', async () => {
    const answers = [
      { id: record(1).id, recordDigest: await digestDocument(record(1)) },
      { id: record(1).id, recordDigest: 'x' },
    ];
    const request = {
      url: 'https://receiver.example/',
      method: 'POST',
      headers: {},
      credentials: 'omit',
    } as const;
    const kinds = answers.map(async (body) => {
      const fetcher = () => Promise.resolve(Response.json(body, { status: 201 }));
      return (await postBody('{}', request, 1000, fetcher, expected)).kind;
    });
    assert.deepEqual(await Promise.all(kinds), ['recorded', 'pending']);
  });
});
