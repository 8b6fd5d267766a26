import { expect } from '@open-wc/testing';
import { databaseName } from '../../src/outbox/database-name.ts';
import { createDurableStorage, createFallbackStorage, createMemoryStorage } from '../../src/outbox/index.ts';
import type { OutboxEntry, OutboxStorage } from '../../src/outbox/index.ts';
import { openDatabase } from '../../src/outbox/storage.ts';
import { deleteDatabase, entry, readStore, settled } from './support/database.ts';
import { closeTabs, openTab } from './support/open-tab.ts';
import { newEndpoint } from './support/outboxes.ts';

const storages: Record<string, () => OutboxStorage> = {
  'durable storage': createDurableStorage,
  'memory storage': createMemoryStorage,
  'fallback storage': createFallbackStorage,
};

afterEach(closeTabs);

for (const [what, create] of Object.entries(storages)) {
  describe(what, () => {
    it('lists the entries of an endpoint, oldest first', async () => {
      const [storage, endpoint] = [create(), newEndpoint()];
      for (const number of [3, 1, 2]) await storage.put(entry(number, endpoint));
      await storage.put(entry(4, newEndpoint()));
      const listed = await storage.list(endpoint);
      expect(listed).to.deep.equal([1, 2, 3].map((number) => entry(number, endpoint)));
    });

    it('gives one entry as it lists it, or none', async () => {
      const [storage, endpoint] = [create(), newEndpoint()];
      await storage.put(entry(1, endpoint));
      expect(await storage.get!(entry(1, endpoint).id)).to.deep.equal(entry(1, endpoint));
      expect(await storage.get!('never there')).to.equal(undefined);
    });

    it('lists the entries of every endpoint, oldest first', async () => {
      const [storage, here, elsewhere] = [create(), newEndpoint(), newEndpoint()];
      await storage.put(entry(2, here));
      await storage.put(entry(1, elsewhere));
      const listed = (await storage.listAll!()).filter(({ endpoint }) =>
        [here, elsewhere].includes(endpoint),
      );
      expect(listed).to.deep.equal([entry(1, elsewhere), entry(2, here)]);
    });

    it('replaces an entry', async () => {
      const [storage, endpoint] = [create(), newEndpoint()];
      const tried = entry(1, endpoint, { attempts: 5, state: 'pending', reason: 'sign-in' });
      await storage.put(entry(1, endpoint));
      await storage.put(tried);
      expect(await storage.list(endpoint)).to.deep.equal([tried]);
    });

    it('forgets an entry, and takes one that it does not have for forgotten', async () => {
      const [storage, endpoint] = [create(), newEndpoint()];
      await storage.put(entry(1, endpoint));
      await storage.delete(entry(1, endpoint).id);
      await storage.delete('never there');
      expect(await storage.list(endpoint)).to.deep.equal([]);
    });
  });
}

