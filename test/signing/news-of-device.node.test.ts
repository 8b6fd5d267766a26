import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMemoryStorage, createSealedStorage } from '../../src/outbox/index.ts';
import type { Answer } from '../../src/outbox/index.ts';
import {
  ScriptedTransport,
  deferred,
  notConfirmed,
  recorded,
  retry,
  signIn,
} from '../outbox/support/scripted-transport.ts';
import { Asker, recordOf, setUpSigning, settledPromises } from './support/signings.ts';
import { setUp, nameOf, idsOf, entryOf } from './support/watcher.ts';

describe('what the device holds', () => {
  it('is not asked of a storage that cannot list all, and a failure is told', async () => {
    const { listAll: _, ...storage } = createMemoryStorage();
    const { signing, client } = await setUp({ storage });
    assert.deepEqual(signing.getState(client).others, []);
    const broken = { ...createMemoryStorage(), list: () => Promise.reject(new Error('broken')) };
    const { warnings } = await setUp({ storage: broken });
    assert.ok(warnings.some((warning) => warning.includes('broken')));
  });

  it('is listed beside one’s own, and not among it', async () => {
    const storage = createMemoryStorage();
    const { signing, endpoint } = setUpSigning({ storage });
    const asker = new Asker();
    assert.deepEqual(signing.getState(asker).others, []);
    for (const number of [1, 2]) await storage.put(entryOf(number, { endpoint }));
    await storage.put(entryOf(3, { endpoint, record: recordOf(3, 'other') }));
    const { open } = setUpSigning({ storage, endpoint }, new ScriptedTransport(retry, retry, retry));
    const later = open();
    later.subscribe(asker);
    await later.ready;
    const { unsent, others } = later.getState(asker);
    assert.deepEqual([idsOf(unsent), idsOf(others)], [[1], [3]]);
  });

  it('is listed and not shown when it has waited for more than thirty days', async () => {
    const storage = createMemoryStorage();
    const endpoint = 'https://receiver.example/old';
    await storage.put(entryOf(1, { endpoint, addedAt: Date.parse('2026-10-01T12:00:00Z') }));
    const { signing, client } = await setUp({ storage, endpoint });
    assert.equal(nameOf(signing, client), 'drafting');
    assert.deepEqual(idsOf(signing.getState(client).unsent), [1]);
  });

  it('was refused is forgotten, and the rest kept, in a page that sends its records itself', async () => {
    const storage = createMemoryStorage();
    await storage.put(entryOf(1, { state: 'refused' }));
    await storage.put(entryOf(2));
    const { signing, client } = await setUp({ storage, endpoint: '' }, retry);
    assert.deepEqual(idsOf(await storage.list('')), [2]);
    assert.equal(nameOf(signing, client), 'pending');
    await storage.put(entryOf(3, { endpoint: 'https://receiver.example/', state: 'refused' }));
    const elsewhere = await setUp({ storage, endpoint: 'https://receiver.example/' });
    assert.equal(nameOf(elsewhere.signing, elsewhere.client), 'refused');
  });

  it('says of each signature its own reason', async () => {
    const storage = createMemoryStorage();
    const endpoint = 'https://receiver.example/two';
    await storage.put(entryOf(1, { endpoint, reason: 'sign-in' }));
    await storage.put(entryOf(2, { endpoint, record: recordOf(2, 'other'), reason: 'not-confirmed' }));
    const { signing, client } = await setUp({ storage, endpoint }, signIn, notConfirmed);
    const other = new Asker({ charter: { id: 'other', version: '1' } });
    signing.subscribe(other);
    const reasons = [client, other].map((each) => {
      const { signature } = signing.getState(each);
      return signature.name === 'pending' && signature.reason;
    });
    assert.deepEqual(reasons, ['sign-in', 'not-confirmed']);
  });
});

describe('what a shared device keeps', () => {
  it('is sent for whoever is here, who is told nothing of it', async () => {
    const device = createMemoryStorage();
    const endpoint = 'https://receiver.example/shared';
    const sealed = { jwe: 'of an earlier visit', charter: recordOf(1).charter };
    await device.put(entryOf(1, { endpoint, record: undefined, sealed, nextTryAt: 0 }));
    const storage = createSealedStorage(device, () => Promise.resolve(undefined));
    const { client, transport, warnings } = await setUp({ storage, endpoint, isShared: true });
    await transport.attempts(1);
    await settledPromises();
    assert.deepEqual([await device.list(endpoint), client.facts, warnings], [[], [], []]);
  });

  it('is shown by no other element once its signer has left it', async () => {
    const answer = deferred<Answer>();
    const { signing, client, transport } = await setUp({ isShared: true }, answer.promise);
    const done = signing.sign(recordOf(1), client);
    await transport.attempts(1);
    await signing.leave(client);
    const next = new Asker();
    signing.subscribe(next);
    assert.deepEqual([nameOf(signing, client), nameOf(signing, next)], ['drafting', 'drafting']);
    answer.resolve(recorded);
    await done;
  });
});

describe('what another tab sends', () => {
  it('is shown here, and announced there alone', async () => {
    const name = crypto.randomUUID();
    const { signing, client, open } = await setUp({ channel: new BroadcastChannel(name) }, retry, recorded);
    await signing.sign(recordOf(1), client);
    const elsewhere = open({ channel: new BroadcastChannel(name) });
    const other = new Asker();
    elsewhere.subscribe(other);
    await elsewhere.ready;
    await elsewhere.retry(other);
    while (nameOf(signing, client) !== 'signed') await settledPromises();
    assert.deepEqual(client.heard, ['pending 1']);
    assert.equal(client.seen.at(-1), 'signed');
    assert.deepEqual(other.heard, ['signed 1']);
    signing.close();
    elsewhere.close();
  });

  it('is asked for again where it vanished, but not by a page that is left meanwhile', async () => {
    const { signing, client, storage, clock, transport } = await setUp({}, retry);
    await signing.sign(recordOf(1), client);
    assert.equal(clock.waits.includes(5_000), false);
    await storage.delete(recordOf(1).id);
    await signing.retry(client);
    assert.equal(clock.waits.includes(5_000), true);
    signing.close();
    clock.advance(5_000);
    await settledPromises();
    assert.equal(transport.sent.length, 1);
  });
});
