import type { OutboxEntry } from './entry.ts';

/**
 * Records that are over, and that the device still holds because it failed when they were to leave it. They are noted where
 * the device may answer all the same: a page that comes later must neither send them again nor announce them.
 */

const key = 'charter-elements-forgotten';

/** Notes kept at most, the latest. */
const most = 200;

/** What a record is known by: its id, and the address that it was for. */
type Kept = Pick<OutboxEntry, 'id' | 'endpoint'>;

const noteOf = ({ id, endpoint }: Kept): string => `${id} ${endpoint}`;

export function isForgotten(entry: Kept): boolean {
  return read().includes(noteOf(entry));
}

export function noteForgotten(entry: Kept): void {
  const note = noteOf(entry);
  write([...read().filter((other) => other !== note), note].slice(-most));
}

/** The device has let go of it, or it is to be kept again. */
export function dropForgotten(entry: Kept): void {
  const notes = read();
  const note = noteOf(entry);
  if (notes.includes(note)) write(notes.filter((other) => other !== note));
}

function read(): string[] {
  try {
    const notes: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(notes) ? notes.filter((note) => typeof note === 'string') : [];
  } catch {
    return [];
  }
}

function write(notes: readonly string[]): void {
  try {
    if (notes.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(notes));
  } catch {
    // With storage blocked nothing outlives the page, records included; on a full disk this may come back once.
  }
}
