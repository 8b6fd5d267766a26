/** An example of test/fixtures/canonical-form. */
export interface CanonicalExample {
  readonly input: string;
  readonly rfc8785: string;
  /** Ours, where NFC makes it differ. */
  readonly canonical?: string;
}

export interface NumberExamples {
  readonly numbers: readonly { readonly ieee754: string; readonly text: string | null }[];
}

export const exampleNames = ['arrays', 'french', 'structures', 'unicode', 'values', 'weird', 'sorting'];

/** The double that 16 hexadecimal digits stand for. */
export function doubleFrom(hex: string): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${hex}`));
  return view.getFloat64(0);
}

/** Values that read the same and are written differently. */
export const sameReading: readonly [what: string, one: unknown, other: unknown][] = [
  ['a composed and a decomposed string', { title: 'réseaux' }, { title: 're\u0301seaux' }],
  ['a composed and a decomposed name', { é: 1, z: 2 }, { z: 2, 'e\u0301': 1 }],
  ['strings deep in arrays and objects', [{ a: ['Å'] }], [{ a: ['A\u030a'] }]],
  ['Hangul syllables and their letters', '한글', '한글'.normalize('NFD')],
  ['an ångström sign and a letter', '\u212b', 'Å'],
  ['two orders of the same members', { a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 }],
  ['a member that is undefined and none', { a: 1, b: undefined }, { a: 1 }],
  ['zero and minus zero', [0], [-0]],
];

/** Values that read differently, however alike they look. */
export const otherReading: readonly [what: string, one: unknown, other: unknown][] = [
  ['a number and its text', [1], ['1']],
  ['compatibility characters, which NFC keeps', 'ﬁ', 'fi'],
  ['a no-break space and a space', 'L.\u00a01110-4', 'L. 1110-4'],
  ['the two apostrophes', 'l’hôpital', "l'hôpital"],
  ['null and nothing', { a: null }, {}],
  ['two orders of an array', [1, 2], [2, 1]],
  ['a trailing space', 'a ', 'a'],
];

const lone = '\ud83d';
const cycle: { self?: unknown } = {};
cycle.self = [cycle];

/** Values that have no canonical form, with what the error must speak of. */
export const withoutForm: readonly [what: string, value: unknown, reason: RegExp][] = [
  ['NaN', { a: [NaN] }, /NaN/],
  ['infinity', [Infinity], /Infinity/],
  ['minus infinity', -Infinity, /Infinity/],
  ['a lone surrogate', { a: lone }, /lone surrogate/],
  ['a lone surrogate in a name', { [lone]: 1 }, /lone surrogate/],
  ['a trailing surrogate alone', '\ude00', /lone surrogate/],
  ['a cycle', cycle, /holds itself/],
  ['undefined', undefined, /undefined/],
  ['two names that NFC makes one', { é: 1, 'e\u0301': 2 }, /"é" twice/],
];

/** What Prototype.js 1.6 and older do to the prototypes, undone by the function that is returned. */
export function installForeignToJSON(prototypes: readonly object[]): () => void {
  for (const prototype of prototypes) {
    Object.defineProperty(prototype, 'toJSON', {
      configurable: true,
      enumerable: true,
      writable: true,
      value(this: unknown) {
        return `foreign ${String(this)}`;
      },
    });
  }
  return () => prototypes.forEach((prototype) => Reflect.deleteProperty(prototype, 'toJSON'));
}

/** Runs an act on a page without `crypto.subtle`, as plain-http intranets are. */
export async function withoutSubtle<T>(act: () => Promise<T>): Promise<T> {
  Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
  try {
    return await act();
  } finally {
    Reflect.deleteProperty(crypto, 'subtle');
  }
}