describe('durable storage', () => {
  const stored = async (endpoint: string) =>
    (await readStore<OutboxEntry>('entries')).filter((other) => other.endpoint === endpoint);

  it('says that it is', () => expect(createDurableStorage().isDurable).to.equal(true));

  it('has an entry in the database by the time it says so', async () => {
    const endpoint = newEndpoint();
    await createDurableStorage().put(entry(1, endpoint));
    expect(await stored(endpoint)).to.deep.equal([entry(1, endpoint)]);
  });

  it('is read by another page of the site', async () => {
    const endpoint = newEndpoint();
    await createDurableStorage().put(entry(1, endpoint));
    const tab = await openTab();
    const listed = await tab.outbox.createDurableStorage().list(endpoint);
    expect(listed.map(({ id }) => id)).to.deep.equal([entry(1, endpoint).id]);
  });

  it('asks for what it writes to be flushed to the disk', async () => {
    const durabilities: unknown[] = [];
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      if (mode === 'readwrite') durabilities.push(options?.durability);
      return transaction.call(this, stores, mode, options);
    };
    try {
      await createDurableStorage().put(entry(1, newEndpoint()));
    } finally {
      IDBDatabase.prototype.transaction = transaction;
    }
    expect(durabilities).to.deep.equal(['strict']);
  });

  for (const act of ['list', 'get', 'put', 'delete'] as const) {
    it(`opens the database again when ${act} finds its handle closed`, async () => {
      const [storage, endpoint] = [createDurableStorage(), newEndpoint()];
      await storage.put(entry(1, endpoint));
      (await openDatabase()).close();
      if (act === 'list') expect(await storage.list(endpoint)).to.have.length(1);
      else if (act === 'get') expect(await storage.get(entry(1, endpoint).id)).not.to.equal(undefined);
      else if (act === 'put') await storage.put(entry(2, endpoint));
      else await storage.delete(entry(1, endpoint).id);
      expect(await stored(endpoint)).to.have.length(act === 'put' ? 2 : act === 'delete' ? 0 : 1);
    });
  }

  it('stands in the way of no deletion, and makes the database again', async () => {
    const [storage, endpoint] = [createDurableStorage(), newEndpoint()];
    await storage.put(entry(1, endpoint));
    await deleteDatabase();
    expect(await storage.list(endpoint)).to.deep.equal([]);
    await storage.put(entry(2, endpoint));
    expect(await stored(endpoint)).to.deep.equal([entry(2, endpoint)]);
  });

  it('refuses, when the database is of a later version of this package', async () => {
    await createDurableStorage().put(entry(1, newEndpoint()));
    const later = await settled(indexedDB.open(databaseName, 99));
    later.close();
    const error: unknown = await createDurableStorage()
      .put(entry(2, newEndpoint()))
      .catch((reason: unknown) => reason);
    await deleteDatabase();
    expect((error as DOMException).name).to.equal('VersionError');
    await createDurableStorage().put(entry(3, newEndpoint()));
  });

  it('does not say that it wrote what the disk refused', async () => {
    const error = await onFullDisk(() =>
      createDurableStorage()
        .put(entry(1, newEndpoint()))
        .catch((reason: unknown) => reason),
    );
    expect((error as DOMException).name).to.equal('QuotaExceededError');
  });
});

