import { expect } from '@open-wc/testing';
import { createFallbackStorage, createLock, createOutbox, readRetryAfter } from '../../src/outbox/index.ts';
import type { Answer, OutboxEntry } from '../../src/outbox/index.ts';
import type { SignatureRecord } from '../../src/signature/index.ts';
import { deleteDatabase, readStore } from './support/database.ts';
import { closeTabs, openTab } from './support/open-tab.ts';
import { heldIds, newEndpoint, record, setUp } from './support/outboxes.ts';
import { now, retryAfterTable } from './support/retry-after.ts';
import { ScriptedTransport, deferred, recorded, retry } from './support/scripted-transport.ts';

afterEach(closeTabs);

/** A record that no other test has: ids are the key of the whole database. */
const newRecord = (): SignatureRecord => ({ ...record(1), id: crypto.randomUUID() });

const readEntry = async (id: string) =>
  (await readStore<OutboxEntry>('entries')).find((entry) => entry.id === id);

const setUpDurable = (transport?: ScriptedTransport) =>
  setUp({ storage: createFallbackStorage() }, transport);

describe('an outbox on this device', () => {
  it('has a record in the database before it is sent', async () => {
    const signed = newRecord();
    let written: OutboxEntry | undefined;
    const transport = new ScriptedTransport(async () => {
      written = await readEntry(signed.id);
      return recorded;
    });
    const { outbox, endpoint } = setUpDurable(transport);
    await outbox.add(signed);
    await outbox.flush();
    expect(written?.record).to.deep.equal(signed);
    expect(written?.endpoint).to.equal(endpoint);
  });

  it('has it in the database once it is added, without sending', async () => {
    const signed = newRecord();
    const { outbox } = setUpDurable();
    await outbox.add(signed);
    expect((await readEntry(signed.id))?.record).to.deep.equal(signed);
    expect(outbox.getState().isDurable).to.equal(true);
  });

  it('removes it once the endpoint recorded it', async () => {
    const signed = newRecord();
    const { outbox } = setUpDurable();
    await outbox.add(signed);
    await outbox.flush();
    expect(await readEntry(signed.id)).to.equal(undefined);
  });

  it('keeps what a failed attempt taught', async () => {
    const signed = newRecord();
    const { outbox, clock } = setUpDurable(new ScriptedTransport(retry));
    await outbox.add(signed);
    await outbox.flush();
    const entry = await readEntry(signed.id);
    expect(entry?.attempts).to.equal(1);
    expect(entry?.nextTryAt).to.equal(clock.now() + 1500);
    expect(entry?.problem).to.deep.equal({ type: 'about:blank', status: 503 });
  });

  it('loses nothing when its page dies in the middle of sending, and sends it at the next visit', async () => {
    const [signed, endpoint] = [newRecord(), newEndpoint()];
    const tab = await openTab();
    const silent = new ScriptedTransport(new Promise<Answer>(() => undefined));
    const dying = tab.outbox.createOutbox({
      endpoint,
      transport: silent.send,
      storage: tab.outbox.createDurableStorage(),
      lock: tab.outbox.createLock(),
    });
    await dying.add(signed);
    void dying.flush();
    await silent.attempts(1);
    tab.kill();

    const transport = new ScriptedTransport();
    const { outbox } = setUp({ endpoint, storage: createFallbackStorage() }, transport);
    await outbox.load();
    expect(heldIds(outbox)).to.deep.equal([signed.id]);
    await outbox.flush({ now: true });
    expect(transport.sent).to.deep.equal([signed.id]);
  });

  it('says that its record is gone when the database is deleted in the middle, and goes on', async () => {
    const answer = deferred<Answer>();
    const transport = new ScriptedTransport(answer.promise);
    const { outbox } = setUpDurable(transport);
    const [lost, kept] = [newRecord(), newRecord()];
    await outbox.add(lost);
    const flushed = outbox.flush();
    await transport.attempts(1);
    await deleteDatabase();
    let changes = 0;
    outbox.subscribe((news) => {
      if (!news) changes++;
    });
    answer.resolve(retry);
    await flushed;
    // Who shows it keeps it again.
    expect(changes).to.equal(1);
    expect(heldIds(outbox)).to.deep.equal([]);
    await outbox.add(kept);
    expect((await readEntry(kept.id))?.record).to.deep.equal(kept);
  });

  it('sends by a timer of the browser’s own clock', async () => {
    const signed = newRecord();
    const transport = new ScriptedTransport(retry);
    const outbox = createOutbox({
      endpoint: newEndpoint(),
      transport: transport.send,
      storage: createFallbackStorage(),
      lock: createLock(),
      random: () => 0,
    });
    await outbox.add(signed);
    await outbox.flush();
    await transport.attempts(2);
    expect(transport.sent).to.deep.equal([signed.id, signed.id]);
    outbox.close();
  });
});

describe('readRetryAfter', () => {
  for (const [header, wait] of retryAfterTable) {
    it(`${header === null ? 'none' : JSON.stringify(header)} is ${wait ?? 'nothing'}`, () => {
      expect(readRetryAfter(header, now)).to.equal(wait);
    });
  }
});
