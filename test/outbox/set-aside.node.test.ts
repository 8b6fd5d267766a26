import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMemoryStorage, isOld } from '../../src/outbox/index.ts';
import type { Answer } from '../../src/outbox/index.ts';
import { heldIds, ids, record, setUp } from './support/outboxes.ts';
import { deferred, recorded, retry, signIn } from './support/scripted-transport.ts';
import { minute, flushed } from './support/flushed.ts';

describe('an outbox whose record has waited for more than 30 days', () => {
  const days = 24 * 60 * minute;
  async function afterDays(count: number) {
    const context = await flushed(retry);
    context.outbox.close();
    context.clock.advance(count * days);
    const later = setUp({ storage: context.storage, endpoint: context.endpoint, clock: context.clock });
    await later.outbox.load();
    return { ...later, clock: context.clock };
  }

  it('is not old before', async () => {
    const { outbox, clock, transport } = await afterDays(30);
    assert.equal(isOld(outbox.getState().entries[0]!, clock.now()), false);
    await outbox.flush();
    assert.equal(transport.sent.length, 1);
  });

  for (const [what, options] of [
    ['of itself', {}],
    ['when the network is back', { isAwake: true }],
    ['when the person sends what waits', { now: true }],
  ] as const) {
    it(`does not send it ${what}`, async () => {
      const { outbox, clock, transport } = await afterDays(31);
      assert.equal(isOld(outbox.getState().entries[0]!, clock.now()), true);
      assert.deepEqual(clock.waits, []);
      await outbox.flush(options);
      assert.deepEqual(transport.sent, []);
      assert.deepEqual(heldIds(outbox), ids(1));
    });
  }

  it('sends it when the person says so', async () => {
    const { outbox, transport } = await afterDays(400);
    await outbox.send(outbox.getState().entries[0]!);
    assert.deepEqual(transport.sent, ids(1));
    assert.deepEqual(heldIds(outbox), []);
  });

  it('asks again when that has come to nothing', async () => {
    const { outbox, transport, clock } = await afterDays(31);
    transport.script(retry);
    await outbox.send(outbox.getState().entries[0]!);
    clock.advance(days);
    await outbox.flush();
    assert.deepEqual(transport.sent, ids(1));
  });
});

describe('an outbox that is given a record of another address', () => {
  it('leaves it alone', async () => {
    const first = await flushed(retry);
    first.outbox.close();
    const { outbox, transport } = setUp({ storage: first.storage, clock: first.clock });
    await outbox.load();
    await outbox.flush({ now: true });
    assert.deepEqual(heldIds(outbox), []);
    assert.deepEqual(transport.sent, []);
  });

  it('sends it to its own address once the person says so', async () => {
    const first = await flushed(retry);
    first.outbox.close();
    const [left] = await first.storage.list(first.endpoint);
    const { outbox, transport, endpoint, storage } = setUp({ storage: first.storage, clock: first.clock });
    transport.script(retry);
    await outbox.load();
    await outbox.send(left!);
    assert.deepEqual(transport.sent, ids(1));
    assert.deepEqual(heldIds(outbox), ids(1));
    assert.deepEqual(await storage.list(first.endpoint), []);
    assert.equal((await storage.list(endpoint))[0]?.endpoint, endpoint);
    await outbox.flush({ now: true });
    assert.deepEqual(await storage.list(endpoint), []);
  });
});

describe('an outbox that is asked to send now while it sends what is due', () => {
  async function setUpSending(first: Answer) {
    const context = await flushed(first);
    const answer = deferred<Answer>();
    context.transport.script(answer.promise);
    await context.outbox.add(record(2));
    return { ...context, answer };
  }

  it('then sends what waited for signing in', async () => {
    const { outbox, transport, answer } = await setUpSending(signIn);
    const due = outbox.flush();
    await transport.attempts(2);
    const forced = outbox.flush({ now: true });
    answer.resolve(recorded);
    await Promise.all([due, forced]);
    assert.deepEqual(transport.sent, ids(1, 2, 1));
    assert.deepEqual(heldIds(outbox), []);
  });

  it('tries once more, for all who asked meanwhile together', async () => {
    const { outbox, transport, answer } = await setUpSending(recorded);
    const flushes = [outbox.flush({ now: true })];
    await transport.attempts(2);
    transport.script(retry);
    flushes.push(outbox.flush(), outbox.flush({ now: true }), outbox.flush(), outbox.flush({ now: true }));
    answer.resolve(retry);
    await Promise.all(flushes);
    assert.deepEqual(transport.sent, ids(1, 2, 2));
  });

  it('sends what waited for signing in also when what is due was asked for before', async () => {
    const { outbox, transport, answer, clock } = await setUpSending(signIn);
    const flushes = [outbox.flush()];
    await transport.attempts(2);
    await outbox.add(record(3));
    flushes.push(outbox.flush(), outbox.flush({ now: true }));
    answer.resolve(recorded);
    await Promise.all(flushes);
    assert.deepEqual(transport.sent, ids(1, 2, 1, 3));
    assert.deepEqual(clock.waits, []);
  });

  it('sends it also when what is due was asked for after', async () => {
    const { outbox, transport, answer } = await setUpSending(signIn);
    const flushes = [outbox.flush()];
    await transport.attempts(2);
    flushes.push(outbox.flush({ now: true }), outbox.flush());
    answer.resolve(recorded);
    await Promise.all(flushes);
    assert.deepEqual(transport.sent, ids(1, 2, 1));
  });

  it('does so once: the next pass sends what is due only', async () => {
    const { outbox, transport } = await flushed(signIn, signIn);
    await outbox.flush({ now: true });
    await outbox.flush();
    assert.deepEqual(transport.sent, ids(1, 1));
  });

  it('goes on after a pass that broke', async () => {
    const storage = createMemoryStorage();
    const { outbox, transport } = setUp({ storage });
    await outbox.add(record(1));
    const list = storage.list;
    storage.list = () => {
      storage.list = list;
      return Promise.reject(new Error('broken'));
    };
    const broken = outbox.flush();
    const next = outbox.flush();
    await assert.rejects(broken, /broken/);
    await next;
    assert.deepEqual(transport.sent, ids(1));
  });
});
