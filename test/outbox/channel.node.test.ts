import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { createMemoryStorage } from '../../src/outbox/index.ts';
import { FakeClock } from './support/fake-clock.ts';
import { heldIds, ids, newEndpoint, nextNews, record, setUp } from './support/outboxes.ts';
import { ScriptedTransport, deferred, recorded, retry } from './support/scripted-transport.ts';
import type { Answer, Outbox } from '../../src/outbox/index.ts';

describe('two outboxes that share storage and a channel', () => {
  const opened: Outbox[] = [];
  afterEach(() => opened.splice(0).forEach((outbox) => outbox.close()));

  function setUpTwo(...script: ConstructorParameters<typeof ScriptedTransport>) {
    const name = crypto.randomUUID();
    const shared = { storage: createMemoryStorage(), endpoint: newEndpoint(), clock: new FakeClock() };
    const open = () =>
      setUp({ ...shared, channel: new BroadcastChannel(name) }, new ScriptedTransport(...script));
    const [here, elsewhere] = [open(), open()];
    opened.push(here.outbox, elsewhere.outbox);
    return { here, elsewhere, name, clock: shared.clock };
  }

  it('tell each other what became of a record', async () => {
    const { here, elsewhere } = setUpTwo();
    await here.outbox.add(record(1));
    await elsewhere.outbox.load();
    const news = nextNews(elsewhere.outbox);
    await here.outbox.flush();
    const { entry, answer, isFromElsewhere } = await news;
    assert.deepEqual(entry.record, record(1));
    assert.equal(answer.kind, 'recorded');
    assert.equal(isFromElsewhere, true);
    assert.deepEqual(heldIds(elsewhere.outbox), []);
  });

  it('know by then what is held', async () => {
    const { here, elsewhere } = setUpTwo(retry);
    await here.outbox.add(record(1));
    const news = nextNews(elsewhere.outbox);
    await here.outbox.flush();
    assert.equal((await news).entry.attempts, 1);
    assert.deepEqual(heldIds(elsewhere.outbox), ids(1));
  });

  it('take over the next attempt when the other one is gone', async () => {
    const { here, elsewhere, clock } = setUpTwo(retry);
    await here.outbox.add(record(1));
    let news = nextNews(elsewhere.outbox);
    await here.outbox.flush();
    await news;
    here.outbox.close();
    assert.deepEqual(clock.waits, [1500]);
    news = nextNews(elsewhere.outbox);
    clock.advance(1500);
    await news;
    assert.deepEqual(elsewhere.transport.sent, ids(1));
  });

  it('tell each other also when one is closed in the middle of sending', async () => {
    const { here, elsewhere } = setUpTwo();
    const answer = deferred<Answer>();
    here.transport.script(answer.promise);
    await here.outbox.add(record(1));
    await elsewhere.outbox.load();
    const news = nextNews(elsewhere.outbox);
    const flushed = here.outbox.flush();
    await here.transport.attempts(1);
    here.outbox.close();
    answer.resolve(recorded);
    await flushed;
    assert.equal((await news).answer.kind, 'recorded');
  });

  it('hear nothing of another endpoint', async () => {
    const { here, elsewhere, name } = setUpTwo();
    const foreign = setUp({ channel: new BroadcastChannel(name) });
    opened.push(foreign.outbox);
    const heard: string[] = [];
    elsewhere.outbox.subscribe((news) => news && heard.push(news.entry.endpoint));
    await foreign.outbox.add(record(1));
    await foreign.outbox.flush();
    await here.outbox.add(record(2));
    await elsewhere.outbox.load();
    const news = nextNews(elsewhere.outbox);
    await here.outbox.flush();
    await news;
    assert.deepEqual(heard, [here.endpoint]);
  });

  const { id } = record(1);
  for (const message of [
    null,
    undefined,
    5,
    'recorded',
    [],
    {},
    { endpoint: 5, id },
    { id },
    { endpoint: 'https://receiver.example/', id: null },
  ])
    it(`hear nothing in the message ${JSON.stringify(message)}`, async () => {
      const { here, elsewhere, name } = setUpTwo();
      const stranger = new BroadcastChannel(name);
      stranger.postMessage(message);
      await here.outbox.add(record(1));
      await elsewhere.outbox.load();
      const news = nextNews(elsewhere.outbox);
      await here.outbox.flush();
      assert.equal((await news).answer.kind, 'recorded');
      stranger.close();
    });

  for (const [answer, what] of [
    [{ kind: 'signed' }, 'a word of another version'],
    [{ kind: 'pending', reason: 'tired' }, 'a reason of another version'],
    ['recorded', 'a text'],
    [null, 'nothing'],
  ] as const)
    it(`read the record again, and believe nothing, where the answer told is ${what}`, async () => {
      const { here, elsewhere, name } = setUpTwo();
      const heard: unknown[] = [];
      await here.outbox.add(record(1));
      await elsewhere.outbox.load();
      elsewhere.outbox.subscribe((news) => news && heard.push(news.answer));
      const changed = new Promise<void>((resolve) => elsewhere.outbox.subscribe(() => resolve()));
      const stranger = new BroadcastChannel(name);
      stranger.postMessage({ endpoint: here.endpoint, id, answer });
      await changed;
      assert.deepEqual(heard, []);
      assert.deepEqual(heldIds(elsewhere.outbox), ids(1));
      stranger.close();
    });

  it('read a malformed problem as one that says nothing', async () => {
    const { here, elsewhere, name } = setUpTwo();
    await here.outbox.add(record(1));
    await elsewhere.outbox.load();
    const news = nextNews(elsewhere.outbox);
    const stranger = new BroadcastChannel(name);
    const problem = { type: 5, status: 'x', errors: { length: 2 }, detail: { toString: 1 } };
    stranger.postMessage({ endpoint: here.endpoint, id, answer: { kind: 'refused', problem } });
    assert.deepEqual((await news).answer, {
      kind: 'refused',
      problem: { type: 'about:blank', status: 0 },
    });
    stranger.close();
  });

  it('know what came of a record though they read all the news after it was sent', async () => {
    const late: unknown[] = [];
    const channelInto = (messages: unknown[]) => ({
      postMessage: (message: unknown) => void messages.push(structuredClone(message)),
      addEventListener: () => undefined,
      close: () => undefined,
    });
    let deliver!: (event: MessageEvent<unknown>) => void;
    const shared = { storage: createMemoryStorage(), endpoint: newEndpoint() };
    const here = setUp({ ...shared, channel: channelInto(late) }, new ScriptedTransport(retry, recorded));
    const elsewhere = setUp({
      ...shared,
      channel: {
        ...channelInto([]),
        addEventListener: (_type: string, listener: unknown) => {
          deliver = listener as typeof deliver;
        },
      },
    });
    opened.push(here.outbox, elsewhere.outbox);
    await here.outbox.add(record(1));
    await elsewhere.outbox.load();
    await here.outbox.flush();
    await here.outbox.flush({ now: true });
    const heard: (string | undefined)[] = [];
    elsewhere.outbox.subscribe((news) => heard.push(news?.answer.kind));
    for (const data of late) {
      const news = heard.length;
      deliver(new MessageEvent('message', { data }));
      while (heard.length === news) await Promise.resolve();
    }
    assert.deepEqual(heard, [undefined, 'pending', 'recorded']);
  });

  it('tell nothing of what was signed, nor by whom', async () => {
    const quoting: Answer = {
      kind: 'pending',
      reason: 'no-answer',
      problem: { type: 'about:blank', status: 503, title: 'Personne 1', detail: 'J’ai lu. Personne 1' },
    };
    const told: unknown[] = [];
    const channel = {
      postMessage: (message: unknown) => told.push(structuredClone(message)),
      addEventListener: () => undefined,
      close: () => undefined,
    };
    const transport = new ScriptedTransport(quoting, { ...quoting, kind: 'refused' }, recorded);
    const { outbox } = setUp({ channel }, transport);
    opened.push(outbox);
    await outbox.add(record(1));
    await outbox.flush();
    await outbox.flush({ now: true });
    await outbox.send(outbox.getState().entries[0]!);
    await outbox.remove(record(1).id);
    assert.equal(transport.sent.length, 3);
    assert.ok(told.length >= 4);
    assert.doesNotMatch(JSON.stringify(told), /Personne|lu\.|guide|signer|statements/);
  });
});
