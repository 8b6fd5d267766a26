const nbsp = '\u00a0';
const nnbsp = '\u202f';
const months = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
const accented =
  'Ecart|Echang|Echec|Ecole|Econo|Ecout|Ecran|Ecri|Edit|Egal|Electr|Elev|Elimin|Elève|Energ|Epoque|Equip|Etabl|Etap|' +
  'Etat|Etei|Etendr|Etrang|Etre|Etud|Eval|Event|Evit|Evén';

/** What each rule forbids, by the Lexique of the Imprimerie nationale; `u` is for letters beyond ASCII. */
const rules: readonly (readonly [fault: string, pattern: RegExp])[] = [
  ['no U+202F before ; ! ?', /(?<!^|[\u202f!?([]|«\u00a0)[;!?]/gu],
  ['no U+00A0 before :', /(?<!^|\u00a0|«\u00a0):(?!(?<=\d:)\d)/gu],
  ['no U+00A0 after «', /«(?!\u00a0)/gu],
  ['no U+00A0 before »', /(?<!\u00a0)»/gu],
  ['no U+00A0 before % or €', /\d[^\S\u00a0]?[%‰€]/gu],
  [
    'no U+00A0 before a unit',
    /\d[^\S\u00a0]?(?:[KMGko]o|[kcm]m|[kmµ]g|ml|cl|min|px|h)(?![\p{L}\d]|[^\S]?\d)/gu,
  ],
  ['no U+00A0 around h', /\d(?!\u00a0h\u00a0\d\d)\s?h\s?\d\d/gu],
  ['no U+00A0 after art., n°, L. or R.', /(?<![\p{L}\d])(?:art\.|[nN]°|[LRD]\.)[^\S\u00a0]?(?=\d|[LRD]\.)/gu],
  ['thousands not separated by U+202F', /\d[^\S\u202f]\d{3}(?!\d)/gu],
  ['an apostrophe that is not ’', /['`´\u2032\u02bc]/gu],
  ['straight quotation marks', /"/gu],
  ['points instead of …', /\.{2,}/gu],
  ['points after etc.', /etc\.?…/gu],
  ['two spaces', /\s{2,}/gu],
  ['a space before , . ) ] or …', /(?<!«)\s(?:[,)\]…]|\.(?![\p{L}\d]))/gu],
  ['a space after ( or [', /[([]\s/gu],
  ['a space at the beginning or the end', /^\s|\s$/gu],
  ['1er, 1re, 2e are written so', /\d(?:ème|eme|ère|ere|ième|ière|ier|nde?)s?(?!\p{L})/gu],
  ['the first of a month is 1er', new RegExp(`(?<![\\d\\p{L}])0?1\\s(?:${months})`, 'gu')],
  ['no zero before a day', new RegExp(`(?<!\\d)0[2-9]\\s(?:${months})`, 'gu')],
  ['À has its accent', /(?<=^|[.!?…]\s|«\u00a0)A(?=\s\p{Ll})/gu],
  ['É, Ê and Ç have their signs', new RegExp(`(?<!\\p{L})(?:${accented}|Ca(?=\\s))`, 'gu')],
  ['œ is one letter', /oe(?=u|il)/giu],
  ['a point médian', /\p{L}[·•‧⋅・]\p{L}/gu],
];

const address = /\b(?:[a-z][a-z0-9+.-]*:\/\/|mailto:|tel:|urn:)[^\s»)]+/giu;

/**
 * What is wrong with a French text by the rules of typography, each fault with the words around it; nothing when it is
 * right. Give it the text as it is read: a paragraph whole, not run by run.
 */
export function typographyFaults(text: string): string[] {
  const faults = text === text.normalize('NFC') ? [] : ['letters that are not composed (NFC)'];
  // An address has its own signs; a word of the same length keeps the places.
  const prose = text.replace(address, (found) => 'x'.repeat(found.length));
  for (const [fault, pattern] of rules) {
    for (const { index, 0: found } of prose.matchAll(pattern)) {
      const around = text.slice(Math.max(index - 15, 0), index + found.length + 15);
      faults.push(`${fault}: ${showSpaces(around)}`);
    }
  }
  return faults;
}

function showSpaces(text: string): string {
  return text.replaceAll(nbsp, '[A0]').replaceAll(nnbsp, '[202F]');
}
