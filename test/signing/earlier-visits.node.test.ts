import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMemoryStorage, createSealedStorage } from '../../src/outbox/index.ts';
import type { Answer, OutboxEntry } from '../../src/outbox/index.ts';
import type { SignatureRecord } from '../../src/signature/index.ts';
import { ScriptedTransport, deferred, recorded, retry } from '../outbox/support/scripted-transport.ts';
import { Asker, idsOf, minute, nameOf, recordOf, setUpSigning, settledPromises } from './support/signings.ts';

describe('what waits from an earlier visit', () => {
  /** Keeps records of an earlier visit, then begins anew with an endpoint that is still down. */
  async function visit(records: readonly SignatureRecord[], client = new Asker()) {
    const transport = new ScriptedTransport(...Array.from({ length: 40 }, () => retry));
    const context = setUpSigning({}, transport);
    for (const record of records) {
      const asker = new Asker({ charter: record.charter });
      const release = context.signing.subscribe(asker);
      await context.signing.sign(record, asker);
      release();
    }
    context.signing.close();
    const signing = context.open();
    signing.subscribe(client);
    await signing.ready;
    await settledPromises();
    return { ...context, signing, client };
  }

  it('is shown to the same text', async () => {
    const { signing, client } = await visit([recordOf(1)]);
    assert.equal(nameOf(signing, client), 'pending');
  });

  it('is sent anew by a page that begins anew', async () => {
    const { signing, client, transport } = await visit([recordOf(1)]);
    await transport.attempts(2);
    assert.equal(transport.sent.length, 2);
    assert.equal(nameOf(signing, client), 'pending');
  });

  it('shows the last one, and lists the others', async () => {
    const { signing, client } = await visit([recordOf(1), recordOf(2), recordOf(3)]);
    const { signature, unsent } = signing.getState(client);
    assert.equal(signature.name === 'pending' && signature.record.id, recordOf(3).id);
    assert.deepEqual(idsOf(unsent), [1, 2]);
    assert.equal(client.counts.at(-1), 3);
  });

  for (const [what, record] of [
    ['text', recordOf(1, 'other')],
    ['version', recordOf(1, 'guide', '2')],
  ] as const) {
    it(`of another ${what} is not shown as this one’s, but listed`, async () => {
      const { signing, client } = await visit([record]);
      const { signature, unsent, others } = signing.getState(client);
      assert.deepEqual([signature.name, idsOf(unsent), idsOf(others)], ['drafting', [], [1]]);
      assert.deepEqual([client.facts, client.counts], [[], []]);
    });
  }

  it('of another person is not shown as this one’s nor sent, but listed', async () => {
    const client = new Asker({ signer: { name: 'Ali Benali' } });
    const { signing, transport } = await visit([recordOf(1)], client);
    const { signature, unsent, others } = signing.getState(client);
    assert.deepEqual([signature.name, idsOf(unsent), idsOf(others)], ['drafting', [], [1]]);
    await signing.retry(client);
    assert.equal(transport.sent.length, 1);
    client.signer = { name: 'Personne 1' };
    signing.refresh(client);
    assert.equal(nameOf(signing, client), 'pending');
    await signing.retry(client);
    assert.equal(transport.sent.length, 2);
  });

  it('of another address is not shown as this one’s nor sent, but listed, and can be sent', async () => {
    const earlier = await visit([recordOf(1)]);
    earlier.signing.close();
    const sentBefore = earlier.transport.sent.length;
    const transport = new ScriptedTransport();
    const { signing, endpoint } = setUpSigning({ storage: earlier.storage, clock: earlier.clock }, transport);
    const client = new Asker();
    signing.subscribe(client);
    await signing.ready;
    const { signature, unsent, others } = signing.getState(client);
    assert.deepEqual([signature.name, idsOf(unsent), idsOf(others)], ['drafting', [], [1]]);
    assert.equal(others[0]!.endpoint, earlier.endpoint);
    await signing.retry(client);
    assert.deepEqual([transport.sent, earlier.transport.sent.length], [[], sentBefore]);
    await signing.retry(client, others[0]);
    assert.deepEqual([transport.sent, client.heard], [[recordOf(1).id], ['signed 1']]);
    assert.deepEqual(signing.getState(client).others, []);
    assert.deepEqual(await earlier.storage.list(endpoint), []);
  });

  it('can be erased, and is gone', async () => {
    const { signing, client, storage, endpoint } = await visit([recordOf(1, 'other')]);
    await signing.erase(signing.getState(client).others[0]!);
    assert.deepEqual(signing.getState(client).others, []);
    assert.deepEqual(await storage.list(endpoint), []);
  });

  it('of two texts is told each to its own', async () => {
    const transport = new ScriptedTransport(retry, retry);
    const { signing } = setUpSigning({}, transport);
    const [one, two] = [new Asker(), new Asker({ charter: { id: 'other', version: '1' } })];
    signing.subscribe(one);
    signing.subscribe(two);
    await signing.sign(recordOf(1), one);
    await signing.sign(recordOf(2, 'other'), two);
    // The second one's flush sent the first again.
    await signing.retry(one);
    assert.deepEqual(one.heard.at(-1), 'signed 1');
    assert.deepEqual(two.heard.at(-1), 'signed 2');
    assert.ok(one.heard.every((fact) => fact.endsWith(' 1')));
    assert.ok(two.heard.every((fact) => fact.endsWith(' 2')));
  });

  it('is not shown to the next person of a shared device', async () => {
    const device = createMemoryStorage();
    const openSealed = () =>
      createSealedStorage(device, ({ id, charter }) => Promise.resolve({ jwe: `sealed ${id}`, charter }));
    const { signing, open } = setUpSigning(
      { storage: openSealed(), isShared: true },
      new ScriptedTransport(retry, retry),
    );
    const first = new Asker();
    signing.subscribe(first);
    await signing.sign(recordOf(1), first);
    signing.close();
    const next = open({ storage: openSealed() });
    const second = new Asker();
    next.subscribe(second);
    await next.ready;
    await settledPromises();
    const { signature, others } = next.getState(second);
    assert.deepEqual([signature.name, others], ['drafting', []]);
    assert.deepEqual(second.facts, []);
    assert.doesNotMatch(JSON.stringify(next.getState(second)), /Personne/);
  });

  it('of a shared device is shown, while it is on its way, by the element that takes the place of the one that signed', async () => {
    const answer = deferred<Answer>();
    const { signing, clock, transport } = setUpSigning(
      { isShared: true },
      new ScriptedTransport(answer.promise),
    );
    const [first, second, third] = [new Asker(), new Asker(), new Asker()];
    const leave = signing.subscribe(first);
    await signing.ready;
    const done = signing.sign(recordOf(1), first);
    await transport.attempts(1);
    leave();
    const leaveToo = signing.subscribe(second);
    assert.equal(nameOf(signing, second), 'sending');
    answer.resolve(recorded);
    await done;
    assert.equal(nameOf(signing, second), 'signed');
    leaveToo();
    clock.advance(minute);
    signing.subscribe(third);
    await settledPromises();
    assert.equal(nameOf(signing, third), 'drafting');
  });

  it('that waits on a shared device is shown by no other element, however soon it comes', async () => {
    const { signing } = setUpSigning({ isShared: true }, new ScriptedTransport(retry));
    const [first, second] = [new Asker(), new Asker()];
    const leave = signing.subscribe(first);
    await signing.ready;
    await signing.sign(recordOf(1), first);
    leave();
    signing.subscribe(second);
    assert.equal(nameOf(signing, second), 'drafting');
    assert.equal(signing.getState(second).unsent.length, 1);
  });

  it('is shown by the element that takes the place of the one that signed, though the device takes its time', async () => {
    const kept = deferred<undefined>();
    const storage = createMemoryStorage();
    const slow = { ...storage, put: (entry: OutboxEntry) => kept.promise.then(() => storage.put(entry)) };
    const { signing, clock } = setUpSigning({ storage: slow });
    const [first, second] = [new Asker(), new Asker()];
    const leave = signing.subscribe(first);
    await signing.ready;
    const done = signing.sign(recordOf(1), first);
    clock.advance(minute);
    leave();
    signing.subscribe(second);
    assert.equal(nameOf(signing, second), 'pending');
    kept.resolve(undefined);
    await done;
    assert.equal(nameOf(signing, second), 'signed');
    assert.deepEqual(second.heard, ['signed 1']);
  });
});
