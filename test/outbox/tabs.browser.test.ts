import { expect } from '@open-wc/testing';
import type { Outbox } from '../../src/outbox/index.ts';
import { databaseName } from '../../src/outbox/database-name.ts';
import { entry, readStore, settled } from './support/database.ts';
import { closeTabs, hideLocks, openTab } from './support/open-tab.ts';
import type { Tab } from './support/open-tab.ts';
import { newEndpoint, nextNews } from './support/outboxes.ts';
import { ScriptedTransport, deferred, recorded, retry } from './support/scripted-transport.ts';
import type { Answer, OutboxEntry } from '../../src/outbox/index.ts';

/** Long enough for a slow machine, asked after often. */
const lease = { duration: 8000, polling: 20 };
/** Over as soon as nobody renews it. */
const shortLease = { duration: 600, polling: 20 };

const kinds: Record<string, (() => Promise<Tab>) & { isLease?: boolean }> = {
  'Web Locks': () => openTab(),
  'a lease in IndexedDB': Object.assign(() => openTab(hideLocks), { isLease: true }),
};

afterEach(closeTabs);

function openOutbox(tab: Tab, endpoint: string, transport: ScriptedTransport, times = lease): Outbox {
  return tab.outbox.createOutbox({
    endpoint,
    transport: transport.send,
    storage: tab.outbox.createDurableStorage(),
    lock: tab.outbox.createLock(times),
    channel: new tab.window.BroadcastChannel(endpoint),
  });
}

async function keep(...entries: OutboxEntry[]): Promise<void> {
  const tab = await openTab();
  const storage = tab.outbox.createDurableStorage();
  for (const one of entries) await storage.put(one);
  tab.kill();
}

for (const [kind, openOne] of Object.entries(kinds)) {
  describe(`two tabs with one endpoint, under ${kind}`, () => {
    let endpoint: string;
    beforeEach(() => (endpoint = newEndpoint()));

    /** Two tabs that both know the entries kept, and one endpoint for both. */
    async function openTwo(transport: ScriptedTransport) {
      const tabs = [await openOne(), await openOne()];
      const outboxes = tabs.map((tab) => openOutbox(tab, endpoint, transport));
      for (const outbox of outboxes) await outbox.load();
      return { tabs, outboxes: outboxes as [Outbox, Outbox] };
    }

    it('never send one record twice at once', async () => {
      const answer = deferred<Answer>();
      const transport = new ScriptedTransport(answer.promise);
      await keep(entry(1, endpoint));
      const { outboxes } = await openTwo(transport);
      const flushes = outboxes.map((outbox) => outbox.flush({ now: true }));
      await transport.attempts(1);
      answer.resolve(recorded);
      await Promise.all(flushes);
      expect(transport.sent).to.deep.equal([entry(1, endpoint).record.id]);
      expect(outboxes.map((outbox) => outbox.getState().entries)).to.deep.equal([[], []]);
    });

    it('send each of many records once, in order and one at a time', async () => {
      const entries = Array.from({ length: 8 }, (_, index) => entry(index + 1, endpoint));
      const transport = new ScriptedTransport();
      await keep(...entries);
      const { outboxes } = await openTwo(transport);
      await Promise.all(outboxes.map((outbox) => outbox.flush()));
      expect(transport.sent).to.deep.equal(entries.map(({ record }) => record.id));
      expect(transport.busiest).to.equal(1);
    });

    it('do not try again at once, in one, what failed in the other', async () => {
      const transport = new ScriptedTransport(retry);
      await keep(entry(1, endpoint));
      const { outboxes } = await openTwo(transport);
      await Promise.all(outboxes.map((outbox) => outbox.flush()));
      expect(transport.sent).to.have.length(1);
    });

    it('hear what became of a record in the other', async () => {
      await keep(entry(1, endpoint));
      const { outboxes } = await openTwo(new ScriptedTransport());
      const [here, elsewhere] = outboxes;
      const news = nextNews(elsewhere);
      await here.flush();
      const { entry: told, answer, isFromElsewhere } = await news;
      expect([told.id, answer.kind, isFromElsewhere]).to.deep.equal([
        entry(1, endpoint).id,
        'recorded',
        true,
      ]);
      expect(elsewhere.getState().entries).to.deep.equal([]);
    });

    it('do not wait for each other with different endpoints', async () => {
      const other = newEndpoint();
      const answer = deferred<Answer>();
      const slow = new ScriptedTransport(answer.promise);
      await keep(entry(1, endpoint), entry(2, other));
      const [one, two] = [await openOne(), await openOne()];
      const busy = openOutbox(one, endpoint, slow).flush();
      await slow.attempts(1);
      const transport = new ScriptedTransport();
      await openOutbox(two, other, transport).flush();
      expect(transport.sent).to.have.length(1);
      answer.resolve(recorded);
      await busy;
    });

    it('take over from one that dies in the middle of sending', async () => {
      await keep(entry(1, endpoint));
      const [dying, living] = [await openOne(), await openOne()];
      const silent = new ScriptedTransport(new Promise<Answer>(() => undefined));
      void openOutbox(dying, endpoint, silent, shortLease).flush();
      await silent.attempts(1);
      const transport = new ScriptedTransport();
      const flushed = openOutbox(living, endpoint, transport, shortLease).flush();
      dying.kill();
      await flushed;
      expect(transport.sent).to.deep.equal(silent.sent);
    });

    it('leave nothing locked when a pass breaks', async () => {
      await keep(entry(1, endpoint));
      const tab = await openOne();
      const broken = tab.outbox.createOutbox({
        endpoint,
        transport: new ScriptedTransport().send,
        storage: { ...tab.outbox.createMemoryStorage(), list: () => Promise.reject(new Error('broken')) },
        lock: tab.outbox.createLock(lease),
      });
      const error: unknown = await broken.flush().catch((reason: unknown) => reason);
      expect(String(error)).to.equal('Error: broken');
      const transport = new ScriptedTransport();
      await openOutbox(await openOne(), endpoint, transport).flush();
      expect(transport.sent).to.have.length(1);
    });
  });
}

