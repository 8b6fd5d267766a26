import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { canonicalForm, digestDocument } from '../../src/charter/index.ts';
import type { OutboxEntry } from '../../src/outbox/index.ts';
import { problemPrefix } from '../../src/signature/index.ts';
import type { AttemptDecision } from '../../src/signing/client.ts';
import { isOpen, keyOf, noteOpen } from '../../src/signing/open-places.ts';
import { prepareVerification, sendEntry } from '../../src/signing/send-entry.ts';
import { createSigner, keySet, receiptFor } from '../../stories/support/receipts.ts';
import type { Signer } from '../../stories/support/receipts.ts';
import { Asker, never, recordOf } from './support/signings.ts';

const url = 'https://receiver.example/api/signatures';
const record = recordOf(1);
const entry: OutboxEntry = { id: record.id, endpoint: url, record, addedAt: 0, attempts: 0, nextTryAt: 0 };
const sealed: OutboxEntry = {
  ...entry,
  record: undefined,
  sealed: { jwe: 'a.b.c.d.e', charter: record.charter },
};
const receivedAt = '2026-11-23T12:00:00.000Z';
const answer = { id: record.id, receivedAt };

let addresses = 0;
/** An address of keys that no other test has asked for. */
const newAddress = () => `https://receiver.example/${++addresses}/jwks.json`;

/** What the network answers to each address, and what it was asked. */
function network(answers: Readonly<Record<string, () => Response | Promise<Response>>>) {
  const asked: (RequestInit & { url: string })[] = [];
  const fetcher = (async (input: string, init: RequestInit = {}) => {
    asked.push({ url: input, ...init });
    const found = answers[input];
    if (!found) throw new TypeError('no network');
    return found();
  }) as typeof fetch;
  return { fetcher, asked };
}

/** An asker whose page decides so. */
function asking(overrides: Asker['overrides'] = {}, decision?: AttemptDecision): Asker {
  const asker = new Asker({ overrides });
  if (decision) asker.decision = decision;
  return asker;
}

const warnings: string[] = [];
const send = (asker: Asker, sent = entry, to = url) =>
  sendEntry(to, sent, asker, (message) => warnings.push(message));
const answering = (promise: Promise<unknown>, timeout = 15_000) =>
  asking({ timeout }, { kind: 'answered', answer: promise });

describe('an attempt', () => {
  it('posts the record’s canonical form with the headers of the contract and of the page', async () => {
    const { fetcher, asked } = network({ [url]: () => Response.json(answer, { status: 201 }) });
    const asker = asking({ fetcher, headers: { 'X-Page': '1' }, credentials: 'include' });
    assert.deepEqual(await send(asker), { kind: 'recorded', receipt: undefined });
    const [{ signal, ...request }] = asked as [(typeof asked)[number]];
    assert.deepEqual(request, {
      url,
      method: 'POST',
      headers: {
        Accept: 'application/json, application/problem+json',
        'Content-Type': 'application/json',
        'Idempotency-Key': `"${record.id}"`,
        'X-Page': '1',
      },
      credentials: 'include',
      body: canonicalForm(record),
      redirect: 'manual',
    });
    assert.equal(signal?.aborted, false);
    assert.deepEqual(asker.requests[0]?.headers, request.headers);
    assert.equal(asker.requests[0].url, url);
  });

  it('posts what is left encrypted of a record, of which the answer must give the id', async () => {
    let id = record.id;
    const { fetcher, asked } = network({ [url]: () => Response.json({ id, receivedAt }, { status: 201 }) });
    assert.equal((await send(asking({ fetcher }), sealed)).kind, 'recorded');
    assert.equal(asked[0]?.body, 'a.b.c.d.e');
    assert.equal((asked[0].headers as Record<string, string>)['Content-Type'], 'application/jose');
    id = recordOf(2).id;
    assert.equal((await send(asking({ fetcher }), sealed)).kind, 'pending');
  });

  it('goes where and how the page has it go', async () => {
    const other = 'https://other.example/';
    const { fetcher, asked } = network({ [other]: () => Response.json(answer, { status: 201 }) });
    const asker = asking({ fetcher });
    asker.decide = (request) => {
      request.url = other;
      request.method = 'PUT';
      request.headers['X-More'] = '2';
      return { kind: 'send' };
    };
    assert.equal((await send(asker)).kind, 'recorded');
    assert.equal(asked[0]?.method, 'PUT');
    assert.equal((asked[0].headers as Record<string, string>)['X-More'], '2');
  });

  it('is refused where there is no address, and does not begin where the page withdraws it', async () => {
    const { fetcher, asked } = network({});
    assert.deepEqual(await send(asking({ fetcher }), entry, ''), {
      kind: 'refused',
      problem: { type: `${problemPrefix}endpoint-missing`, status: 0 },
    });
    assert.deepEqual(await send(asking({ fetcher }, { kind: 'withdrawn' })), { kind: 'withdrawn' });
    assert.deepEqual(asked, []);
  });

  it('waits without an answer, and not without end though the page’s fetch does not listen', async (t) => {
    const { fetcher } = network({});
    const failed = await send(asking({ fetcher }));
    assert.deepEqual([failed.kind, failed.kind === 'pending' && failed.reason], ['pending', 'no-answer']);
    t.mock.timers.enable({ apis: ['setTimeout'] });
    let late: unknown;
    const sending = send(asking({ fetcher: () => never(), timeout: 60_000 })).then((given) => (late = given));
    await new Promise((resolve) => setImmediate(resolve));
    for (let elapsed = 0; elapsed < 60_499; elapsed++) t.mock.timers.tick(1);
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(late, undefined);
    t.mock.timers.tick(1);
    const given = await sending;
    assert.equal(given.kind === 'pending' && given.reason, 'no-answer');
  });
});

