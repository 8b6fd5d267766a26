import { inTime } from '../internal/in-time.ts';
import { createUUID } from '../internal/uuid.ts';
import { withDatabase } from './storage.ts';

/** Runs an act while no other tab runs one under the same name. */
export interface OutboxLock {
  run(name: string, act: () => Promise<void>): Promise<void>;
}

/** Times of a lock, in milliseconds. */
export interface LockTimes {
  /** How long a lease lasts after its holder was last heard of. */
  readonly duration: number;
  /** How often a tab that waits for a lease looks again. */
  readonly polling: number;
  /** How long to wait for a Web Lock: a tab that hangs holds it for ever, and a record sent by two is stored once. */
  readonly patience?: number;
}

const defaultPatience = 20_000;
const defaultTimes: LockTimes = { duration: 10_000, polling: 2_000 };

/** Web Locks where the page has them (secure contexts), else a lease in IndexedDB, which expires when its tab dies. */
export function createLock(times = defaultTimes): OutboxLock {
  const locks = (navigator as { locks?: LockManager }).locks;
  if (locks)
    return { run: (name, act) => runWithWebLock(locks, name, act, times.patience ?? defaultPatience) };
  return { run: (name, act) => runWithLease(name, act, times) };
}

async function runWithWebLock(
  locks: LockManager,
  name: string,
  act: () => Promise<void>,
  patience: number,
): Promise<void> {
  let acted: Promise<void> | undefined;
  const options = { signal: AbortSignal.timeout(patience) };
  const granted = locks.request(`charter-elements:${name}`, options, () => (acted = act()));
  // Sandboxed frames are refused; they share no storage with other tabs either.
  await granted.catch(() => acted ?? act());
}

async function runWithLease(name: string, act: () => Promise<void>, times: LockTimes): Promise<void> {
  const { duration, polling } = times;
  const holder = createUUID();
  while (!(await takeLease(name, holder, duration))) await delay(polling);
  const renewal = setInterval(() => void takeLease(name, holder, duration), duration / 3);
  // A page that is left gives it back: the next one would wait until it expires.
  const release = (): Promise<void> => {
    clearInterval(renewal);
    return releaseLease(name, holder, duration);
  };
  const handleLeave = (): void => void release();
  addEventListener('pagehide', handleLeave);
  try {
    await act();
  } finally {
    removeEventListener('pagehide', handleLeave);
    await release();
  }
}

/**
 * Takes or renews the lease, in one transaction. Resolves to whether this holder has it: also when nothing can be
 * written or the database does not answer, as a record sent by two tabs is stored once and one that is never sent is lost.
 */
async function takeLease(name: string, holder: string, duration: number): Promise<boolean> {
  const taken = withDatabase(async (database) => {
    const transaction = database.transaction('leases', 'readwrite');
    transaction.done.catch(() => undefined);
    const lease = await transaction.store.get(name);
    const now = Date.now();
    // One that lies further ahead than any lasts was written before the device's clock was put back.
    const isHeld = lease && lease.expiresAt >= now && lease.expiresAt <= now + duration;
    const isFree = !isHeld || lease.holder === holder;
    if (isFree) await transaction.store.put({ name, holder, expiresAt: now + duration });
    await transaction.done;
    return isFree;
  });
  return inTime(taken, duration, 'the database does not answer').catch(() => true);
}

async function releaseLease(name: string, holder: string, duration: number): Promise<void> {
  const released = withDatabase(async (database) => {
    const transaction = database.transaction('leases', 'readwrite');
    transaction.done.catch(() => undefined);
    const lease = await transaction.store.get(name);
    if (lease?.holder === holder) await transaction.store.delete(name);
    await transaction.done;
  });
  // It expires by itself.
  await inTime(released, duration, 'the database does not answer').catch(() => undefined);
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
