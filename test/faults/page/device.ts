/** What the browser keeps, read without the element; and how it fails to keep anything. */
import type { Random } from '../random.ts';

const name = 'charter-elements-outbox';

// Taken before anything fails.
const openDatabase = indexedDB.open.bind(indexedDB);
const { transaction } = IDBDatabase.prototype;
const { put } = IDBObjectStore.prototype;

/** What nobody has signed, and stands in the outbox all the same, has such an id. */
const garbagePrefix = 'garbage-';

export interface KeptEntry {
  readonly id: string;
  readonly endpoint: string;
  readonly state?: string;
}

/** Runs an act on the store of entries; the database is never made here. */
async function withEntries<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  if (!(await indexedDB.databases()).some((database) => database.name === name)) return undefined;
  const database = await settled(openDatabase(name));
  try {
    return await settled(act(transaction.call(database, 'entries', mode).objectStore('entries')));
  } finally {
    database.close();
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(request.error!);
    request.onsuccess = () => resolve(request.result);
  });
}

/** What is kept on the device. */
export async function readEntries(): Promise<KeptEntry[]> {
  const entries = (await withEntries('readonly', (store) => store.getAll() as IDBRequest<KeptEntry[]>)) ?? [];
  return entries.filter(({ id }) => !id.startsWith(garbagePrefix));
}

const garbage: readonly object[] = [
  { record: {} },
  { record: null, hold: 'refused' },
  { record: { id: 'x', charter: {}, signer: {} }, hold: 'refused' },
  { record: undefined, sealed: { jwe: 1 } },
  { record: 'x', attempts: 'many', nextTryAt: 'soon', problem: { type: 1, errors: 'x' } },
  {},
];

let keepsNothing = false;

/** Whether the element has said, on the console, that it keeps nothing on this device any more: only the page holds it then. */
export const isKeepingNothing = (): boolean => keepsNothing;

/** @param hear - Told once, when the element says so. */
export function onKeepingNothing(hear: () => void): void {
  const { warn } = console;
  console.warn = (...said: unknown[]) => {
    if (!keepsNothing && String(said[0]).includes('this browser keeps no data')) {
      keepsNothing = true;
      hear();
    }
    warn(...said);
  };
}

/** Puts into the outbox what no version of the element writes. */
export async function keepGarbage(endpoint: string, random: Random): Promise<void> {
  const entry = {
    ...{
      id: `${garbagePrefix}${random()}`,
      endpoint,
      addedAt: Date.now(),
      attempts: 0,
      nextTryAt: Date.now(),
    },
    ...garbage[Math.floor(random() * garbage.length)],
  };
  await withEntries('readwrite', (store) => put.call(store, entry) as IDBRequest<unknown>);
}

/** Takes the garbage away, so that the next visit is free of it. */
export async function clearGarbage(): Promise<void> {
  await withEntries('readwrite', (store) =>
    store.delete(IDBKeyRange.bound(garbagePrefix, `${garbagePrefix}\uffff`)),
  );
}

/** Takes away what was refused for good, as a person does who finds it in the list of what waits. */
export async function clearRefused(): Promise<void> {
  const channel = new BroadcastChannel('charter-elements-outbox');
  for (const { id, endpoint, state } of await readEntries())
    if (state === 'refused' || state === 'outdated') {
      await withEntries('readwrite', (store) => store.delete(id));
      // As the button does: another tab that shows it must not take it for lost.
      channel.postMessage({ endpoint, id, answer: { kind: 'withdrawn' } });
    }
  channel.close();
}

/** Forgets everything, as a person does who finds nothing on the screen any more. */
export function clearDevice(): Promise<unknown> {
  return settled(indexedDB.deleteDatabase(name));
}

/** `newer`: the device has the database of a later version of the library. */
export type StorageFailure = 'put' | 'open' | 'hang' | 'newer';

/** From now on, the page can keep nothing. */
export function breakStorage(failure: StorageFailure): void {
  const full = (): never => {
    throw new DOMException('Broken by the fault run', 'QuotaExceededError');
  };
  switch (failure) {
    case 'put':
      IDBObjectStore.prototype.put = full;
      IDBObjectStore.prototype.add = full;
      break;
    case 'open':
      IDBFactory.prototype.open = () => {
        throw new DOMException('Broken by the fault run', 'UnknownError');
      };
      IDBDatabase.prototype.transaction = () => {
        throw new DOMException('Broken by the fault run', 'InvalidStateError');
      };
      break;
    case 'newer':
      // The browser itself refuses, as it does when the database is newer than what asks for it.
      IDBFactory.prototype.open = (database, version) => openDatabase(database, version && version - 1);
      break;
    case 'hang':
      IDBFactory.prototype.open = () => {
        const request = openDatabase(`${name}-that-never-answers`);
        const silence = (event: Event): void => event.stopImmediatePropagation();
        for (const type of ['success', 'error', 'blocked', 'upgradeneeded'])
          request.addEventListener(type, silence);
        return request;
      };
  }
}
