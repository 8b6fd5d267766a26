import canonicalize from 'canonicalize';
import { withoutForeignToJSON } from '../internal/write-json.ts';

/**
 * The canonical form of a JSON value: RFC 8785 (JCS) after Unicode NFC of every string, names included.
 * Two documents that read the same have the same canonical form, hence the same digest.
 *
 * @throws Error when the value cannot be written as JSON (NaN, a lone surrogate, a cycle), or when two names of an
 *   object are the same after NFC: it would read as one of several documents.
 */
export function canonicalForm(value: unknown): string {
  return withoutForeignToJSON(() => {
    const text = canonicalize(toNFC(value));
    if (text === undefined) throw new TypeError('undefined has no canonical form');
    return text;
  });
}

function toNFC(value: unknown, holders = new Set<object>()): unknown {
  if (typeof value === 'string') return textToNFC(value);
  if (typeof value !== 'object' || value === null) return value;
  if (holders.has(value)) throw new TypeError('a value that holds itself has no canonical form');
  holders.add(value);
  const copy = Array.isArray(value)
    ? value.map((item) => toNFC(item, holders))
    : membersToNFC(value, holders);
  holders.delete(value);
  return copy;
}

function membersToNFC(value: object, holders: Set<object>): object {
  const members = new Map<string, unknown>();
  for (const [key, item] of Object.entries(value)) {
    const name = textToNFC(key);
    if (members.has(name)) throw new TypeError(`an object has the name ${JSON.stringify(name)} twice`);
    members.set(name, toNFC(item, holders));
  }
  return Object.fromEntries(members);
}

// Firefox's normalize() replaces a lone surrogate by U+FFFD, so that it must be looked for before.
function textToNFC(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new TypeError('a lone surrogate has no canonical form');
  return text.normalize('NFC');
}
