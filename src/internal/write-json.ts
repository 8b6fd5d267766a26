/** Writes a value as JSON whatever scripts of the page have added to the prototypes. */
export function writeJSON(value: unknown, space?: number): string {
  return withoutForeignToJSON(() => JSON.stringify(value, null, space));
}

// Prototype.js 1.6 and older, still met on intranets, adds toJSON to these; JSON.stringify would then encode twice.
const tamperedPrototypes = [
  Object.prototype,
  Array.prototype,
  String.prototype,
  Number.prototype,
  Boolean.prototype,
];

/** Does something during which values have no `toJSON` but their own. */
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