describe('what the page answers itself', () => {
  it('says by nothing that it is recorded, and by its body what the contract says', async () => {
    for (const nothing of [undefined, null])
      assert.deepEqual(await send(answering(Promise.resolve(nothing))), {
        kind: 'recorded',
        receipt: undefined,
      });
    const recordDigest = await digestDocument(record);
    assert.deepEqual(await send(answering(Promise.resolve({ ...answer, recordDigest }))), {
      kind: 'recorded',
      receipt: { ...answer, recordDigest },
    });
    const other = await send(answering(Promise.resolve({ id: recordOf(2).id })));
    assert.ok(other.kind === 'pending' && other.reason === 'not-confirmed');
    assert.match(other.breach ?? '', /\w/);
    assert.deepEqual(other.problem, { type: 'about:blank', status: 0 });
    const digest = await send(answering(Promise.resolve({ id: record.id, recordDigest: 'sha256:0' })));
    assert.equal(digest.kind, 'pending');
  });

  it('may be the response that it got', async () => {
    const response = (status: number) => Promise.resolve(Response.json(answer, { status }));
    assert.equal((await send(answering(response(201)))).kind, 'recorded');
    const down = await send(answering(response(503)));
    assert.equal(down.kind === 'pending' && down.reason, 'no-answer');
  });

  it('is none where it fails, or does not come in time', async () => {
    for (const promise of [Promise.reject(new Error('offline')), never()]) {
      const given = await send(answering(promise, 1));
      assert.equal(given.kind === 'pending' && given.reason, 'no-answer');
    }
  });
});

describe('the receipt of an answer', () => {
  let signer: Signer;
  before(async () => {
    signer = await createSigner('ES256', 'now');
  });

  /** An endpoint that answers with this receipt, and the keys at an address. */
  async function endpoint(
    keys: () => Response | Promise<Response>,
    receipt?: unknown,
    receiptKeys = newAddress(),
  ) {
    const body = receipt ?? (await receiptFor(record, signer));
    const { fetcher, asked } = network({
      [url]: () => Response.json(body, { status: 201 }),
      [receiptKeys]: keys,
    });
    return { asker: asking({ fetcher, receiptKeys }), receiptKeys, asked };
  }
  const published = () => Response.json(keySet(signer));
  const down = () => new Response(null, { status: 503 });

  it('is not asked for where the page names no keys', async () => {
    const { fetcher, asked } = network({ [url]: () => Response.json(answer, { status: 201 }) });
    assert.equal((await send(asking({ fetcher }))).kind, 'recorded');
    assert.equal(asked.length, 1);
  });

  it('proves a record, also one that is left encrypted', async () => {
    const { asker } = await endpoint(published);
    const given = await send(asker);
    assert.ok(given.kind === 'recorded' && given.receipt?.receipt);
    assert.equal((await send(asker, sealed)).kind, 'recorded');
  });

  it('is looked for again where it is missing, or the keys cannot be had', async () => {
    for (const [{ asker }, breach] of [
      [await endpoint(published, answer), /without the signed receipt/],
      [await endpoint(down), /no key/],
      [await endpoint(() => Response.json({ keys: 'none' })), /no key/],
    ] as const) {
      const given = await send(asker);
      assert.ok(given.kind === 'pending' && given.reason === 'not-confirmed');
      assert.match(given.breach ?? '', breach);
      assert.equal(given.problem.type, `${problemPrefix}receipt-missing`);
      assert.equal(given.problem.status, 0);
      assert.ok(given.problem.detail);
    }
  });

  it('refuses a record where it is wrong, or not of a published key', async () => {
    const wrong = await receiptFor(record, signer, { id: recordOf(2).id });
    const foreign = await receiptFor(record, await createSigner('ES256', 'now'));
    for (const [receipt, fault] of [
      [wrong, 'mismatch'],
      [foreign, 'signature'],
    ] as const) {
      const { asker } = await endpoint(published, receipt);
      const given = await send(asker);
      assert.ok(given.kind === 'refused');
      assert.equal(given.problem.type, `${problemPrefix}receipt-${fault}`);
      assert.equal(given.problem.status, 0);
      assert.ok(given.problem.detail);
    }
  });

  it('of another charter than that of what is left encrypted refuses it', async () => {
    const charter = { ...record.charter, version: '2' };
    const { asker } = await endpoint(published, await receiptFor(record, signer, { charter }));
    assert.equal((await send(asker, sealed)).kind, 'refused');
  });

  it('is verified with the keys of before where the network has gone since', async () => {
    let isDown = false;
    const { asker, asked, receiptKeys } = await endpoint(() => (isDown ? down() : published()));
    await prepareVerification(asker.options);
    assert.deepEqual(
      asked.map((request) => request.url),
      [receiptKeys],
    );
    isDown = true;
    assert.equal((await send(asker)).kind, 'recorded');
  });

  it('needs nothing to be prepared where the page names no keys, and never fails to prepare', async () => {
    const { fetcher, asked } = network({});
    await prepareVerification(asking({ fetcher }).options);
    assert.deepEqual(asked, []);
    await prepareVerification(asking({ fetcher, receiptKeys: newAddress() }).options);
    assert.equal(asked.length, 1);
  });
});

describe('the places that this page has a signing for', () => {
  it('are told apart by their address, and by whether others use the device', () => {
    const own = { endpoint: url, isShared: false };
    const shared = { endpoint: url, isShared: true };
    assert.notEqual(keyOf(own), keyOf(shared));
    assert.notEqual(keyOf(own), keyOf({ ...own, endpoint: '' }));
    assert.equal(isOpen(own), false);
    noteOpen(own);
    assert.deepEqual([isOpen(own), isOpen(shared)], [true, false]);
  });
});
