import { databaseName } from '../../../src/outbox/database-name.ts';
import type { OutboxEntry } from '../../../src/outbox/index.ts';
import type { SignatureRecord } from '../../../src/signature/index.ts';
import { record } from './outboxes.ts';

/** What a request comes to, without any library. */
export function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the request failed'));
  });
}

/** Everything that a store of the outbox's database holds, read through a connection of its own. */
export async function readStore<T>(store: 'entries' | 'leases'): Promise<T[]> {
  const database = await settled(indexedDB.open(databaseName));
  try {
    return await settled(database.transaction(store).objectStore(store).getAll() as IDBRequest<T[]>);
  } finally {
    database.close();
  }
}

/** Puts a value into the database as it is, as another version of this package or a fault may have left it. */
export async function putRaw(value: object): Promise<void> {
  const database = await settled(indexedDB.open(databaseName));
  try {
    await settled(database.transaction('entries', 'readwrite').objectStore('entries').put(value));
  } finally {
    database.close();
  }
}

/** The database as version 1 of it was, with what it held. */
export async function makeFirstVersion(...entries: readonly object[]): Promise<void> {
  // An outbox of the page that looks again meanwhile makes today's version.
  while (!(await triesFirstVersion(entries))) await deleteDatabase();
}

async function triesFirstVersion(entries: readonly object[]): Promise<boolean> {
  await deleteDatabase();
  const request = indexedDB.open(databaseName, 1);
  request.onupgradeneeded = () => {
    const store = request.result.createObjectStore('entries', { keyPath: 'id' });
    store.createIndex('endpoint', 'endpoint');
    request.result.createObjectStore('leases', { keyPath: 'name' });
    for (const entry of entries) store.put(entry);
  };
  try {
    (await settled(request)).close();
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'VersionError') return false;
    throw error;
  }
}

/** The database as a later version of this package has it. */
export async function makeLaterVersion(): Promise<void> {
  await deleteDatabase();
  (await settled(indexedDB.open(databaseName, 3))).close();
}

/** Takes a record out of the database, as another tab does that has sent it. */
export async function deleteEntry(id: string): Promise<void> {
  const database = await settled(indexedDB.open(databaseName));
  try {
    await settled(database.transaction('entries', 'readwrite').objectStore('entries').delete(id));
  } finally {
    database.close();
  }
}

/** Deletes the database as the browser's "clear site data" does; fails when a connection stands in the way. */
export function deleteDatabase(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(databaseName);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error('the database was not deleted'));
    request.onblocked = () => reject(new Error('a connection blocks the deletion'));
  });
}

/** An older one would wait for a person to say what becomes of it. */
const yesterday = Date.now() - 24 * 60 * 60 * 1000;

export function entry(
  number: number,
  endpoint: string,
  changes: Partial<OutboxEntry> = {},
): OutboxEntry & { record: SignatureRecord } {
  const { id } = record(number);
  // Ids are the key of the whole database: other tests have the same numbers.
  return {
    version: 2,
    id: `${id}@${endpoint}`,
    endpoint,
    record: record(number),
    addedAt: yesterday + number,
    attempts: 0,
    nextTryAt: yesterday + number,
    problem: undefined,
    ...changes,
  } as OutboxEntry & { record: SignatureRecord };
}
