const months = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
const accented =
  'Ecart|Echang|Echec|Ecole|Econo|Ecout|Ecran|Ecri|Edit|Egal|Electr|Elev|Elimin|Elève|Energ|Epoque|Equip|Etabl|Etap|' +
  'Etat|Etei|Etendr|Etrang|Etre|Etud|Eval|Event|Evit|Evén';

/** A rule of French typography. */
interface TypographyRule {
  /** What is wrong, for those who keep the project. */
  readonly fault: string;
  /** What to do, for those who write. */
  readonly advice: string;
  /** What it forbids; `u` is for letters beyond ASCII. */
  readonly pattern: RegExp;
}

/** By the Lexique of the Imprimerie nationale. */
const rules: readonly TypographyRule[] = (
  [
    [
      'no U+202F before ; ! ?',
      'mettez une espace fine insécable (U+202F) avant ; ! et ?',
      /(?<!^|[\u202f!?([]|«\u00a0)[;!?]/gu,
    ],
    [
      'no U+00A0 before :',
      'mettez une espace insécable (U+00A0) avant les deux-points',
      /(?<!^|\u00a0|«\u00a0):(?!(?<=\d:)\d)/gu,
    ],
    ['no U+00A0 after «', 'mettez une espace insécable (U+00A0) après «', /«(?!\u00a0)/gu],
    ['no U+00A0 before »', 'mettez une espace insécable (U+00A0) avant »', /(?<!\u00a0)»/gu],
    ['no U+00A0 before % or €', 'mettez une espace insécable (U+00A0) avant % ou €', /\d[^\S\u00a0]?[%‰€]/gu],
    [
      'no U+00A0 before a unit',
      'mettez une espace insécable (U+00A0) entre le nombre et son unité',
      /\d[^\S\u00a0]?(?:[KMGko]o|[kcm]m|[kmµ]g|ml|cl|min|px|h)(?![\p{L}\d]|[^\S]?\d)/gu,
    ],
    [
      'no U+00A0 around h',
      'écrivez l’heure avec des espaces insécables (U+00A0) : « 16 h 15 »',
      /\d(?!\u00a0h\u00a0\d\d)\s?h\s?\d\d/gu,
    ],
    [
      'no U+00A0 after art., n°, L. or R.',
      'mettez une espace insécable (U+00A0) avant le numéro',
      /(?<![\p{L}\d])(?:art\.|[nN]°|[LRD]\.)[^\S\u00a0]?(?=\d|[LRD]\.)/gu,
    ],
    [
      'thousands not separated by U+202F',
      'séparez les milliers par une espace fine insécable (U+202F)',
      /\d[^\S\u202f]\d{3}(?!\d)/gu,
    ],
    ['an apostrophe that is not ’', 'mettez une apostrophe courbe : ’', /['`´\u2032\u02bc]/gu],
    ['straight quotation marks', 'mettez des guillemets français : « … »', /"/gu],
    ['points instead of …', 'mettez le signe … à la place des points', /\.{2,}/gu],
    ['points after etc.', 'après « etc. », ne mettez pas de points de suspension', /etc\.?…/gu],
    ['two spaces', 'ne laissez qu’une espace', /\s{2,}/gu],
    [
      'a space before , . ) ] or …',
      'enlevez l’espace qui précède ce signe',
      /(?<!«)\s(?:[,)\]…]|\.(?![\p{L}\d]))/gu,
    ],
    ['a space after ( or [', 'enlevez l’espace qui suit la parenthèse ou le crochet', /[([]\s/gu],
    ['a space at the beginning or the end', 'enlevez l’espace au début ou à la fin du texte', /^\s|\s$/gu],
    [
      '1er, 1re, 2e are written so',
      'abrégez ainsi : « 1er », « 1re », « 2e »',
      /\d(?:ème|eme|ère|ere|ième|ière|ier|nde?)s?(?!\p{L})/gu,
    ],
    [
      'the first of a month is 1er',
      'écrivez « 1er » le premier jour du mois',
      new RegExp(`(?<![\\d\\p{L}])0?1\\s(?:${months})`, 'gu'),
    ],
    [
      'no zero before a day',
      'enlevez le zéro devant le jour',
      new RegExp(`(?<!\\d)0[2-9]\\s(?:${months})`, 'gu'),
    ],
    ['À has its accent', 'mettez l’accent sur la capitale : À', /(?<=^|[.!?…]\s|«\u00a0)A(?=\s\p{Ll})/gu],
    [
      'É, Ê and Ç have their signs',
      'mettez l’accent ou la cédille sur la capitale : É, Ê, Ç',
      new RegExp(`(?<!\\p{L})(?:${accented}|Ca(?=\\s))`, 'gu'),
    ],
    ['œ is one letter', 'liez les deux lettres : œ', /oe(?=u|il)/giu],
    [
      'a point médian',
      'évitez le point médian : cherchez un mot qui désigne tout le monde, ou les deux formes',
      /\p{L}[·•‧⋅・]\p{L}/gu,
    ],
  ] satisfies [string, string, RegExp][]
).map(([fault, advice, pattern]) => ({ fault, advice, pattern }));

const notComposed = {
  fault: 'letters that are not composed (NFC)',
  advice: 'des lettres accentuées sont écrites en deux signes : tapez-les de nouveau',
};

const address = /\b(?:[a-z][a-z0-9+.-]*:\/\/|mailto:|tel:|urn:)[^\s»)]+/giu;

/** The text with each address, which has its own signs, replaced by a word of the same length. */
export function withoutAddresses(text: string): string {
  // Nearly every text has none, and looking for one takes long.
  if (!/:\/\/|mailto:|tel:|urn:/i.test(text)) return text;
  return text.replace(address, (found) => 'x'.repeat(found.length));
}

/** What a text has against a rule of typography. */
export interface TypographyFault {
  readonly fault: string;
  readonly advice: string;
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
    text === text.normalize('NFC') ? [] : [{ ...notComposed, index: 0, length: 0 }];
  const prose = withoutAddresses(text);
  for (const { fault, advice, pattern } of rules) {
    for (const { index, 0: found } of prose.matchAll(pattern)) {
      faults.push({ fault, advice, index, length: found.length });
    }
  }
  return faults;
}
