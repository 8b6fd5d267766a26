import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMemoryStorage, createSealedStorage } from '../../src/outbox/index.ts';
import type { Answer, OutboxStorage } from '../../src/outbox/index.ts';
import {
  ScriptedTransport,
  deferred,
  notAccepted,
  notConfirmed,
  otherPerson,
  outdated,
  recorded,
  refused,
  retry,
  signIn,
  withdrawn,
} from '../outbox/support/scripted-transport.ts';
import { Asker, nameOf, never, recordOf, setUpSigning, settledPromises, signed } from './support/signings.ts';

describe('a signature', () => {
  it('is drafting before anything is signed', async () => {
    const { signing } = setUpSigning();
    const client = new Asker();
    signing.subscribe(client);
    await signing.ready;
    assert.deepEqual(signing.getState(client), {
      signature: { name: 'drafting' },
      unsent: [],
      others: [],
      isDurable: false,
    });
  });

  it('is sending until the endpoint answers', async () => {
    const answer = deferred<Answer>();
    const { signing, transport } = setUpSigning({}, new ScriptedTransport(answer.promise));
    const client = new Asker();
    signing.subscribe(client);
    const done = signing.sign(recordOf(1), client);
    assert.equal(nameOf(signing, client), 'sending');
    await transport.attempts(1);
    assert.equal(nameOf(signing, client), 'sending');
    assert.deepEqual(client.facts, []);
    answer.resolve(recorded);
    await done;
    assert.equal(nameOf(signing, client), 'signed');
  });

  it('is declined where that was recorded', async () => {
    const { signing } = setUpSigning();
    const client = new Asker();
    signing.subscribe(client);
    await signing.sign({ ...recordOf(1), decision: 'declined', reason: 'Non.' }, client);
    assert.equal(nameOf(signing, client), 'declined');
    assert.deepEqual(client.heard, ['declined 1']);
  });

  for (const [answer, name, reason, isTimed] of [
    [recorded, 'signed', undefined, false],
    [retry, 'pending', 'no-answer', true],
    [signIn, 'pending', 'sign-in', false],
    [otherPerson, 'pending', 'other-person', false],
    [notConfirmed, 'pending', 'not-confirmed', true],
    [notAccepted, 'pending', 'not-accepted', true],
    [outdated, 'outdated', undefined, false],
    [refused, 'refused', undefined, false],
  ] as const) {
    const what = reason ?? answer.kind;
    it(`is ${name} after “${what}”, in state and in what is announced, once`, async () => {
      const { signing, client } = await signed(answer);
      const { signature } = signing.getState(client);
      assert.equal(signature.name, name);
      assert.equal('reason' in signature ? signature.reason : undefined, reason);
      if (signature.name === 'pending') assert.equal(signature.nextTryAt !== undefined, isTimed);
      assert.deepEqual(client.heard, [`${name} 1`]);
      const [fact] = client.facts;
      assert.equal(fact && 'reason' in fact ? fact.reason : undefined, reason);
    });
  }

  it('is drafting again where the page withdrew it, and nothing is announced or kept', async () => {
    const { signing, client, storage, endpoint } = await signed(withdrawn);
    assert.equal(nameOf(signing, client), 'drafting');
    assert.deepEqual(client.facts, []);
    assert.deepEqual(await storage.list(endpoint), []);
  });

  it('is not counted among what waits beside it', async () => {
    const { signing, client } = await signed(retry);
    assert.deepEqual(signing.getState(client).unsent, []);
    assert.equal(client.counts.at(-1), 1);
  });

  it('says that an attempt is under way', async () => {
    const { signing, client, transport } = await signed(retry);
    const answer = deferred<Answer>();
    transport.script(answer.promise);
    const done = signing.retry(client);
    await transport.attempts(2);
    const { signature } = signing.getState(client);
    assert.ok(signature.name === 'pending' && signature.isTrying);
    answer.resolve(recorded);
    await done;
    assert.equal(nameOf(signing, client), 'signed');
  });

  it('goes through each reason to wait to the end, each announced', async () => {
    const { signing, client } = await signed(retry, signIn, notConfirmed, notAccepted);
    for (let attempt = 2; attempt <= 5; attempt++) await signing.retry(client);
    assert.deepEqual(
      client.facts.map((fact) => ('reason' in fact ? fact.reason : fact.name)),
      ['no-answer', 'sign-in', 'not-confirmed', 'not-accepted', 'signed'],
    );
  });

  it('can be pending again after a refusal that a person had sent again', async () => {
    const { signing, client, storage, endpoint } = await signed(refused, retry);
    const [entry] = await storage.list(endpoint);
    await signing.retry(client, entry);
    assert.equal(nameOf(signing, client), 'pending');
  });

  it('tells the developer which rule was broken', async () => {
    const { warnings, endpoint } = await signed({ ...notConfirmed, breach: 'answered 200 without a body' });
    assert.deepEqual(warnings, [
      `${endpoint} answered 200 without a body. The signature is kept, and not called signed.`,
    ]);
  });

  it('is said to be held by this page, this device, or this device encrypted', async () => {
    const durable = { ...createMemoryStorage(), isDurable: true };
    const sealed = createSealedStorage(durable, ({ id, charter }) =>
      Promise.resolve({ jwe: `sealed ${id}`, charter }),
    );
    const unsealed = createSealedStorage({ ...createMemoryStorage(), isDurable: true }, () =>
      Promise.resolve(undefined),
    );
    for (const [options, keeping] of [
      [{ storage: createMemoryStorage() }, 'page'],
      [{ storage: durable }, 'device'],
      [{ storage: sealed, isShared: true }, 'encrypted'],
      [{ storage: unsealed, isShared: true }, 'page'],
    ] as const) {
      const { signing } = setUpSigning(options, new ScriptedTransport(retry));
      const client = new Asker();
      signing.subscribe(client);
      await signing.ready;
      await signing.sign(recordOf(1), client);
      const { signature } = signing.getState(client);
      assert.equal(signature.name === 'pending' && signature.keeping, keeping);
    }
  });
});

