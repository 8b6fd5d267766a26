import type { TypographyFaultCode } from '../messages/finding-codes.ts';

/** The French whose typography the rules describe; Canada and Switzerland have their own. */
export const isFrenchOfFrance = (locale: unknown): boolean =>
  typeof locale === 'string' && /^fr(?!-(?:ca|ch))/i.test(locale);

const months = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
const accented =
  'Ecart|Echang|Echec|Ecole|Econo|Ecout|Ecran|Ecri|Edit|Egal|Electr|Elev|Elimin|Elève|Energ|Epoque|Equip|Etabl|Etap|' +
  'Etat|Etei|Etendr|Etrang|Etre|Etud|Eval|Event|Evit|Evén';

/** What each rule forbids, by the Lexique of the Imprimerie nationale; `u` is for letters beyond ASCII. */
const rules: readonly (readonly [fault: TypographyFaultCode, pattern: RegExp])[] = [
  ['double-sign', /(?<!^|[\u202f!?([]|«\u00a0)[;!?]/gu],
  ['colon', /(?<!^|\u00a0|«\u00a0):(?!(?<=\d:)\d)/gu],
  ['opening-quote', /«(?!\u00a0)/gu],
  ['closing-quote', /(?<!\u00a0)»/gu],
  ['percent', /\d[^\S\u00a0]?[%‰€]/gu],
  ['unit', /\d[^\S\u00a0]?(?:[KMGko]o|[kcm]m|[kmµ]g|ml|cl|min|px|h)(?![\p{L}\d]|[^\S]?\d)/gu],
  ['time', /\d(?!\u00a0h\u00a0\d\d)\s?h\s?\d\d/gu],
  ['number-sign', /(?<![\p{L}\d])(?:art\.|[nN]°|[LRD]\.)[^\S\u00a0]?(?=\d|[LRD]\.)/gu],
  ['thousands', /\d[^\S\u202f]\d{3}(?!\d)/gu],
  ['apostrophe', /['`´\u2032\u02bc]/gu],
  ['straight-quotes', /"/gu],
  ['ellipsis', /\.{2,}/gu],
  ['etc', /etc\.?…/gu],
  ['two-spaces', /\s{2,}/gu],
  ['space-before', /(?<!«)\s(?:[,)\]…]|\.(?![\p{L}\d]))/gu],
  ['space-after', /[([]\s/gu],
  ['edge-space', /^\s|\s$/gu],
  ['ordinal', /\d(?:ème|eme|ère|ere|ième|ière|ier|nde?)s?(?!\p{L})/gu],
  ['first-day', new RegExp(`(?<![\\d\\p{L}])0?1\\s(?:${months})`, 'gu')],
  ['zero-day', new RegExp(`(?<!\\d)0[2-9]\\s(?:${months})`, 'gu')],
  ['capital-a', /(?<=^|[.!?…]\s|«\u00a0)A(?=\s\p{Ll})/gu],
  ['capitals', new RegExp(`(?<!\\p{L})(?:${accented}|Ca(?=\\s))`, 'gu')],
  ['ligature', /oe(?=u|il)/giu],
  ['median-point', /\p{L}[·•‧⋅・]\p{L}/gu],
];

const address = /\b(?:[a-z][a-z0-9+.-]*:\/\/|mailto:|tel:|urn:)[^\s»)]+/giu;

/** The text with each address, which has its own signs, replaced by a word of the same length. */
export function withoutAddresses(text: string): string {
  // Nearly every text has none, and looking for one takes long.
  if (!/:\/\/|mailto:|tel:|urn:/i.test(text)) return text;
  return text.replace(address, (found) => 'x'.repeat(found.length));
}

/** What a text has against a rule of typography. */
export interface TypographyFault {
  readonly fault: TypographyFaultCode;
  /** Where it is in the text. */
  readonly index: number;
  readonly length: number;
}

/**
 * What is wrong with a French text by the rules of typography; nothing when it is right. Give it the text as it is
 * read: a paragraph whole, not run by run.
 */
export function findTypographyFaults(text: string): TypographyFault[] {
  const faults: TypographyFault[] =
    text === text.normalize('NFC') ? [] : [{ fault: 'not-composed', index: 0, length: 0 }];
  const prose = withoutAddresses(text);
  for (const [fault, pattern] of rules) {
    for (const { index, 0: found } of prose.matchAll(pattern)) {
      faults.push({ fault, index, length: found.length });
    }
  }
  return faults;
}
