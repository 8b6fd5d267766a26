import { writeJSON } from '../internal/write-json.ts';

/** Where an element keeps what a person did: nowhere, until the tab is closed, or on this device. */
export type Persistence = 'none' | 'session' | 'local';

/** Reads a stored JSON value; `undefined` where there is none or the browser refuses. */
export function readStored(persistence: Persistence, key: string): unknown {
  try {
    const text = storageOf(persistence)?.getItem(storageKey(key));
    return text == null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Stores a JSON value, or removes it when `undefined`. Returns whether the browser kept it. */
export function writeStored(persistence: Persistence, key: string, value: unknown): boolean {
  try {
    const storage = storageOf(persistence);
    if (value === undefined) storage?.removeItem(storageKey(key));
    else storage?.setItem(storageKey(key), writeJSON(value));
    return storage !== undefined;
  } catch {
    return false;
  }
}

function storageOf(persistence: Persistence): Storage | undefined {
  if (persistence === 'session') return sessionStorage;
  return persistence === 'local' ? localStorage : undefined;
}

function storageKey(key: string): string {
  return `charter-elements:${key}`;
}