describe('sending ends in time', () => {
  const hanging = (act: 'put' | 'list' | 'delete'): OutboxStorage => ({
    ...createMemoryStorage(),
    [act]: () => never(),
  });
  const faults = {
    'the endpoint never answers': { transport: () => never<Answer>() },
    'the device never keeps': { storage: hanging('put') },
    'the device never lists': { storage: hanging('list') },
    'the device never forgets': { storage: hanging('delete') },
    'another tab never gives the lock back': { lock: { run: (): Promise<void> => never() } },
  };
  for (const [what, options] of Object.entries(faults)) {
    it(`at the timeout, though ${what}`, async () => {
      const { signing, clock } = setUpSigning(options);
      const client = new Asker({ timeout: 5_000 });
      signing.subscribe(client);
      void signing.sign(recordOf(1), client);
      await settledPromises();
      clock.advance(5_249);
      assert.equal(nameOf(signing, client), 'sending');
      clock.advance(1);
      const { signature } = signing.getState(client);
      assert.ok(signature.name === 'pending');
      assert.deepEqual([signature.reason, signature.record.id], ['no-answer', recordOf(1).id]);
    });
  }

  it('and an answer that comes later still counts', async () => {
    const answer = deferred<Answer>();
    const { signing, clock } = setUpSigning({}, new ScriptedTransport(answer.promise));
    const client = new Asker({ timeout: 5_000 });
    signing.subscribe(client);
    const done = signing.sign(recordOf(1), client);
    await settledPromises();
    clock.advance(6_000);
    assert.equal(nameOf(signing, client), 'pending');
    answer.resolve(recorded);
    await done;
    assert.equal(nameOf(signing, client), 'signed');
    assert.deepEqual(client.heard, ['pending 1', 'signed 1']);
  });

  for (const act of ['put', 'list', 'get', 'delete'] as const) {
    it(`in words, though the device fails to ${act}`, async () => {
      const storage = { ...createMemoryStorage(), [act]: () => Promise.reject(new Error('broken')) };
      const { signing } = setUpSigning({ storage });
      const client = new Asker();
      signing.subscribe(client);
      await signing.sign(recordOf(1), client);
      assert.ok(['refused', 'pending', 'signed'].includes(nameOf(signing, client)));
    });
  }

  it('with a refusal that can be signed again where nothing could be kept or sent', async () => {
    const memory = createMemoryStorage();
    const { put } = memory;
    memory.put = () => Promise.reject(new Error('broken'));
    const { signing } = setUpSigning({ storage: memory });
    const client = new Asker();
    signing.subscribe(client);
    await signing.sign(recordOf(1), client);
    const { signature } = signing.getState(client);
    assert.ok(signature.name === 'refused');
    assert.match(signature.problem.type, /:not-kept$/);
    memory.put = put;
    await signing.sign(signature.record, client);
    assert.equal(nameOf(signing, client), 'signed');
    assert.deepEqual(client.heard, ['refused 1', 'signed 1']);
  });

  it('without an error where the transport throws', async () => {
    const { signing, client } = await signed(new TypeError('broken'));
    assert.equal(nameOf(signing, client), 'pending');
  });
});

describe('preparing', () => {
  it('waits for keys and code', async () => {
    const loaded = deferred();
    const { signing } = setUpSigning({ loadKeys: () => loaded.promise });
    let isPrepared = false;
    const preparing = signing.prepare(new Asker()).then(() => (isPrepared = true));
    await settledPromises();
    assert.equal(isPrepared, false);
    loaded.resolve(undefined);
    await preparing;
  });

  it('does not wait without end', async () => {
    const { signing, clock } = setUpSigning({ loadKeys: () => never() });
    const preparing = signing.prepare(new Asker());
    clock.advance(5_000);
    await preparing;
  });
});
