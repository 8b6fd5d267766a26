import assert from 'node:assert/strict';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { heldIds, ids, nextNews, record, setUp } from './support/outboxes.ts';
import { ScriptedTransport, recorded, retry } from './support/scripted-transport.ts';

/** An outbox that holds a record, whose device does not let go of it; and what another tab says about it. */
async function told(test: TestContext, answer: object) {
  const name = crypto.randomUUID();
  const transport = new ScriptedTransport(retry, recorded);
  const context = setUp({ channel: new BroadcastChannel(name) }, transport);
  const { outbox, endpoint } = context;
  const [other, third] = [new BroadcastChannel(name), new BroadcastChannel(name)];
  // Open channels would keep the file from ending where a test fails.
  test.after(() => [outbox, other, third].forEach((each) => each.close()));
  await outbox.add(record(1));
  await outbox.flush({ now: true });
  const news = nextNews(outbox);
  const heard = once(third, 'message');
  other.postMessage({ endpoint, id: record(1).id, answer });
  // An outbox that does not listen tells nothing: what it has to say, it says in the turns after the others heard.
  const silence = heard.then(turns).then(() => 'silence' as const);
  assert.notEqual(await Promise.race([news, silence]), 'silence', 'the outbox does not tell what it heard');
  return { ...context, transport };
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await setImmediate();
}

describe('what another tab says is over, where the device hands it out once more', () => {
  for (const answer of [{ kind: 'recorded' }, { kind: 'withdrawn' }])
    it(`is held and sent no more: ${answer.kind}`, async (test) => {
      const { outbox, storage, endpoint, transport } = await told(test, answer);
      assert.equal((await storage.list(endpoint)).length, 1);
      assert.deepEqual(heldIds(outbox), []);
      await outbox.flush({ now: true });
      await outbox.load();
      assert.deepEqual([heldIds(outbox), transport.sent.length], [[], 1]);
    });

  it('is sent where it is signed or sent again', async (test) => {
    const { outbox, transport } = await told(test, { kind: 'withdrawn' });
    await outbox.add(record(1));
    assert.deepEqual(heldIds(outbox), ids(1));
    await outbox.flush({ now: true });
    assert.equal(transport.sent.length, 2);
  });

  it('goes on where the other tab has only tried', async (test) => {
    const problem = { type: 'about:blank', status: 503 };
    const { outbox, transport } = await told(test, { kind: 'pending', reason: 'no-answer', problem });
    assert.deepEqual(heldIds(outbox), ids(1));
    await outbox.flush({ now: true });
    assert.equal(transport.sent.length, 2);
  });
});
