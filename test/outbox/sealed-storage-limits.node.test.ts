import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMemoryStorage, createSealedStorage } from '../../src/outbox/index.ts';
import type { OutboxEntry, OutboxStorage } from '../../src/outbox/index.ts';
import { record } from './support/outboxes.ts';

const entryOf = (number: number, changes: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id: record(number).id,
  endpoint: 'https://receiver.example/',
  record: record(number),
  addedAt: 10 - number,
  attempts: 0,
  nextTryAt: 0,
  ...changes,
});
const idsOf = (entries: readonly OutboxEntry[]) => entries.map(({ id }) => Number(id.slice(-12)));

/** A storage over a device; what is signed while it cannot encrypt stays in the page. */
function setUp(changes: Partial<OutboxStorage> = {}) {
  const device: OutboxStorage = { ...createMemoryStorage(), isDurable: true, ...changes };
  const state = { canSeal: true };
  const storage = createSealedStorage(device, ({ id, charter }) =>
    Promise.resolve(state.canSeal ? { jwe: `sealed ${id}`, charter } : undefined),
  );
  return { device, storage, state };
}

describe('what is kept encrypted on a shared device', () => {
  it('is listed with what is only in this page, oldest first, and can be read here', async () => {
    const { device, storage, state } = setUp();
    await storage.put(entryOf(1));
    state.canSeal = false;
    await storage.put(entryOf(2));
    for (const listed of [await storage.listAll!(), await storage.list('https://receiver.example/')]) {
      assert.deepEqual(idsOf(listed), [2, 1]);
      assert.deepEqual(
        listed.map((entry) => entry.record?.id),
        [record(2).id, record(1).id],
      );
    }
    assert.deepEqual(idsOf(await device.listAll!()), [1]);
    assert.equal(storage.isDurable, true);
    assert.equal(setUp({ isDurable: false }).storage.isDurable, false);
  });

  it('can do what its device can', () => {
    const { listAll: _, update: __, get: ___, ...least } = createMemoryStorage();
    const storage = createSealedStorage(least, () => Promise.resolve(undefined));
    assert.deepEqual([storage.listAll, storage.update, storage.get], [undefined, undefined, undefined]);
    const whole = setUp().storage;
    assert.ok(whole.listAll && whole.update && whole.get);
  });

  it('is updated there while it is there, and nowhere once it is gone', async () => {
    const { device, storage } = setUp();
    await storage.put(entryOf(1));
    assert.equal(await storage.update!(entryOf(1, { attempts: 1 })), true);
    const [kept] = await device.listAll!();
    assert.deepEqual([kept?.attempts, kept?.record], [1, undefined]);
    await device.delete(record(1).id);
    assert.equal(await storage.update!(entryOf(1, { attempts: 2 })), false);
    assert.deepEqual(await device.listAll!(), []);
  });

  it('is updated in the page alone while it cannot be encrypted, and moves to the device once it can', async () => {
    const { device, storage, state } = setUp();
    state.canSeal = false;
    await storage.put(entryOf(1));
    assert.equal(await storage.update!(entryOf(1, { attempts: 1 })), true);
    assert.deepEqual(await device.listAll!(), []);
    assert.equal((await storage.get!(record(1).id))?.attempts, 1);
    // One that the page does not hold, and that cannot be encrypted, is gone.
    assert.equal(await storage.update!(entryOf(2)), false);
    state.canSeal = true;
    assert.equal(await storage.update!(entryOf(1, { attempts: 2 })), true);
    assert.deepEqual(idsOf(await device.listAll!()), [1]);
    assert.deepEqual(idsOf(await storage.listAll!()), [1]);
  });

  it('is forgotten with what it says', async () => {
    const { storage } = setUp();
    await storage.put(entryOf(1));
    await storage.delete(record(1).id);
    assert.deepEqual(await storage.listAll!(), []);
    const sealed = { jwe: 'of an earlier visit', charter: record(1).charter };
    await storage.put(entryOf(1, { record: undefined, sealed }));
    assert.equal((await storage.get!(record(1).id))?.record, undefined);
  });
});
