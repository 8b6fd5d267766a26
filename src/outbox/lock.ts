import { createUUID } from '../internal/uuid.ts';
import { openDatabase } from './storage.ts';

/** Runs an act while no other tab runs one under the same name. */
export interface OutboxLock {
  run(name: string, act: () => Promise<void>): Promise<void>;
}

/** How long a lease lasts after its holder was last heard of, in milliseconds. */
const leaseDuration = 10_000;

/** Web Locks where the page has them (secure contexts), else a lease in IndexedDB, which expires when its tab dies. */
export function createLock(): OutboxLock {
  const locks = (navigator as { locks?: LockManager }).locks;
  if (locks) return { run: (name, act) => locks.request(`charter-elements:${name}`, act) };
  return { run: runWithLease };
}

/** For entries that no other tab can see. */
export const noLock: OutboxLock = { run: (_name, act) => act() };

async function runWithLease(name: string, act: () => Promise<void>): Promise<void> {
  const holder = createUUID();
  while (!(await takeLease(name, holder))) await delay(leaseDuration / 5);
  const renewal = setInterval(() => void takeLease(name, holder), leaseDuration / 3);
  try {
    await act();
  } finally {
    clearInterval(renewal);
    await releaseLease(name, holder);
  }
}

/** Takes or renews the lease, in one transaction. Resolves to whether this holder has it. */
async function takeLease(name: string, holder: string): Promise<boolean> {
  const database = await openDatabase().catch(() => undefined);
  if (!database) return true;
  const transaction = database.transaction('leases', 'readwrite');
  const lease = await transaction.store.get(name);
  const isFree = !lease || lease.holder === holder || lease.expiresAt < Date.now();
  if (isFree) await transaction.store.put({ name, holder, expiresAt: Date.now() + leaseDuration });
  await transaction.done;
  return isFree;
}

async function releaseLease(name: string, holder: string): Promise<void> {
  const database = await openDatabase().catch(() => undefined);
  const transaction = database?.transaction('leases', 'readwrite');
  if ((await transaction?.store.get(name))?.holder === holder) await transaction?.store.delete(name);
  await transaction?.done;
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
