import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMemoryStorage } from '../../src/outbox/index.ts';
import type { Answer, OutboxEntry, OutboxNews } from '../../src/outbox/index.ts';
import { ids, record, setUp } from './support/outboxes.ts';
import {
  ScriptedTransport,
  deferred,
  notConfirmed,
  recorded,
  refused,
  retry,
} from './support/scripted-transport.ts';

/** An outbox, and all that it tells: a name for news, `look` for a change without any. */
function watch(...args: Parameters<typeof setUp>) {
  const context = setUp(...args);
  const told: string[] = [];
  const news: OutboxNews[] = [];
  context.outbox.subscribe((each) => {
    told.push(each ? each.answer.kind : 'look');
    if (each) news.push(each);
  });
  return { ...context, told, news };
}

/** The channel of another tab, and what it hears. */
function listen(name: string) {
  const channel = new BroadcastChannel(name);
  const heard: { id: string; answer?: Answer }[] = [];
  const waiting = new Set<() => void>();
  channel.addEventListener('message', ((event: MessageEvent<{ id: string; answer?: Answer }>) => {
    heard.push(event.data);
    for (const resolve of waiting) resolve();
  }) as EventListener);
  const until = async (count: number) => {
    while (heard.length < count) await new Promise<void>((resolve) => waiting.add(resolve));
  };
  return { channel, heard, until };
}

describe('a record that is taken back', () => {
  it('is told here and in other tabs, with what it was', async () => {
    const name = crypto.randomUUID();
    const { channel, heard, until } = listen(name);
    const { outbox, news, storage, endpoint } = watch({ channel: new BroadcastChannel(name) });
    await outbox.add(record(1));
    await outbox.remove(record(1).id);
    assert.deepEqual(await storage.list(endpoint), []);
    assert.equal(news.length, 1);
    assert.deepEqual(
      [news[0]?.entry.id, news[0]?.answer, news[0]?.isFromElsewhere],
      [record(1).id, { kind: 'withdrawn' }, false],
    );
    await until(2);
    assert.deepEqual(
      heard.map((message) => [message.id, message.answer?.kind]),
      [
        [record(1).id, undefined],
        [record(1).id, 'withdrawn'],
      ],
    );
    outbox.close();
    channel.close();
  });

  it('is no news where it was not there', async () => {
    const { outbox, told } = watch();
    await outbox.remove(record(1).id);
    assert.deepEqual(told, ['look']);
  });

  for (const [answer, kinds] of [
    [retry, ['withdrawn']],
    [recorded, ['withdrawn', 'recorded']],
  ] as const)
    it(`while it is sent, does not come back with “${answer.kind}”`, async () => {
      const given = deferred<Answer>();
      const { outbox, news, storage, endpoint, transport } = watch({}, new ScriptedTransport(given.promise));
      await outbox.add(record(1));
      const flushed = outbox.flush();
      await transport.attempts(1);
      await outbox.remove(record(1).id);
      given.resolve(answer);
      await flushed;
      assert.deepEqual(await storage.list(endpoint), []);
      assert.deepEqual(
        news.map((each) => each.answer.kind),
        kinds,
      );
    });
});

describe('what is told', () => {
  it('is that there is something to look at when it was read, added or came from another address', async () => {
    const { outbox, told, endpoint, storage } = watch({}, new ScriptedTransport(retry, retry));
    await outbox.load();
    assert.deepEqual(told, ['look']);
    await outbox.add(record(1));
    assert.deepEqual(told, ['look', 'look']);
    const [entry] = await storage.list(endpoint);
    await storage.delete(record(1).id);
    told.length = 0;
    await outbox.send({ ...entry!, id: record(2).id, record: record(2), endpoint: 'https://old.example/' });
    assert.deepEqual(told.slice(0, 1), ['look']);
    assert.equal(told.at(-1), 'pending');
  });

  it('is an answer, though the storage cannot say whether its record is still there', async () => {
    const { update: _, ...storage } = createMemoryStorage();
    const { outbox, news } = watch({ storage }, new ScriptedTransport(retry));
    await outbox.add(record(1));
    await outbox.flush();
    assert.deepEqual(
      news.map(({ answer }) => answer.kind),
      ['pending'],
    );
  });

  it('is that another tab has sent some, and lived not to tell', async () => {
    const { outbox, told, storage } = watch({}, new ScriptedTransport(retry, retry));
    for (const number of [1, 2]) await outbox.add(record(number));
    await outbox.flush();
    told.length = 0;
    await outbox.flush();
    assert.deepEqual(told, []);
    await storage.delete(record(1).id);
    await outbox.flush();
    assert.deepEqual(told, ['look']);
  });

  it('is what another tab says of a record that is no longer here', async () => {
    const name = crypto.randomUUID();
    const { channel } = listen(name);
    const { outbox, news, storage, endpoint } = watch(
      { channel: new BroadcastChannel(name) },
      new ScriptedTransport(retry),
    );
    await outbox.add(record(1));
    await storage.delete(record(1).id);
    await outbox.load();
    const heard = new Promise<void>((resolve) => outbox.subscribe((each) => each && resolve()));
    channel.postMessage({ endpoint, id: record(1).id, answer: { kind: 'recorded' } });
    await heard;
    assert.deepEqual([news[0]?.entry.id, news[0]?.isFromElsewhere], [record(1).id, true]);
    outbox.close();
    channel.close();
  });
});

describe('what is sent again', () => {
  it('because a person says so is sent as it is', async () => {
    const sent: OutboxEntry[] = [];
    const answers: Answer[] = [refused, recorded];
    const transport = (entry: OutboxEntry) => {
      sent.push(entry);
      return Promise.resolve(answers.shift()!);
    };
    const { outbox } = watch({ transport });
    await outbox.add(record(1));
    await outbox.flush();
    await outbox.send(outbox.getState().entries[0]!);
    assert.deepEqual(
      sent.map(({ state }) => state),
      ['pending', 'refused'],
    );
  });

  it('at once is not sent later because the network came back meanwhile', async () => {
    const given = deferred<Answer>();
    const { outbox, transport } = watch({}, new ScriptedTransport(given.promise, recorded));
    await outbox.add(record(1));
    const first = outbox.flush();
    await transport.attempts(1);
    const all = outbox.flush({ now: true });
    const awake = outbox.flush({ isAwake: true });
    given.resolve(notConfirmed);
    await Promise.all([first, all, awake]);
    assert.deepEqual(transport.sent, ids(1, 1));
  });
});

describe('an outbox that is closed', () => {
  it('closes its channel, and tells nothing more', async () => {
    const name = crypto.randomUUID();
    const channel = new BroadcastChannel(name);
    const { outbox, told } = watch({ channel });
    outbox.close();
    assert.throws(() => channel.postMessage(1));
    await outbox.add(record(1));
    assert.deepEqual(told, []);
  });

  it('still tells other tabs what came of an attempt under way', async () => {
    const name = crypto.randomUUID();
    const { channel, heard, until } = listen(name);
    const own = new BroadcastChannel(name);
    const given = deferred<Answer>();
    const { outbox, transport } = watch({ channel: own }, new ScriptedTransport(given.promise));
    await outbox.add(record(1));
    const flushed = outbox.flush();
    await transport.attempts(1);
    outbox.close();
    given.resolve(recorded);
    await flushed;
    await until(2);
    assert.equal(heard.at(-1)?.answer?.kind, 'recorded');
    await new Promise((resolve) => setImmediate(resolve));
    assert.throws(() => own.postMessage(1));
    channel.close();
  });
});
