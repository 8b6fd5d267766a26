/**
 * Records that are over, and that the device still holds because it failed when they were to leave it. They are noted where
 * the device may answer all the same: a page that comes later must neither send them again nor announce them.
 */

const key = 'charter-elements-forgotten';

/** Ids kept at most, the latest. */
const most = 200;

export function isForgotten(id: string): boolean {
  return read().includes(id);
}

export function noteForgotten(id: string): void {
  write([...read().filter((other) => other !== id), id].slice(-most));
}

/** The device has let go of it, or it is to be kept again. */
export function dropForgotten(id: string): void {
  const ids = read();
  if (ids.includes(id)) write(ids.filter((other) => other !== id));
}

function read(): string[] {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

function write(ids: readonly string[]): void {
  try {
    if (ids.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(ids));
  } catch {
    // With storage blocked nothing outlives the page, records included; on a full disk this may come back once.
  }
}
