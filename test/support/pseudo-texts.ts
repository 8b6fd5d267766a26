import type { Context, Next } from 'koa';
import { findInterfaceTexts } from '../../locales/msg-calls.ts';

const accents: Readonly<Record<string, string>> = {
  ...{
    a: 'å',
    c: 'ç',
    d: 'ð',
    e: 'ë',
    h: 'ħ',
    i: 'ï',
    k: 'ķ',
    l: 'ļ',
    n: 'ñ',
    o: 'ø',
    r: 'ř',
    s: 'š',
    t: 'ţ',
  },
  ...{
    u: 'ü',
    y: 'ý',
    A: 'Å',
    C: 'Ç',
    E: 'Ë',
    I: 'Ï',
    L: 'Ļ',
    N: 'Ñ',
    O: 'Ø',
    R: 'Ř',
    S: 'Š',
    T: 'Ţ',
    V: 'Ṽ',
  },
};

/** A text as a long translation would be: accents, two fifths longer, in brackets that show when it is cut off. */
export function pseudoText(text: string): string {
  const accented = text
    .split(/(\$\{\d+\})/)
    .map((part) =>
      part.startsWith('${') ? part : part.replaceAll(/\p{L}/gu, (letter) => accents[letter] ?? letter),
    )
    .join('');
  const missing = Math.ceil(text.length * 0.4);
  // Words, which can be broken between lines as those of a translation are.
  return `⟦${accented} ${'ñøţ ļøřëm ïpšüm '
    .repeat(Math.ceil(missing / 15))
    .slice(0, missing)
    .trim()}⟧`;
}

/** `GET /pseudo-texts.json`: all texts of the interface in the pseudo-locale, for `loadTexts()`. */
export async function pseudoTexts(context: Context, next: Next): Promise<void> {
  if (context.path !== '/pseudo-texts.json') return next();
  context.body = Object.fromEntries(findInterfaceTexts().map(({ id = '', text }) => [id, pseudoText(text)]));
}
