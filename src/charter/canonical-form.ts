import canonicalize from 'canonicalize';

/**
 * The canonical form of a JSON value: RFC 8785 (JCS) after Unicode NFC of every string, names included.
 * Two documents that read the same have the same canonical form, hence the same digest.
 *
 * @throws Error when the value cannot be written as JSON (NaN, a lone surrogate, a cycle).
 */
export function canonicalForm(value: unknown): string {
  return withoutForeignToJSON(() => {
    const text = canonicalize(toNFC(value));
    if (text === undefined) throw new TypeError('undefined has no canonical form');
    return text;
  });
}

function toNFC(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(toNFC);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.normalize('NFC'), toNFC(item)]));
}

// Prototype.js 1.6 and older, still met on intranets, adds toJSON to these; JSON.stringify would then encode twice.
const tamperedPrototypes = [
  Object.prototype,
  Array.prototype,
  String.prototype,
  Number.prototype,
  Boolean.prototype,
];

function withoutForeignToJSON<T>(act: () => T): T {
  const removed = tamperedPrototypes.flatMap((prototype) => {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, 'toJSON');
    return descriptor?.configurable ? [{ prototype, descriptor }] : [];
  });
  for (const { prototype } of removed) delete (prototype as { toJSON?: unknown }).toJSON;
  try {
    return act();
  } finally {
    for (const { prototype, descriptor } of removed) Object.defineProperty(prototype, 'toJSON', descriptor);
  }
}