describe('a lease', () => {
  const openOne = kinds['a lease in IndexedDB']!;
  let endpoint: string;
  beforeEach(() => (endpoint = newEndpoint()));

  interface Lease {
    readonly name: string;
    readonly holder: string;
    readonly expiresAt: number;
  }
  const readLease = async () => (await readStore<Lease>('leases')).find(({ name }) => name === endpoint);

  /** An outbox in the middle of sending its one record. */
  async function setUpSending(times = lease) {
    const answer = deferred<Answer>();
    const transport = new ScriptedTransport(answer.promise);
    await keep(entry(1, endpoint));
    const tab = await openOne();
    const flushed = openOutbox(tab, endpoint, transport, times).flush();
    await transport.attempts(1);
    return { tab, transport, answer, flushed };
  }

  it('is in the database while records are sent, and no longer', async () => {
    const { answer, flushed } = await setUpSending();
    expect((await readLease())?.expiresAt).to.be.greaterThan(Date.now());
    answer.resolve(recorded);
    await flushed;
    expect(await readLease()).to.equal(undefined);
  });

  it('is renewed while an attempt takes longer than it lasts', async () => {
    const { answer, flushed } = await setUpSending(shortLease);
    const first = (await readLease())!;
    const transport = new ScriptedTransport();
    const other = openOutbox(await openOne(), endpoint, transport, shortLease).flush();
    await until(async () => (await readLease())!.expiresAt > first.expiresAt + shortLease.duration);
    expect((await readLease())?.holder).to.equal(first.holder);
    expect(transport.sent).to.deep.equal([]);
    answer.resolve(recorded);
    await Promise.all([flushed, other]);
    expect(transport.sent).to.deep.equal([]);
  });

  it('of a tab that died is taken once it has expired', async () => {
    const { tab } = await setUpSending();
    tab.kill();
    const { holder } = (await readLease())!;
    await writeLease({ name: endpoint, holder, expiresAt: Date.now() - 1 });
    const transport = new ScriptedTransport();
    await openOutbox(await openOne(), endpoint, transport).flush();
    expect(transport.sent).to.have.length(1);
  });

  it('of another tab is not taken before', async () => {
    await keep(entry(1, endpoint));
    await writeLease({ name: endpoint, holder: 'someone', expiresAt: Date.now() + lease.duration - 1000 });
    const tab = await openOne();
    const asked = watchLeases(tab, 3);
    const transport = new ScriptedTransport();
    const flushed = openOutbox(tab, endpoint, transport).flush();
    await asked;
    expect(transport.sent).to.deep.equal([]);
    await writeLease({ name: endpoint, holder: 'someone', expiresAt: 0 });
    await flushed;
    expect(transport.sent).to.have.length(1);
  });

  it('that lies further ahead than any lasts is of a clock that was put back, and is taken', async () => {
    await keep(entry(1, endpoint));
    await writeLease({ name: endpoint, holder: 'someone', expiresAt: Date.now() + 365 * 24 * 3_600_000 });
    const transport = new ScriptedTransport();
    await openOutbox(await openOne(), endpoint, transport).flush();
    expect(transport.sent).to.have.length(1);
  });

  it('is taken also when the handle of the database was closed', async () => {
    await keep(entry(1, endpoint));
    const tab = await openOne();
    const transport = new ScriptedTransport();
    const outbox = openOutbox(tab, endpoint, transport);
    (await tab.outbox.openDatabase()).close();
    await outbox.flush();
    expect(transport.sent).to.have.length(1);
  });

  it('does not break the sending when the handle is closed in the middle', async () => {
    const { tab, answer, flushed } = await setUpSending();
    (await tab.outbox.openDatabase()).close();
    answer.resolve(recorded);
    await flushed;
    expect(await readLease()).to.equal(undefined);
  });

  it('does not break the sending when the database is deleted in the middle', async () => {
    const { answer, flushed, transport } = await setUpSending();
    await settled(indexedDB.deleteDatabase(databaseName));
    answer.resolve(recorded);
    await flushed;
    expect(transport.sent).to.have.length(1);
  });

  const refusals: Record<string, (tab: Tab) => void> = {
    'the disk is full': ({ window }) => {
      window.IDBObjectStore.prototype.put = () => {
        throw new DOMException('The disk is full.', 'QuotaExceededError');
      };
    },
    'the browser refuses IndexedDB': ({ window }) => {
      Object.defineProperty(window, 'indexedDB', {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    },
  };
  for (const [what, refuse] of Object.entries(refusals)) {
    it(`is done without when ${what}: the record is sent from memory`, async () => {
      const tab = await openOne();
      refuse(tab);
      tab.window.console.warn = () => undefined;
      const transport = new ScriptedTransport();
      const outbox = tab.outbox.createOutbox({
        endpoint,
        transport: transport.send,
        storage: tab.outbox.createFallbackStorage(),
        lock: tab.outbox.createLock(lease),
      });
      const { record } = entry(1, endpoint);
      await outbox.add(record);
      await outbox.flush();
      expect(transport.sent).to.deep.equal([record.id]);
      expect(outbox.getState()).to.deep.equal({ entries: [], isDurable: false });
    });
  }

  async function writeLease(value: Lease): Promise<void> {
    const database = await settled(indexedDB.open(databaseName));
    await settled(database.transaction('leases', 'readwrite').objectStore('leases').put(value));
    database.close();
  }
});

describe('Web Locks', () => {
  it('are done without in a page that may not use them', async () => {
    const endpoint = newEndpoint();
    const tab = await openTab(({ navigator }) => {
      // Pages of an opaque origin, such as sandboxed frames.
      navigator.locks.request = () => Promise.reject(new DOMException('Not allowed.', 'SecurityError'));
    });
    const transport = new ScriptedTransport();
    await keep(entry(1, endpoint));
    await openOutbox(tab, endpoint, transport).flush();
    expect(transport.sent).to.have.length(1);
  });
});

/** Resolves once a tab has asked so often for its lease. */
function watchLeases({ window }: Tab, count: number): Promise<void> {
  return new Promise((resolve) => {
    const { get } = window.IDBObjectStore.prototype;
    window.IDBObjectStore.prototype.get = function (query) {
      if (this.name === 'leases' && --count === 0) resolve();
      return get.call(this, query);
    };
  });
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => requestAnimationFrame(resolve));
}
