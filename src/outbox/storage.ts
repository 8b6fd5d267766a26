import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import type { Problem } from '../signature/problem.ts';
import type { SignatureRecord } from '../signature/record.ts';
import type { SealedRecord } from '../signature/seal-record.ts';
import { databaseName } from './database-name.ts';

/** Why a record waits for a person rather than for the next attempt. */
export type Hold = 'sign-in' | 'outdated' | 'refused';

/** A record that the endpoint has not accepted yet. */
export interface OutboxEntry {
  /** The record's id. */
  readonly id: string;
  readonly endpoint: string;
  /** What was signed; `undefined` where only its encrypted form is left. */
  readonly record: SignatureRecord | undefined;
  /** The record, encrypted to the receiver. */
  readonly sealed?: SealedRecord | undefined;
  /** Milliseconds since the epoch. */
  readonly addedAt: number;
  readonly attempts: number;
  readonly nextTryAt: number;
  /** The endpoint asked not to come back before (`Retry-After`). */
  readonly notBefore?: number | undefined;
  readonly hold?: Hold | undefined;
  readonly problem?: Problem | undefined;
}

export interface OutboxStorage {
  /** Whether entries survive the page. */
  readonly isDurable: boolean;
  /** Entries of an endpoint, oldest first. */
  list(endpoint: string): Promise<OutboxEntry[]>;
  /** The entry as `list` has it. Where a storage cannot tell, all are listed before each attempt and after each change. */
  get?(id: string): Promise<OutboxEntry | undefined>;
  /** Resolves once the entry is on the disk. */
  put(entry: OutboxEntry): Promise<void>;
  delete(id: string): Promise<void>;
}

interface OutboxDatabase extends DBSchema {
  entries: { key: string; value: OutboxEntry; indexes: { endpoint: string } };
  leases: { key: string; value: { name: string; holder: string; expiresAt: number } };
}

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
  connection ??= openDB<OutboxDatabase>(databaseName, 1, {
    upgrade(database) {
      database.createObjectStore('entries', { keyPath: 'id' }).createIndex('endpoint', 'endpoint');
      database.createObjectStore('leases', { keyPath: 'name' });
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

/** Entries kept on this device. */
export function createDurableStorage(): Required<OutboxStorage> {
  return {
    isDurable: true,
    list: (endpoint) =>
      withDatabase(async (database) => {
        const entries = await database.getAllFromIndex('entries', 'endpoint', endpoint);
        return entries.sort((a, b) => a.addedAt - b.addedAt);
      }),
    get: (id) => withDatabase((database) => database.get('entries', id)),
    put: (entry) =>
      withDatabase(async (database) => {
        const transaction = database.transaction('entries', 'readwrite', { durability: 'strict' });
        await Promise.all([transaction.store.put(entry), transaction.done]);
      }),
    delete: (id) => withDatabase((database) => database.delete('entries', id)),
  };
}

/** Entries kept for as long as the page is open. */
export function createMemoryStorage(): Required<OutboxStorage> {
  const entries = new Map<string, OutboxEntry>();
  return {
    isDurable: false,
    list: (endpoint) =>
      Promise.resolve(
        [...entries.values()]
          .filter((entry) => entry.endpoint === endpoint)
          .sort((a, b) => a.addedAt - b.addedAt),
      ),
    get: (id) => Promise.resolve(entries.get(id)),
    put: (entry) => {
      entries.set(entry.id, entry);
      return Promise.resolve();
    },
    delete: (id) => {
      entries.delete(id);
      return Promise.resolve();
    },
  };
}

async function bounded<T>(answer: Promise<T>, longestAnswer: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the database does not answer')), longestAnswer);
  });
  return Promise.race([answer, end]).finally(() => clearTimeout(timer));
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
  let storage = durable;
  const fallBack = async <T>(act: (storage: Required<OutboxStorage>) => Promise<T>): Promise<T> => {
    try {
      return await (storage === memory ? act(memory) : bounded(act(storage), longestAnswer));
    } catch (error) {
      if (storage === memory) throw error;
      console.warn(
        'charter-elements: this browser keeps no data, unsent signatures stay in this page',
        error,
      );
      storage = memory;
      return act(memory);
    }
  };
  return {
    get isDurable() {
      return storage.isDurable;
    },
    list: async (endpoint) => {
      const entries = await fallBack((current) => current.list(endpoint));
      await Promise.all(entries.map((entry) => memory.put(entry)));
      return entries;
    },
    get: async (id) => {
      const entry = await fallBack((current) => current.get(id));
      if (entry) await memory.put(entry);
      return entry;
    },
    put: async (entry) => {
      await memory.put(entry);
      await fallBack((current) => current.put(entry));
    },
    delete: async (id) => {
      await memory.delete(id);
      await fallBack((current) => current.delete(id));
    },
  };
}
