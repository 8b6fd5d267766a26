import type { JSONFault, TypographyFaultCode } from './finding-codes.ts';
import type { Suggestion } from './nearest.ts';

/** What to do about each syntax error of JSON. */
export const jsonFaults: Readonly<Record<JSONFault, string>> = {
  InvalidSymbol: 'this sign is not expected here: look at the straight quotation marks around texts',
  InvalidNumberFormat: 'this number is not well written: write for example 2 or 1.5',
  PropertyNameExpected:
    'a name between straight quotation marks is expected here, or there is a comma too many',
  ValueExpected: 'a value is expected here, or there is a comma too many before it',
  ColonExpected: 'a colon is missing after the name',
  CommaExpected: 'a comma is missing before this sign',
  CloseBraceExpected: 'a closing brace } is missing',
  CloseBracketExpected: 'a closing bracket ] is missing',
  EndOfFileExpected: 'something follows the end of the document: take it away',
  InvalidCommentToken: 'JSON has no comments: take this one away',
  UnexpectedEndOfComment: 'this comment does not end: take it away',
  UnexpectedEndOfString: 'this text does not end: put a straight quotation mark at the end of the line',
  UnexpectedEndOfNumber: 'this number does not end: write for example 2 or 1.5',
  InvalidUnicode: 'this code \\u… is not whole: it has four digits',
  InvalidEscapeCharacter: 'this sign cannot follow \\: double the backslash (\\\\)',
  InvalidCharacter: 'a text cannot hold a tab or a line end: put a space or \\n in its place',
};

/** What is wrong, by the rules of French typography. */
export const typographyAdvice: Readonly<Record<TypographyFaultCode, string>> = {
  'double-sign': 'no U+202F before ; ! ?',
  colon: 'no U+00A0 before :',
  'opening-quote': 'no U+00A0 after «',
  'closing-quote': 'no U+00A0 before »',
  percent: 'no U+00A0 before % or €',
  unit: 'no U+00A0 before a unit',
  time: 'no U+00A0 around h',
  'number-sign': 'no U+00A0 after art., n°, L. or R.',
  thousands: 'thousands not separated by U+202F',
  apostrophe: 'an apostrophe that is not ’',
  'straight-quotes': 'straight quotation marks',
  ellipsis: 'points instead of …',
  etc: 'points after etc.',
  'two-spaces': 'two spaces',
  'space-before': 'a space before , . ) ] or …',
  'space-after': 'a space after ( or [',
  'edge-space': 'a space at the beginning or the end',
  ordinal: '1er, 1re, 2e are written so',
  'first-day': 'the first of a month is 1er',
  'zero-day': 'no zero before a day',
  'capital-a': 'À has its accent',
  capitals: 'É, Ê and Ç have their signs',
  ligature: 'œ is one letter',
  'median-point': 'a point médian',
  'not-composed': 'letters that are not composed (NFC)',
};

/** A sentence that proposes the nearest word, or else lists all of them. */
export const suggest = ({ near, choices }: Suggestion): string =>
  near === undefined ? `choose among ${choices.join(', ')}` : `did you mean “${near}”?`;
