import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { heldIds, ids, record, setUp } from './support/outboxes.ts';
import { ScriptedTransport, deferred, recorded, retry } from './support/scripted-transport.ts';
import type { Answer } from '../../src/outbox/index.ts';

describe('an outbox', () => {
  describe('while it is sending', () => {
    /** An outbox in the middle of its first attempt. */
    async function setUpSending(...script: Answer[]) {
      const answer = deferred<Answer>();
      const context = setUp({}, new ScriptedTransport(answer.promise, ...script));
      await context.outbox.add(record(1));
      context.clock.advance(1);
      const flushed = context.outbox.flush();
      await context.transport.attempts(1);
      return { ...context, answer, flushed };
    }

    it('sends each record once, however often it is asked', async () => {
      const { outbox, transport, answer, flushed } = await setUpSending();
      const others = [outbox.flush(), outbox.flush({ now: true }), outbox.flush()];
      answer.resolve(recorded);
      await Promise.all([flushed, ...others]);
      assert.deepEqual(transport.sent, ids(1));
    });

    it('keeps what is added, and sends it once when asked', async () => {
      const { outbox, transport, answer, flushed } = await setUpSending();
      await outbox.add(record(2));
      assert.deepEqual(heldIds(outbox), ids(1, 2));
      const other = outbox.flush();
      answer.resolve(recorded);
      await Promise.all([flushed, other]);
      assert.deepEqual(transport.sent, ids(1, 2));
      assert.equal(transport.busiest, 1);
    });

    it('does not lose what is added when the attempt fails', async () => {
      const { outbox, storage, endpoint, answer, flushed } = await setUpSending();
      await outbox.add(record(2));
      answer.resolve(retry);
      await flushed;
      assert.deepEqual(
        (await storage.list(endpoint)).map(({ id }) => id),
        ids(1, 2),
      );
    });

    it('does not bring back a record that is removed', async () => {
      const { outbox, storage, endpoint, answer, flushed } = await setUpSending();
      await outbox.remove(record(1).id);
      answer.resolve(retry);
      await flushed;
      assert.deepEqual(await storage.list(endpoint), []);
      assert.deepEqual(heldIds(outbox), []);
    });

    it('does not send the next record once it is closed', async () => {
      const { outbox, transport, answer, flushed, storage, endpoint } = await setUpSending();
      await outbox.add(record(2));
      let heard = 0;
      outbox.subscribe(() => heard++);
      outbox.close();
      answer.resolve(recorded);
      await flushed;
      assert.equal(heard, 0);
      assert.deepEqual(transport.sent, ids(1));
      assert.deepEqual(
        (await storage.list(endpoint)).map(({ id }) => id),
        ids(2),
      );
    });
  });

  describe('remove', () => {
    it('forgets a record and stops its timer', async () => {
      const { outbox, clock, storage, endpoint } = setUp({}, new ScriptedTransport(retry));
      await outbox.add(record(1));
      await outbox.flush();
      assert.equal(clock.waits.length, 1);
      await outbox.remove(record(1).id);
      assert.deepEqual(clock.waits, []);
      assert.deepEqual(await storage.list(endpoint), []);
    });

    it('leaves a record that is added again', async () => {
      const { outbox, transport } = setUp({}, new ScriptedTransport(retry));
      await outbox.add(record(1));
      await outbox.remove(record(1).id);
      await outbox.add(record(1));
      await outbox.flush();
      assert.deepEqual(transport.sent, ids(1));
      assert.deepEqual(
        outbox.getState().entries.map(({ id, attempts }) => [id, attempts]),
        [[record(1).id, 1]],
      );
    });
  });

  describe('close', () => {
    it('stops the timer and keeps what is stored', async () => {
      const { outbox, clock, storage, endpoint } = setUp({}, new ScriptedTransport(retry));
      await outbox.add(record(1));
      await outbox.flush();
      assert.equal(clock.waits.length, 1);
      outbox.close();
      assert.deepEqual(clock.waits, []);
      assert.equal((await storage.list(endpoint)).length, 1);
    });

    it('sends nothing afterwards, nor tells anything', async () => {
      const { outbox, transport, clock } = setUp();
      let heard = 0;
      await outbox.add(record(1));
      outbox.subscribe(() => heard++);
      outbox.close();
      await outbox.flush({ now: true });
      assert.deepEqual(transport.sent, []);
      assert.equal(heard, 0);
      assert.deepEqual(clock.waits, []);
    });
  });
});
