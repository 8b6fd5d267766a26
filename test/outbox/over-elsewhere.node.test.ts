import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { heldIds, ids, nextNews, record, setUp } from './support/outboxes.ts';
import { ScriptedTransport, recorded, retry } from './support/scripted-transport.ts';

/** An outbox that holds a record, whose device does not let go of it; and what another tab says about it. */
async function told(answer: object) {
  const name = crypto.randomUUID();
  const transport = new ScriptedTransport(retry, recorded);
  const context = setUp({ channel: new BroadcastChannel(name) }, transport);
  const { outbox, endpoint } = context;
  await outbox.add(record(1));
  await outbox.flush({ now: true });
  const other = new BroadcastChannel(name);
  const news = nextNews(outbox);
  other.postMessage({ endpoint, id: record(1).id, answer });
  await news;
  other.close();
  return { ...context, transport };
}

describe('what another tab says is over, where the device hands it out once more', () => {
  for (const answer of [{ kind: 'recorded' }, { kind: 'withdrawn' }])
    it(`is held and sent no more: ${answer.kind}`, async () => {
      const { outbox, storage, endpoint, transport } = await told(answer);
      assert.equal((await storage.list(endpoint)).length, 1);
      assert.deepEqual(heldIds(outbox), []);
      await outbox.flush({ now: true });
      await outbox.load();
      assert.deepEqual([heldIds(outbox), transport.sent.length], [[], 1]);
      outbox.close();
    });

  it('is sent where it is signed or sent again', async () => {
    const { outbox, transport } = await told({ kind: 'withdrawn' });
    await outbox.add(record(1));
    assert.deepEqual(heldIds(outbox), ids(1));
    await outbox.flush({ now: true });
    assert.equal(transport.sent.length, 2);
    outbox.close();
  });

  it('goes on where the other tab has only tried', async () => {
    const problem = { type: 'about:blank', status: 503 };
    const { outbox, transport } = await told({ kind: 'pending', reason: 'no-answer', problem });
    assert.deepEqual(heldIds(outbox), ids(1));
    await outbox.flush({ now: true });
    assert.equal(transport.sent.length, 2);
    outbox.close();
  });
});
