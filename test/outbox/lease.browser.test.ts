import { expect } from '@open-wc/testing';
import { databaseName } from '../../src/outbox/database-name.ts';
import type { Answer } from '../../src/outbox/index.ts';
import { entry, readStore, settled } from './support/database.ts';
import {
  closeTabs,
  hideLocks,
  keep,
  lease,
  openOutbox,
  openTab,
  shortLease,
  until,
  watchLeases,
} from './support/open-tab.ts';
import type { Tab } from './support/open-tab.ts';
import { newEndpoint } from './support/outboxes.ts';
import { ScriptedTransport, deferred, recorded } from './support/scripted-transport.ts';

afterEach(closeTabs);

describe('a lease', () => {
  const openOne = () => openTab(hideLocks);
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
    'the database never answers': ({ window }) => {
      const open = window.indexedDB.open.bind(window.indexedDB);
      window.IDBFactory.prototype.open = () => {
        const request = open('that never answers');
        for (const type of ['success', 'error', 'upgradeneeded'])
          request.addEventListener(type, (event) => event.stopImmediatePropagation());
        return request;
      };
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
        storage: tab.outbox.createFallbackStorage(shortLease.duration),
        lock: tab.outbox.createLock(shortLease),
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
