/**
 * The canonical form of a JSON value: RFC 8785 (JCS) after Unicode NFC of every string, names included.
 * Two documents that read the same have the same canonical form, hence the same digest.
 *
 * @throws Error when the value cannot be written as JSON (NaN, a lone surrogate, a cycle), or when two names of an
 *   object are the same after NFC: it would read as one of several documents.
 */
export function canonicalForm(value: unknown): string {
  const text = write(value, new Set());
  if (text === undefined) throw new TypeError('undefined has no canonical form');
  return text;
}

/**
 * `undefined` for what JSON leaves out. `JSON.stringify` is given primitive values alone, which it writes as RFC 8785
 * asks; objects are written here, for it keeps names such as "10" and "9" in the order of numbers, and calls the `toJSON`
 * that a script of the page may have added to prototypes.
 */
function write(value: unknown, holders: Set<object>): string | undefined {
  if (typeof value === 'string') return writeText(value);
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new TypeError(`${value} has no canonical form`);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (holders.has(value)) throw new TypeError('a value that holds itself has no canonical form');
  holders.add(value);
  const text = Array.isArray(value) ? writeItems(value, holders) : writeMembers(value, holders);
  holders.delete(value);
  return text;
}

function writeItems(items: readonly unknown[], holders: Set<object>): string {
  let text = '';
  for (const item of items) text += `${text && ','}${write(item, holders) ?? 'null'}`;
  return `[${text}]`;
}

function writeMembers(object: object, holders: Set<object>): string {
  const members = membersInNFC(object);
  let text = '';
  // By UTF-16 code units, which is how `sort` compares strings.
  for (const name of Object.keys(members).sort()) {
    const written = write(members[name], holders);
    if (written !== undefined) text += `${text && ','}${writeText(name)}:${written}`;
  }
  return `{${text}}`;
}

function membersInNFC(object: object): Readonly<Record<string, unknown>> {
  const members = object as Readonly<Record<string, unknown>>;
  if (!Object.keys(members).some((name) => special.test(name))) return members;
  const renamed = new Map<string, unknown>();
  for (const [name, value] of Object.entries(members)) {
    const written = toNFC(name);
    if (renamed.has(written)) throw new TypeError(`an object has the name ${JSON.stringify(written)} twice`);
    renamed.set(written, value);
  }
  return Object.fromEntries(renamed);
}

/**
 * What may be other than it is after NFC, or escaped in JSON, or half of a pair: all but Latin letters and general
 * punctuation. Most texts have nothing of it, and are done with.
 */
const special = /[^ !#-[\]-\u02ff\u2002-\u2064]/;

function writeText(text: string): string {
  return special.test(text) ? JSON.stringify(toNFC(text)) : `"${text}"`;
}

// Firefox's normalize() replaces a lone surrogate by U+FFFD, so that it must be looked for before.
function toNFC(text: string): string {
  if (!special.test(text)) return text;
  if (/\p{Surrogate}/u.test(text)) throw new TypeError('a lone surrogate has no canonical form');
  return text.normalize('NFC');
}
