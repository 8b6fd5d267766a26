/**
 * A copy that what happens to the original does not reach.
 *
 * @throws RangeError when the document is nested too deep, or holds itself.
 */
export function copyDocument(value: unknown): unknown {
  // Valibot's own copy leaves out members named "constructor" or "__proto__", which the digest covers.
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyDocument);
  // Not `Object.fromEntries`: what it makes takes engines twice the time, to make and to read.
  const copy: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) {
    const itsCopy = copyDocument(item);
    // To assign a name that objects inherit may do something else: "__proto__" sets the prototype.
    if (name in copy)
      Object.defineProperty(copy, name, {
        value: itsCopy,
        configurable: true,
        enumerable: true,
        writable: true,
      });
    else copy[name] = itsCopy;
  }
  return copy;
}
