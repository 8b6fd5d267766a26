/**
 * A copy that what happens to the original does not reach.
 *
 * @throws RangeError when the document is nested too deep, or holds itself.
 */
export function copyDocument(value: unknown): unknown {
  // Valibot's own copy leaves out members named "constructor" or "__proto__", which the digest covers.
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyDocument);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyDocument(item)]));
}
