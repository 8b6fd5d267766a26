import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase, IDBPObjectStore } from 'idb';
import { inTime } from '../internal/in-time.ts';
import { databaseName } from './database-name.ts';
import { readEntry } from './entry.ts';
import type { OutboxEntry } from './entry.ts';
import { dropForgotten, isForgotten, noteForgotten } from './forgotten.ts';

export interface OutboxStorage {
  /** Whether entries survive the page. */
  readonly isDurable: boolean;
  /** Entries of an endpoint, oldest first. */
  list(endpoint: string): Promise<OutboxEntry[]>;
  /** The entries of every endpoint, oldest first: an address may have changed since. */
  listAll?(): Promise<OutboxEntry[]>;
  /** The entry as `list` has it. Where a storage cannot tell, all are listed before each attempt and after each change. */
  get?(id: string): Promise<OutboxEntry | undefined>;
  /** Resolves once the entry is on the disk. */
  put(entry: OutboxEntry): Promise<void>;
  /**
   * Writes an entry anew where it is still there, in one step; resolves with whether it was. Without it, a page that was left
   * in the middle may bring back what another one has sent meanwhile.
   */
  update?(entry: OutboxEntry): Promise<boolean>;
  delete(id: string): Promise<void>;
}

interface OutboxDatabase extends DBSchema {
  entries: { key: string; value: OutboxEntry; indexes: { endpoint: string } };
  leases: { key: string; value: { name: string; holder: string; expiresAt: number } };
}

/** Version of the database: 2 since entries are known by their resolved address. */
const databaseVersion = 2;

export type OutboxConnection = IDBPDatabase<OutboxDatabase>;

let connection: Promise<OutboxConnection> | undefined;

/**
 * The database, opened once a page; a handle that died is replaced at the next call. It rejects where the browser has
 * none, though some throw at the mention of IndexedDB.
 */
export async function openDatabase(): Promise<OutboxConnection> {
  const forget = (): void => {
    connection = undefined;
  };
  connection ??= openDB<OutboxDatabase>(databaseName, databaseVersion, {
    upgrade(database, oldVersion, _newVersion, transaction) {
      if (oldVersion < 1) {
        database.createObjectStore('entries', { keyPath: 'id' }).createIndex('endpoint', 'endpoint');
        database.createObjectStore('leases', { keyPath: 'name' });
        return;
      }
      // A write that fails aborts the transaction, which the opening rejects with.
      migrateEntries(transaction.objectStore('entries')).catch(() => undefined);
    },
    blocking(_version, _blocked, event) {
      (event.target as IDBDatabase).close();
      forget();
    },
    terminated: forget,
  });
  connection.catch(forget);
  return connection;
}

/** Version 1 knew entries by the address as the page wrote it, which means something else on another page. */
async function migrateEntries(
  entries: IDBPObjectStore<OutboxDatabase, ('entries' | 'leases')[], 'entries', 'versionchange'>,
): Promise<void> {
  for (let cursor = await entries.openCursor(); cursor; cursor = await cursor.continue()) {
    const entry = readEntry(cursor.value, location.origin);
    if (entry) await cursor.update(entry);
  }
}

/** Runs an act on the database; when the handle had died, once more on a new one. */
export async function withDatabase<T>(act: (database: OutboxConnection) => Promise<T>): Promise<T> {
  try {
    return await act(await openDatabase());
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
    connection = undefined;
    return act(await openDatabase());
  }
}

/** Entries kept on this device. What is none of this library's, or cannot be read any more, is left alone. */
export function createDurableStorage(): Required<OutboxStorage> {
  return {
    isDurable: true,
    list: (endpoint) =>
      withDatabase(async (database) =>
        readAll(await database.getAllFromIndex('entries', 'endpoint', endpoint)),
      ),
    listAll: () => withDatabase(async (database) => readAll(await database.getAll('entries'))),
    get: (id) => withDatabase(async (database) => readEntry(await database.get('entries', id))),
    put: (entry) =>
      withDatabase(async (database) => {
        const transaction = database.transaction('entries', 'readwrite', { durability: 'strict' });
        await Promise.all([transaction.store.put(entry), transaction.done]);
      }),
    update: (entry) =>
      withDatabase(async (database) => {
        const transaction = database.transaction('entries', 'readwrite');
        const isThere = (await transaction.store.getKey(entry.id)) !== undefined;
        if (isThere) await transaction.store.put(entry);
        await transaction.done;
        return isThere;
      }),
    delete: (id) => withDatabase((database) => database.delete('entries', id)),
  };
}

