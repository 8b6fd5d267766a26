import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMemoryStorage } from '../../src/outbox/index.ts';
import type { Answer } from '../../src/outbox/index.ts';
import {
  deferred,
  notConfirmed,
  recorded,
  refused,
  retry,
  signIn,
  withdrawn,
} from '../outbox/support/scripted-transport.ts';
import { Asker, recordOf, setUpSigning, settledPromises } from './support/signings.ts';
import { setUp, nameOf, idsOf, entryOf } from './support/watcher.ts';

describe('a client is told to look', () => {
  it('when it signs, at each attempt and at its end', async () => {
    const answer = deferred<Answer>();
    const { signing, client, transport } = await setUp({}, retry, answer.promise);
    client.seen.length = 0;
    const done = signing.sign(recordOf(1), client);
    assert.deepEqual(client.seen, ['sending']);
    await done;
    assert.equal(client.seen.at(-1), 'pending');
    const again = signing.retry(client);
    await transport.attempts(2);
    assert.equal(client.seen.at(-1), 'pending trying');
    answer.resolve(retry);
    await again;
    assert.equal(client.seen.at(-1), 'pending');
    assert.deepEqual(client.unsent, [1, 1]);
  });

  it('when what is left on another address is sent, or erased', async () => {
    const storage = createMemoryStorage();
    for (const number of [1, 2]) await storage.put(entryOf(number, { endpoint: 'https://old.example/' }));
    const { signing, client } = await setUp({ storage });
    const [first, second] = signing.getState(client).others;
    assert.equal(client.seen.at(-1), 'drafting beside 2');
    await signing.erase(first!);
    assert.equal(client.seen.at(-1), 'drafting beside 1');
    await signing.retry(client, second);
    assert.doesNotMatch(client.seen.at(-1)!, /beside/);
  });

  it('when it leaves what waits, and when its time is over', async () => {
    const { signing, client } = await setUp({}, retry);
    await signing.sign(recordOf(1), client);
    await signing.leave(client);
    assert.equal(client.seen.at(-1), 'drafting');
    const late = deferred<Answer>();
    const second = await setUp({}, late.promise);
    void second.signing.sign(recordOf(1), second.client);
    await second.transport.attempts(1);
    second.client.charter = { id: 'other', version: '1' };
    second.signing.refresh(second.client);
    assert.equal(nameOf(second.signing, second.client), 'sending');
    second.clock.advance(15_250);
    assert.equal(second.client.seen.at(-1), 'drafting beside 1');
  });

  it('when somebody asks, and when it signs what cannot be sent as whoever is here', async () => {
    const { signing, client, transport } = await setUp();
    client.seen.length = 0;
    signing.refresh(client);
    assert.deepEqual(client.seen, ['drafting']);
    client.signer = { name: 'Ali Benali' };
    await signing.sign(recordOf(1), client);
    assert.deepEqual([client.seen.at(-1), transport.sent], ['pending', []]);
  });

  it('of how many wait, when it signs one more', async () => {
    const { signing, client } = await setUp({}, retry, retry, retry);
    await signing.sign(recordOf(1), client);
    await signing.sign(recordOf(2), client);
    assert.deepEqual(client.counts, [1, 2]);
    assert.equal(client.unsent.at(-1), 2);
  });
});

describe('what waits is sent', () => {
  it('with what is signed next', async () => {
    const { signing, client, transport } = await setUp({}, retry);
    await signing.sign(recordOf(1), client);
    await signing.sign(recordOf(2), client);
    assert.deepEqual(
      transport.sent,
      [1, 1, 2].map((number) => recordOf(number).id),
    );
  });

  it('when the network or the person is back, unless something has to be mended first', async () => {
    for (const [answer, attempts] of [
      [retry, 2],
      [notConfirmed, 1],
      [signIn, 2],
    ] as const) {
      const { signing, client, transport } = await setUp({}, answer);
      await signing.sign(recordOf(1), client);
      signing.wake();
      await settledPromises();
      await settledPromises();
      assert.equal(transport.sent.length, attempts, answer.reason);
    }
  });

  it('for the first who comes to a page, and not again for the next', async () => {
    const { signing, client, transport } = await setUp({}, retry);
    await signing.sign(recordOf(1), client);
    signing.subscribe(new Asker());
    await settledPromises();
    assert.equal(transport.sent.length, 1);
  });

  it('and nothing is looked for where nothing waits, or nobody is here', async () => {
    const { signing, client, runs } = await setUp({}, retry);
    signing.wake();
    await signing.retry(client);
    await settledPromises();
    assert.equal(runs(), 0);
    await signing.sign(recordOf(1), client);
    const before = runs();
    client.isHere = false;
    signing.wake();
    await settledPromises();
    assert.equal(runs(), before);
    client.isHere = true;
    signing.wake();
    await settledPromises();
    assert.equal(runs(), before + 1);
  });

  it('later by chance, as it is told to be', async () => {
    const nextTryAt = async (random: () => number) => {
      const { signing, client } = await setUp({ random }, retry);
      await signing.sign(recordOf(1), client);
      const { signature } = signing.getState(client);
      return signature.name === 'pending' ? signature.nextTryAt : undefined;
    };
    assert.equal(await nextTryAt(() => 0), await nextTryAt(() => 0));
    assert.notEqual(await nextTryAt(() => 0), await nextTryAt(() => 0.999));
  });

  it('by a client that never came, too', async () => {
    const { signing, transport } = setUpSigning();
    await signing.sign(recordOf(1), new Asker());
    assert.equal(transport.sent.length, 1);
  });
});

describe('the end', () => {
  it('leaves no timer, shows nothing, and takes nothing up', async () => {
    const { signing, client, clock, storage, endpoint } = await setUp({}, retry);
    await signing.sign(recordOf(1), client);
    assert.ok(clock.waits.length > 0);
    signing.close();
    assert.deepEqual(clock.waits, []);
    assert.equal(nameOf(signing, client), 'drafting');
    signing.subscribe(client);
    signing.refresh(client);
    await settledPromises();
    assert.equal(nameOf(signing, client), 'drafting');
    assert.deepEqual(idsOf(await storage.list(endpoint)), [1]);
  });

  it('of preparing leaves none either, with keys and without', async () => {
    for (const loadKeys of [() => Promise.resolve(), undefined]) {
      const { signing, clock, client } = await setUp(loadKeys ? { loadKeys } : {});
      await signing.prepare(client);
      assert.deepEqual(clock.waits, []);
    }
  });

  it('of what nobody has signed is nothing to leave', async () => {
    const { signing, client, storage, endpoint } = await setUp({}, refused);
    await signing.leave(client);
    await signing.leave(new Asker());
    await signing.sign(recordOf(1), client);
    await signing.leave(client);
    assert.deepEqual(await storage.list(endpoint), []);
  });

  it('says nothing to the developer where no rule was broken', async () => {
    const { signing, client, warnings } = await setUp({}, retry, recorded, withdrawn);
    await signing.sign(recordOf(1), client);
    await signing.retry(client);
    await signing.sign(recordOf(2), client);
    assert.deepEqual(warnings, []);
    assert.equal(nameOf(signing, client), 'drafting');
  });
});
