import { withoutAddresses } from './french-typography.ts';

/** What a keyboard cannot type, and what has one right form only; in this order. */
const repairs: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/ {2,}/gu, ' '],
  [/['´\u2032\u02bc]/gu, '’'],
  [/"(?=\S)([^"]*?)(?<=\S)"/gu, '«\u00a0$1\u00a0»'],
  [/\.{3,}/gu, '…'],
  [/«[^\S\u00a0]?(?!\u00a0)(?=\S)/gu, '«\u00a0'],
  [/(?<=\S)[^\S\u00a0]?(?<!\u00a0)»/gu, '\u00a0»'],
  [/(?<=[\p{L}\d)\]’…%»]) ?\u00a0?(?=[;!?])/gu, '\u202f'],
  [/(?<=[\p{L}\d)\]’…%»])[ \u202f]?(?=:(?!(?<=\d:)\d))/gu, '\u00a0'],
  [/(?<=\d)[ \u202f]?(?=[%‰€])/gu, '\u00a0'],
  [/(?<=(?<![\p{L}\d])(?:art\.|[nN]°|[LRD]\.))[ \u202f]?(?=\d|[LRD]\.)/gu, '\u00a0'],
  [/(?<=(?<![\d,.-])\d{1,3}(?:\u202f\d{3})*)[ \u00a0](?=\d{3}(?![\d,-]))/gu, '\u202f'],
  [/(?<=\d)[ \u202f]?h[ \u202f]?(?=[0-5]\d(?!\d))/gu, '\u00a0h\u00a0'],
];

/**
 * A French text with the spaces, apostrophes and quotation marks that typography asks for, typed as a keyboard can:
 * `Vraiment ?` gets its U+202F, `l'accord` its ’. What only a person can decide (accents, abbreviations) is left.
 *
 * @returns Runs as many as were given, the same text as it is read but for those signs.
 */
export function repairTypography(runs: readonly string[]): string[] {
  let texts = [...runs];
  // One repair can make room for another: a quote that ends a pair may begin the next.
  for (let before = ''; before !== texts.join('');) {
    before = texts.join('');
    for (const [pattern, replacement] of repairs) texts = replaceAcross(texts, pattern, replacement);
  }
  return texts;
}

/** Replaces over the joined runs: the sign that a space goes before may stand in another run. */
function replaceAcross(runs: readonly string[], pattern: RegExp, replacement: string): string[] {
  const joined = runs.join('');
  const prose = withoutAddresses(joined);
  const matches = [...prose.matchAll(pattern)].filter(({ 0: found }) => found !== replacement);
  if (matches.length === 0) return [...runs];
  const ends: number[] = [];
  for (const run of runs) ends.push((ends.at(-1) ?? 0) + run.length);
  const results = runs.map(() => '');
  const append = (number: number, text: string): void => {
    results[number] = (results[number] ?? '') + text;
  };
  const copy = (from: number, to: number): void => {
    let start = 0;
    for (const [number, end] of ends.entries()) {
      append(number, joined.slice(Math.max(from, start), Math.max(start, Math.min(to, end))));
      start = end;
    }
  };
  const runAt = (offset: number): number => {
    const number = ends.findIndex((end) => offset < end);
    return number === -1 ? runs.length - 1 : number;
  };
  let done = 0;
  for (const { index, 0: found, 1: inner } of matches) {
    copy(done, index);
    done = index + found.length;
    if (inner === undefined) append(runAt(index), replacement);
    else {
      const [open, close] = replacement.split('$1');
      append(runAt(index), open!);
      copy(index + 1, done - 1);
      append(runAt(done - 1), close!);
    }
  }
  copy(done, joined.length);
  return results;
}
