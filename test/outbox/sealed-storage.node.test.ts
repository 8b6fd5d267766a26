import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMemoryStorage, createSealedStorage } from '../../src/outbox/index.ts';
import type { Answer, OutboxEntry } from '../../src/outbox/index.ts';
import type { SignatureRecord } from '../../src/signature/index.ts';
import { heldIds, ids, newEndpoint, nextNews, record, setUp } from './support/outboxes.ts';
import { ScriptedTransport, deferred, recorded, retry } from './support/scripted-transport.ts';

/** Stands for the encryption, which has tests of its own. */
const seal = ({ id, charter }: SignatureRecord) => Promise.resolve({ jwe: `sealed ${id}`, charter });
const sealNothing = () => Promise.resolve(undefined);

function setUpSealed(
  device = createMemoryStorage(),
  transport = new ScriptedTransport(),
  how: typeof seal | typeof sealNothing = seal,
) {
  const endpoint = newEndpoint();
  const open = () => setUp({ endpoint, storage: createSealedStorage(device, how) }, transport);
  return { ...open(), open, device, stored: () => device.list(endpoint) };
}

describe('an outbox of a shared device', () => {
  it('gives one entry as it lists it, encrypted or not', async () => {
    for (const how of [seal, sealNothing]) {
      const { outbox, storage, endpoint } = setUpSealed(undefined, undefined, how);
      await outbox.add(record(1));
      const [entry] = await storage.list(endpoint);
      assert.deepEqual(entry!.record, record(1));
      assert.deepEqual(await storage.get!(record(1).id), entry);
      assert.equal(await storage.get!('never there'), undefined);
    }
  });

  it('keeps only the encrypted record on the device', async () => {
    const { outbox, stored } = setUpSealed();
    await outbox.add(record(1));
    const [entry] = await stored();
    assert.equal(entry!.record, undefined);
    assert.equal(entry!.sealed!.jwe, `sealed ${record(1).id}`);
    assert.doesNotMatch(JSON.stringify(entry), /Personne/);
  });

  it('reads it itself, and sends it as it was signed', async () => {
    const sent: OutboxEntry[] = [];
    const endpoint = newEndpoint();
    const { outbox } = setUp({
      endpoint,
      storage: createSealedStorage(createMemoryStorage(), seal),
      transport: (entry) => {
        sent.push(entry);
        return Promise.resolve(recorded);
      },
    });
    await outbox.add(record(1));
    await outbox.flush();
    assert.deepEqual(sent[0]!.record, record(1));
    assert.deepEqual(heldIds(outbox), []);
  });

  it('leaves what an answer said of it out of the device', async () => {
    const quoting = {
      kind: 'pending',
      reason: 'no-answer',
      problem: { type: 'about:blank', status: 503, detail: 'Personne 1' },
    } as const;
    const { outbox, stored } = setUpSealed(undefined, new ScriptedTransport(quoting));
    await outbox.add(record(1));
    await outbox.flush();
    const [entry] = await stored();
    assert.equal(entry!.attempts, 1);
    assert.doesNotMatch(JSON.stringify(entry), /Personne/);
  });

  it('is sent by a later visit that cannot read it', async () => {
    const first = setUpSealed(undefined, new ScriptedTransport(retry));
    await first.outbox.add(record(1));
    await first.outbox.flush();
    first.outbox.close();
    const { outbox, transport } = first.open();
    await outbox.load();
    assert.equal(outbox.getState().entries[0]!.record, undefined);
    await outbox.flush({ now: true });
    assert.deepEqual(transport.sent, ids(1, 1));
    assert.deepEqual(await first.stored(), []);
  });

  it('tells other tabs of an answer without the record', async () => {
    const name = crypto.randomUUID();
    const device = createMemoryStorage();
    const endpoint = newEndpoint();
    const answer = deferred<Answer>();
    const open = () =>
      setUp(
        { endpoint, storage: createSealedStorage(device, seal), channel: new BroadcastChannel(name) },
        new ScriptedTransport(answer.promise),
      );
    const [here, elsewhere] = [open(), open()];
    await here.outbox.add(record(1));
    const flushed = here.outbox.flush();
    await here.transport.attempts(1);
    const news = nextNews(elsewhere.outbox);
    answer.resolve(retry);
    await flushed;
    assert.equal((await news).entry.record, undefined);
    here.outbox.close();
    elsewhere.outbox.close();
  });

  it('keeps in memory what cannot be encrypted, and forgets it with the page', async () => {
    const { outbox, stored, open } = setUpSealed(undefined, new ScriptedTransport(retry), sealNothing);
    await outbox.add(record(1));
    await outbox.flush();
    assert.deepEqual(heldIds(outbox), ids(1));
    assert.deepEqual(await stored(), []);
    const later = open();
    await later.outbox.load();
    assert.deepEqual(heldIds(later.outbox), []);
    await outbox.remove(record(1).id);
    assert.deepEqual(heldIds(outbox), []);
  });
});
