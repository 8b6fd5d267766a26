import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { heldIds, ids, record, setUp } from './support/outboxes.ts';
import { ScriptedTransport, deferred, recorded, retry } from './support/scripted-transport.ts';
import type { Answer, OutboxEntry } from '../../src/outbox/index.ts';

/** An outbox on a computer that people share, with the records of two of them. */
async function setUpShared(transport = new ScriptedTransport()) {
  let present = record(1).signer.name;
  const isSendable = (entry: OutboxEntry) => entry.record?.signer.name === present;
  const context = setUp({ isSendable }, transport);
  await context.outbox.add(record(1));
  await context.outbox.add(record(2));
  return { ...context, signIn: (number: number) => (present = record(number).signer.name) };
}

describe('an outbox with the record of another person', () => {
  it('sends its own and keeps the other', async () => {
    const { outbox, transport } = await setUpShared();
    await outbox.flush();
    assert.deepEqual(transport.sent, ids(1));
    assert.deepEqual(heldIds(outbox), ids(2));
  });

  it('does not send the other even when the person asks', async () => {
    const { outbox, transport } = await setUpShared();
    await outbox.flush({ now: true });
    assert.deepEqual(transport.sent, ids(1));
  });

  it('sets no timer for the other', async () => {
    const { outbox, clock } = await setUpShared();
    await outbox.flush();
    assert.deepEqual(clock.waits, []);
  });

  it('sets one for its own', async () => {
    const { outbox, clock } = await setUpShared(new ScriptedTransport(retry));
    await outbox.flush();
    assert.deepEqual(clock.waits, [1500]);
  });

  it('sends the other once its person is there', async () => {
    const { outbox, transport, signIn } = await setUpShared();
    await outbox.flush();
    signIn(2);
    await outbox.flush();
    assert.deepEqual(transport.sent, ids(1, 2));
    assert.deepEqual(heldIds(outbox), []);
  });

  it('looks who is there before each record, not once a pass', async () => {
    const answer = deferred<Answer>();
    const { outbox, transport, signIn } = await setUpShared(new ScriptedTransport(answer.promise));
    const again = { ...record(3), signer: record(1).signer };
    await outbox.add(again);
    const flushed = outbox.flush();
    await transport.attempts(1);
    signIn(2);
    answer.resolve(recorded);
    await flushed;
    assert.deepEqual(transport.sent, ids(1, 2));
    assert.deepEqual(heldIds(outbox), [again.id]);
  });
});