function readAll(stored: readonly unknown[]): OutboxEntry[] {
  return inOrder(stored.map((value) => readEntry(value)).filter((entry) => entry !== undefined));
}

/** The same entries, oldest first. */
export function inOrder(entries: Iterable<OutboxEntry>): OutboxEntry[] {
  return [...entries].sort((a, b) => a.addedAt - b.addedAt);
}

/** Entries kept for as long as the page is open. */
export function createMemoryStorage(): Required<OutboxStorage> {
  const entries = new Map<string, OutboxEntry>();
  return {
    isDurable: false,
    list: (endpoint) =>
      Promise.resolve(inOrder([...entries.values()].filter((entry) => entry.endpoint === endpoint))),
    listAll: () => Promise.resolve(inOrder(entries.values())),
    get: (id) => Promise.resolve(entries.get(id)),
    put: (entry) => {
      entries.set(entry.id, entry);
      return Promise.resolve();
    },
    update: (entry) => {
      const isThere = entries.has(entry.id);
      if (isThere) entries.set(entry.id, entry);
      return Promise.resolve(isThere);
    },
    delete: (id) => {
      entries.delete(id);
      return Promise.resolve();
    },
  };
}

/**
 * The device's storage where the browser grants it (not in some private windows, nor on a full disk), else memory.
 *
 * @param longestAnswer - How long to wait for a database that neither answers nor fails, in milliseconds.
 */
export function createFallbackStorage(longestAnswer = 10_000): Required<OutboxStorage> {
  const durable = createDurableStorage();
  // Holds what this page has seen from the beginning: the device may fail at any time.
  const memory = createMemoryStorage();
  let isDurable = true;
  /** What the device holds, or may hold, by id. */
  const onDevice = new Map<string, Pick<OutboxEntry, 'id' | 'endpoint'>>();
  const noteKept = ({ id, endpoint }: OutboxEntry): void => {
    if (isDurable) onDevice.set(id, { id, endpoint });
  };
  /** What was asked at the same time fails too, a moment later. */
  const giveUp = (error: unknown): void => {
    if (!isDurable) return;
    isDurable = false;
    console.warn('charter-elements: this browser keeps no data, unsent signatures stay in this page', error);
  };
  const fallBack = async <T>(act: (storage: Required<OutboxStorage>) => Promise<T>): Promise<T> => {
    if (!isDurable) return act(memory);
    try {
      return await inTime(act(durable), longestAnswer, 'the database does not answer');
    } catch (error) {
      giveUp(error);
      return act(memory);
    }
  };
  const forget = async (id: string): Promise<void> => {
    await fallBack((current) => current.delete(id));
    const kept = onDevice.get(id);
    if (!kept) return;
    onDevice.delete(id);
    if (isDurable) dropForgotten(kept);
    else noteForgotten(kept);
  };
  const listWith = async (list: (current: Required<OutboxStorage>) => Promise<OutboxEntry[]>) => {
    const listed = await fallBack(list);
    listed.forEach(noteKept);
    const left = new Set(listed.filter(isForgotten));
    for (const { id } of left) void forget(id).catch(() => undefined);
    const entries = listed.filter((entry) => !left.has(entry));
    await Promise.all(entries.map((entry) => memory.put(entry)));
    return entries;
  };
  return {
    get isDurable() {
      return isDurable;
    },
    list: (endpoint) => listWith((current) => current.list(endpoint)),
    listAll: () => listWith((current) => current.listAll()),
    get: async (id) => {
      const entry = await fallBack((current) => current.get(id));
      if (!entry || isForgotten(entry)) return undefined;
      noteKept(entry);
      await memory.put(entry);
      return entry;
    },
    put: async (entry) => {
      dropForgotten(entry);
      noteKept(entry);
      await memory.put(entry);
      await fallBack((current) => current.put(entry));
    },
    update: async (entry) => {
      const isThere = !isForgotten(entry) && (await fallBack((current) => current.update(entry)));
      await (isThere ? memory.put(entry) : memory.delete(entry.id));
      return isThere;
    },
    delete: async (id) => {
      await memory.delete(id);
      await forget(id);
    },
  };
}
