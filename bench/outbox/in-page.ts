import type * as outbox from '../../src/outbox/index.ts';
import type { SignatureRecord } from '../../src/signature/record.ts';

declare global {
  interface Window {
    /** Of the built library. */
    outboxLibrary: typeof outbox;
  }
}

/** Milliseconds. */
export interface Times {
  readonly queue: number;
  readonly drain: number;
}

/** Queues records in the outbox as an element opens it, then sends them all. */
export async function runOutbox(records: readonly SignatureRecord[], endpoint: string): Promise<Times> {
  const { createFallbackStorage, createLock, createOutbox, contractHeaders, postRecord } =
    window.outboxLibrary;
  const opened = createOutbox({
    endpoint,
    transport: ({ record }) =>
      postRecord(
        record!,
        { url: endpoint, method: 'POST', headers: contractHeaders(record!), credentials: 'same-origin' },
        30_000,
      ),
    storage: createFallbackStorage(),
    lock: createLock(),
    channel: new BroadcastChannel('charter-elements-outbox'),
  });
  await opened.load();
  // As an element does, to tell the page how many are left.
  let unsent = 0;
  opened.subscribe(() => (unsent = opened.getState().entries.length));
  const start = performance.now();
  for (const record of records) await opened.add(record);
  const queued = performance.now();
  if (unsent !== records.length || !opened.getState().isDurable) throw new Error(`${unsent} are kept`);
  await opened.flush({ now: true });
  const drained = performance.now();
  if (unsent > 0) throw new Error(`${unsent} were not sent`);
  opened.close();
  return { queue: queued - start, drain: drained - queued };
}

/** The least that the same takes: each record put into IndexedDB with the same durability, posted, deleted. */
export async function runFloor(records: readonly SignatureRecord[], endpoint: string): Promise<Times> {
  const done = (target: IDBRequest | IDBTransaction, type: 'success' | 'complete'): Promise<void> =>
    new Promise((resolve, reject) => {
      target.addEventListener(type, () => resolve());
      target.addEventListener('error', () => reject(new Error('IndexedDB failed')));
    });
  const opening = indexedDB.open('bench-floor', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('entries', { keyPath: 'id' });
  await done(opening, 'success');
  const { result: entries } = opening;
  const write = (act: (store: IDBObjectStore) => void, options?: IDBTransactionOptions): Promise<void> => {
    const transaction = entries.transaction('entries', 'readwrite', options);
    act(transaction.objectStore('entries'));
    return done(transaction, 'complete');
  };
  const start = performance.now();
  for (const record of records) await write((store) => store.put(record), { durability: 'strict' });
  const queued = performance.now();
  for (const record of records) {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(record),
    });
    if (response.status !== 201) throw new Error(`the endpoint answered ${response.status}`);
    await response.json();
    await write((store) => store.delete(record.id));
  }
  const drained = performance.now();
  entries.close();
  return { queue: queued - start, drain: drained - queued };
}
