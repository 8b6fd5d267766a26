/**
 * What a text of a signature record may be: the one definition, for the form before the review, for the schema of the
 * record (and with it the receiver and the JSON Schema that is published). Without the library of the schemas.
 *
 * Refused are half of a surrogate pair (no UTF-8 can hold it), control characters (C0 and C1; U+0000 has no place in a
 * database's text), controls that turn the direction of what follows (U+202A to U+202E, U+2066 to U+2069: a name could
 * be made to read as another), and texts in which nothing can be seen. Accepted are the marks and joiners that Arabic, Hebrew,
 * Persian and emoji are written with (U+200E, U+200F, U+061C, U+200C, U+200D), and a tab, which people paste from tables.
 */

/** Why a text cannot be in a record, the first that applies. */
export type TextFault =
  | 'empty'
  | 'unpaired-surrogate'
  | 'control-character'
  | 'bidirectional-control'
  | 'line-break'
  | 'invisible'
  | 'malformed-email'
  | 'too-long';

export interface TextRule {
  /** Longest text, in code points of its NFC form. */
  readonly maxLength: number;
  /** Line breaks are allowed. */
  readonly isMultiline?: boolean;
  /** It is an e-mail address. */
  readonly isEmail?: boolean;
}

/** The texts of a record that a person writes. */
export const textRules = {
  name: { maxLength: 200 },
  id: { maxLength: 200 },
  email: { maxLength: 254, isEmail: true },
  role: { maxLength: 200 },
  department: { maxLength: 200 },
  reason: { maxLength: 4000, isMultiline: true },
} as const satisfies Readonly<Record<string, TextRule>>;

// Inside of a character class, in escapes that other languages' engines of JSON Schema read too; those beyond the first plane
// as themselves, since no escape for them is common to all.
const span = (from: number, to: number) => `${String.fromCodePoint(from)}-${String.fromCodePoint(to)}`;
const surrogates = '\\ud800-\\udfff';
const controls = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f';
const directions = '\\u202a-\\u202e\\u2066-\\u2069';
const lineBreaks = '\\n\\r\\u2028\\u2029';
const spaces = '\\t \\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000\\ufeff';
// Unicode's Default_Ignorable_Code_Point, and the blank braille pattern.
const invisible =
  '\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u2060-\\u2065\\u206a-\\u206f' +
  '\\u2800\\u3164\\ufe00-\\ufe0f\\uffa0\\ufff0-\\ufff8' +
  span(0x1bca0, 0x1bca3) +
  span(0x1d173, 0x1d17a) +
  span(0xe0000, 0xe0fff);

/** Nothing of `refused`, and something that is not in `unseen`. */
const patternOf = (refused: string, unseen: string, ahead = '') =>
  new RegExp(`^${ahead}[${unseen}]*[^${unseen}${refused}][^${refused}]*$`, 'u');

const refusedInText = surrogates + controls + directions;
const unseen = spaces + invisible;
const linePattern = patternOf(refusedInText + lineBreaks, unseen);
const emailPattern = patternOf(refusedInText + lineBreaks, unseen, '(?=[^\\s@]+@[^\\s@]+$)');
const multilinePattern = patternOf(refusedInText, unseen + lineBreaks);

/** What a text has to match, whatever its length: also the `pattern` of the JSON Schema, to be read with the `u` flag. */
export function patternFor({ isMultiline, isEmail }: TextRule): RegExp {
  if (isEmail) return emailPattern;
  return isMultiline ? multilinePattern : linePattern;
}

const causes: readonly (readonly [TextFault, RegExp])[] = [
  ['empty', /^\s*$/],
  ['unpaired-surrogate', new RegExp(`[${surrogates}]`, 'u')],
  ['control-character', new RegExp(`[${controls}]`)],
  ['bidirectional-control', new RegExp(`[${directions}]`)],
  ['line-break', new RegExp(`[${lineBreaks}]`)],
];

/** Why a text cannot be in a record as it is, or `undefined` when it can. */
export function findTextFault(text: string, rule: TextRule): TextFault | undefined {
  if (!patternFor(rule).test(text)) return causeOf(text, rule);
  return isWithin(rule.maxLength, text) ? undefined : 'too-long';
}

function causeOf(text: string, { isMultiline, isEmail }: TextRule): TextFault {
  const found = causes.find(
    ([cause, pattern]) => !(isMultiline && cause === 'line-break') && pattern.test(text),
  );
  if (found) return found[0];
  return isEmail && linePattern.test(text) ? 'malformed-email' : 'invisible';
}

/** Length as the contract counts it: code points of the NFC form. */
export function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text.normalize('NFC')) count++;
  return count;
}

/** Whether a text has at most so many code points in NFC. */
export function isWithin(maxLength: number, text: string): boolean {
  // NFC makes at most three code units of one: most texts need not be counted.
  return text.length * 3 <= maxLength || countCodePoints(text) <= maxLength;
}
