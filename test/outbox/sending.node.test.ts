import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMemoryStorage } from '../../src/outbox/index.ts';
import type { OutboxNews } from '../../src/outbox/index.ts';
import { heldIds, ids, nextNews, record, setUp } from './support/outboxes.ts';
import {
  ScriptedTransport,
  deferred,
  recorded,
  refused,
  retry,
  withdrawn,
} from './support/scripted-transport.ts';
import type { Answer } from '../../src/outbox/index.ts';

/** An attempt under way, whose record another page has sent meanwhile. */
async function goneDuringAttempt() {
  const context = setUp();
  const answer = deferred<Answer>();
  context.transport.script(answer.promise);
  await context.outbox.add(record(1));
  const flushed = context.outbox.flush();
  await context.transport.attempts(1);
  await context.storage.delete(record(1).id);
  return { ...context, answer, flushed };
}

describe('an outbox', () => {
  it('keeps a record, and sends nothing of itself', async () => {
    const { outbox, storage, endpoint, transport } = setUp();
    await outbox.add(record(1));
    const [entry] = await storage.list(endpoint);
    assert.deepEqual(entry?.record, record(1));
    assert.equal(entry.attempts, 0);
    assert.deepEqual(heldIds(outbox), ids(1));
    assert.deepEqual(transport.sent, []);
  });

  it('has written a record before it sends it', async () => {
    const written: string[] = [];
    const { outbox, transport, storage, endpoint } = setUp();
    transport.script(async () => {
      written.push(...(await storage.list(endpoint)).map(({ id }) => id));
      return recorded;
    });
    await outbox.add(record(1));
    await outbox.flush();
    assert.deepEqual(written, ids(1));
  });

  it('adds nothing when the storage refuses, and says so', async () => {
    const storage = { ...createMemoryStorage(), put: () => Promise.reject(new Error('disk full')) };
    const { outbox, transport } = setUp({ storage });
    await assert.rejects(outbox.add(record(1)), /disk full/);
    await outbox.flush();
    assert.deepEqual(transport.sent, []);
  });

  it('removes what the endpoint recorded, and tells its receipt', async () => {
    const receipt = { id: record(1).id, receivedAt: '2026-11-23T12:00:01Z', recordDigest: 'sha256:0' };
    const { outbox, storage, endpoint } = setUp({}, new ScriptedTransport({ kind: 'recorded', receipt }));
    await outbox.add(record(1));
    const news = nextNews(outbox);
    await outbox.flush();
    const { entry, answer, isFromElsewhere } = await news;
    assert.deepEqual(entry.record, record(1));
    assert.deepEqual(answer, { kind: 'recorded', receipt });
    assert.equal(isFromElsewhere, false);
    assert.deepEqual(heldIds(outbox), []);
    assert.deepEqual(await storage.list(endpoint), []);
  });

  it('has removed it by the time it tells so', async () => {
    const { outbox } = setUp();
    await outbox.add(record(1));
    let held: string[] | undefined;
    outbox.subscribe((news) => news && (held = heldIds(outbox)));
    await outbox.flush();
    assert.deepEqual(held, []);
  });

  it('removes what the page withdrew', async () => {
    const { outbox, storage, endpoint } = setUp({}, new ScriptedTransport(withdrawn));
    await outbox.add(record(1));
    await outbox.flush();
    assert.deepEqual(await storage.list(endpoint), []);
  });

  it('sends records in the order of signing, one at a time', async () => {
    const { outbox, clock, transport } = setUp();
    for (const number of [3, 1, 2]) {
      await outbox.add(record(number));
      clock.advance(1);
    }
    await outbox.flush();
    assert.deepEqual(transport.sent, ids(3, 1, 2));
    assert.equal(transport.busiest, 1);
  });

  it('goes on with the others when one fails', async () => {
    const { outbox, transport } = setUp({}, new ScriptedTransport(retry, refused));
    for (const number of [1, 2, 3]) await outbox.add(record(number));
    await outbox.flush();
    assert.deepEqual(transport.sent, ids(1, 2, 3));
    assert.deepEqual(heldIds(outbox), ids(1, 2));
  });

  it('reads all that is kept once a pass, however many records there are', async () => {
    const memory = createMemoryStorage();
    let lists = 0;
    const list = (endpoint: string) => memory.list((lists++, endpoint));
    const { outbox, transport } = setUp({ storage: { ...memory, list } });
    await outbox.load();
    for (let number = 1; number <= 50; number++) await outbox.add(record(number));
    await outbox.flush();
    assert.equal(transport.sent.length, 50);
    assert.equal(lists, 2);
  });

  it('sends all the same from a storage that only lists', async () => {
    const { isDurable, list, put, delete: remove } = createMemoryStorage();
    const storage = { isDurable, list, put, delete: remove };
    const { outbox, transport } = setUp({ storage }, new ScriptedTransport(retry));
    for (const number of [1, 2, 3]) await outbox.add(record(number));
    await outbox.flush();
    assert.deepEqual(transport.sent, ids(1, 2, 3));
    assert.deepEqual(heldIds(outbox), ids(1));
    assert.equal(outbox.getState().entries[0]!.attempts, 1);
  });

  it('does not send what left the storage during the pass, and tells that it did', async () => {
    const answer = deferred<Answer>();
    const { outbox, storage, transport } = setUp({}, new ScriptedTransport(answer.promise));
    for (const number of [1, 2, 3]) await outbox.add(record(number));
    const held: string[][] = [];
    outbox.subscribe((news) => !news && held.push(heldIds(outbox)));
    const flushed = outbox.flush();
    await transport.attempts(1);
    await storage.delete(record(2).id);
    answer.resolve(recorded);
    await flushed;
    assert.deepEqual(transport.sent, ids(1, 3));
    assert.deepEqual(held, [ids(3)]);
  });

  it('does not bring back what left the storage during the attempt', async () => {
    const { outbox, storage, endpoint, answer, flushed } = await goneDuringAttempt();
    const heard: (OutboxNews | undefined)[] = [];
    outbox.subscribe((news) => heard.push(news));
    answer.resolve(retry);
    await flushed;
    assert.deepEqual(heard, [undefined]);
    assert.deepEqual(await storage.list(endpoint), []);
    assert.deepEqual(heldIds(outbox), []);
  });

  it('tells a refusal of what left the storage during the attempt, and does not bring it back', async () => {
    const { outbox, storage, endpoint, answer, flushed } = await goneDuringAttempt();
    const heard = nextNews(outbox);
    answer.resolve(refused);
    await flushed;
    assert.equal((await heard).answer.kind, 'refused');
    assert.deepEqual(await storage.list(endpoint), []);
  });

  it('sends only what is for its endpoint', async () => {
    const storage = createMemoryStorage();
    const [one, other] = [setUp({ storage }), setUp({ storage })];
    await one.outbox.add(record(1));
    await other.outbox.add(record(2));
    await one.outbox.flush();
    assert.deepEqual(one.transport.sent, ids(1));
    assert.deepEqual(heldIds(other.outbox), ids(2));
  });

  it('takes up what an earlier visit left', async () => {
    const earlier = setUp();
    await earlier.outbox.add(record(1));
    const { outbox, transport, clock } = setUp({ storage: earlier.storage, endpoint: earlier.endpoint });
    assert.deepEqual(heldIds(outbox), []);
    await outbox.load();
    assert.deepEqual(heldIds(outbox), ids(1));
    const news = nextNews(outbox);
    clock.advance(0);
    await news;
    assert.deepEqual(transport.sent, ids(1));
  });

  for (const thrown of [new Error('the network is down'), new TypeError('x is undefined')]) {
    it(`counts a transport that throws ${thrown.name} for no answer`, async () => {
      const { outbox } = setUp({}, new ScriptedTransport(thrown));
      await outbox.add(record(1));
      await outbox.flush();
      const [entry] = outbox.getState().entries;
      assert.deepEqual(entry?.problem, {
        type: 'urn:charter-elements:problem:no-answer',
        status: 0,
        detail: String(thrown),
      });
      assert.equal(entry.attempts, 1);
    });
  }

  it('says whether records survive the page', () => {
    assert.equal(setUp().outbox.getState().isDurable, false);
    const storage = { ...createMemoryStorage(), isDurable: true };
    assert.equal(setUp({ storage }).outbox.getState().isDurable, true);
  });

  it('tells each change, until it is asked not to', async () => {
    const { outbox } = setUp();
    const heard: (OutboxNews | undefined)[] = [];
    const stop = outbox.subscribe((news) => heard.push(news));
    await outbox.add(record(1));
    await outbox.flush();
    assert.deepEqual(
      heard.map((news) => news?.answer.kind),
      [undefined, 'recorded'],
    );
    stop();
    await outbox.add(record(2));
    assert.equal(heard.length, 2);
  });
});