describe('fallback storage', () => {
  const { warn } = console;
  let warnings: unknown[][];
  beforeEach(() => {
    warnings = [];
    console.warn = (...words: unknown[]) => warnings.push(words);
  });
  afterEach(() => {
    console.warn = warn;
  });

  it('is durable for as long as the device keeps what it is given', async () => {
    const storage = createFallbackStorage();
    await storage.put(entry(1, newEndpoint()));
    expect(storage.isDurable).to.equal(true);
    expect(warnings).to.deep.equal([]);
  });

  it('keeps entries in memory on a full disk, says so and warns once', async () => {
    const [storage, endpoint] = [createFallbackStorage(), newEndpoint()];
    await onFullDisk(async () => {
      await storage.put(entry(1, endpoint));
      await storage.put(entry(2, endpoint));
    });
    expect(storage.isDurable).to.equal(false);
    expect(await storage.list(endpoint)).to.have.length(2);
    expect(warnings.map(([text]) => text)).to.deep.equal([
      'charter-elements: this browser keeps no data, unsent signatures stay in this page',
    ]);
  });

  it('loses nothing that this page had kept before the disk failed', async () => {
    const [storage, endpoint] = [createFallbackStorage(), newEndpoint()];
    await storage.put(entry(1, endpoint));
    await storage.put(entry(2, endpoint));
    await storage.delete(entry(2, endpoint).id);
    await onFullDisk(() => storage.put(entry(3, endpoint)));
    const listed = await storage.list(endpoint);
    expect(listed).to.deep.equal([entry(1, endpoint), entry(3, endpoint)]);
  });

  it('loses nothing that it had read before the disk failed', async () => {
    const [storage, endpoint] = [createFallbackStorage(), newEndpoint()];
    await createDurableStorage().put(entry(1, endpoint));
    await storage.list(endpoint);
    await onFullDisk(() => storage.put(entry(2, endpoint)));
    expect(await storage.list(endpoint)).to.deep.equal([entry(1, endpoint), entry(2, endpoint)]);
  });

  it('does not bring back, at a later visit, what it could not forget', async () => {
    const endpoint = newEndpoint();
    const storage = createFallbackStorage();
    await storage.put(entry(1, endpoint));
    await storage.put(entry(2, endpoint));
    await onFullDisk(() => storage.put(entry(3, endpoint)));
    await storage.delete(entry(1, endpoint).id);
    const later = createFallbackStorage();
    expect(await createDurableStorage().list(endpoint)).to.have.length(2);
    expect(await later.get(entry(1, endpoint).id)).to.equal(undefined);
    expect(await later.update(entry(1, endpoint))).to.equal(false);
    expect(await later.list(endpoint)).to.deep.equal([entry(2, endpoint)]);
    // The device answers again: it forgets at last, and so is the note.
    await later.delete(entry(2, endpoint).id);
    expect(await createDurableStorage().list(endpoint)).to.deep.equal([]);
    expect(localStorage.getItem('charter-elements-forgotten') ?? '').not.to.contain(endpoint);
  });

  it('keeps again what is signed again after the device could not forget it', async () => {
    const endpoint = newEndpoint();
    const storage = createFallbackStorage();
    await storage.put(entry(1, endpoint));
    await onFullDisk(() => storage.put(entry(2, endpoint)));
    await storage.delete(entry(1, endpoint).id);
    const later = createFallbackStorage();
    await later.put(entry(1, endpoint));
    expect(await createFallbackStorage().list(endpoint)).to.deep.equal([entry(1, endpoint)]);
  });

  it('writes no note of what only the page has held', async () => {
    const [storage, endpoint] = [createFallbackStorage(), newEndpoint()];
    await onFullDisk(() => storage.put(entry(1, endpoint)));
    await storage.put(entry(2, endpoint));
    await storage.delete(entry(2, endpoint).id);
    expect(localStorage.getItem('charter-elements-forgotten') ?? '').not.to.contain(endpoint);
  });

  it('does not wait without end for a database that does not answer', async () => {
    const tab = await openTab((window) => {
      Object.defineProperty(window, 'indexedDB', { value: { open: () => new EventTarget() } });
    });
    tab.window.console.warn = () => undefined;
    const [storage, endpoint] = [tab.outbox.createFallbackStorage(50), newEndpoint()];
    // All at once: each of them waits for the same database.
    await Promise.all([
      storage.put(entry(1, endpoint)),
      storage.list(endpoint),
      storage.put(entry(2, endpoint)),
    ]);
    expect(storage.isDurable).to.be.false;
    expect(await storage.list(endpoint)).to.have.length(2);
  });

  const refusals: Record<string, PropertyDescriptor> = {
    'refuses to open a database': {
      get: () => ({
        open() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      }),
    },
    'has no IndexedDB': { value: undefined },
    'lets nobody look at IndexedDB': {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    },
  };
  for (const [what, descriptor] of Object.entries(refusals)) {
    it(`keeps entries in memory when the browser ${what}`, async () => {
      const tab = await openTab((window) => {
        Object.defineProperty(window, 'indexedDB', { configurable: true, ...descriptor });
        window.console.warn = console.warn;
      });
      const [storage, endpoint] = [tab.outbox.createFallbackStorage(), newEndpoint()];
      await storage.put(entry(1, endpoint));
      expect(storage.isDurable).to.equal(false);
      expect(await storage.list(endpoint)).to.deep.equal([entry(1, endpoint)]);
      expect(warnings).to.have.length(1);
    });
  }
});

/** Runs an act while every write to IndexedDB is refused. */
async function onFullDisk<T>(act: () => Promise<T>): Promise<T> {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('The disk is full.', 'QuotaExceededError');
  };
  try {
    return await act();
  } finally {
    IDBObjectStore.prototype.put = put;
  }
}
