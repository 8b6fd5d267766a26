import type { NoParams, ProblemParams } from 'charter-elements/charter';
import type { Suggestion } from './nearest.ts';

/** `error`: browsers or readers would be wrong; `warning`: it works, and could be better. */
export type Severity = 'error' | 'warning';

type Word = { readonly word: string };
type Named = { readonly name: string };

/** What a text may be where bold, italic and links have no place. */
export type PlainText = 'title' | 'section-title' | 'group-title' | 'statement' | 'cite';
/** What has an id. */
export type Identified = 'section' | 'practice' | 'statement' | 'network' | 'step';
/** Forms of a value of the front matter. */
export type FrontShape = 'word' | 'plain' | 'text' | 'list' | 'map';

/** Names of the syntax errors of JSON, as jsonc-parser has them. */
export type JSONFault =
  | 'InvalidSymbol'
  | 'InvalidNumberFormat'
  | 'PropertyNameExpected'
  | 'ValueExpected'
  | 'ColonExpected'
  | 'CommaExpected'
  | 'CloseBraceExpected'
  | 'CloseBracketExpected'
  | 'EndOfFileExpected'
  | 'InvalidCommentToken'
  | 'UnexpectedEndOfComment'
  | 'UnexpectedEndOfString'
  | 'UnexpectedEndOfNumber'
  | 'InvalidUnicode'
  | 'InvalidEscapeCharacter'
  | 'InvalidCharacter';

/** The rules of French typography. */
export type TypographyFaultCode =
  | 'double-sign'
  | 'colon'
  | 'opening-quote'
  | 'closing-quote'
  | 'percent'
  | 'unit'
  | 'time'
  | 'number-sign'
  | 'thousands'
  | 'apostrophe'
  | 'straight-quotes'
  | 'ellipsis'
  | 'etc'
  | 'two-spaces'
  | 'space-before'
  | 'space-after'
  | 'edge-space'
  | 'ordinal'
  | 'first-day'
  | 'zero-day'
  | 'capital-a'
  | 'capitals'
  | 'ligature'
  | 'median-point'
  | 'not-composed';

/** What a schema finds, with the name of the member where the words need it. */
type SchemaParams = Omit<ProblemParams, 'missing' | 'unexpected' | 'empty-text'> & {
  missing: Named;
  unexpected: Named;
  'empty-text': Named;
};

/** What each finding has to say beside its place. Codes do not change with the wording. */
export interface FindingParams extends SchemaParams {
  'no-front-matter': NoParams;
  'open-front-matter': NoParams;
  'front-matter-repeated': NoParams;
  'front-matter-tab': NoParams;
  'front-matter-colon': NoParams;
  'front-matter-sign': NoParams;
  'front-matter-line': NoParams;
  'front-matter-no-names': NoParams;
  'front-matter-unknown': Word & Suggestion;
  'front-matter-twice': Word;
  'front-matter-shape': { readonly expected: FrontShape };
  'front-matter-misplaced': { readonly choices: readonly string[] };
  'front-matter-paragraph': NoParams;
  'text-before-sections': NoParams;
  'text-between-lists': NoParams;
  'titles-differ': NoParams;
  'second-title': NoParams;
  'charter-without-id': { readonly id: string };
  'without-id': { readonly what: Identified; readonly id: string };
  'unknown-class': { readonly className: string };
  'heading-before-sections': NoParams;
  'heading-in-section': NoParams;
  'heading-space': NoParams;
  'misplaced-attribute': Word;
  'unreadable-attribute': { readonly written: string };
  'unknown-attribute': Word & Suggestion;
  'unknown-audience': Word & Suggestion;
  'no-audience-word': NoParams;
  'plain-only': { readonly what: PlainText };
  'two-marks': NoParams;
  'link-title': NoParams;
  image: NoParams;
  'inline-code': NoParams;
  html: NoParams;
  'line-end': NoParams;
  'not-carried-in-text': NoParams;
  'code-block': NoParams;
  'thematic-break': NoParams;
  'not-carried': NoParams;
  table: NoParams;
  'mistyped-block': NoParams;
  'list-dash': NoParams;
  footnote: NoParams;
  'ordered-list': NoParams;
  'nested-list': NoParams;
  'long-item': NoParams;
  'empty-item': NoParams;
  'empty-entry': NoParams;
  'only-why': NoParams;
  'quote-of-text': NoParams;
  'quote-of-one-paragraph': NoParams;
  'open-block': Named;
  'unknown-block': Named & Suggestion;
  'reference-attribute': Word;
  'reference-lacks': Word;
  'reference-of-one-paragraph': NoParams;
  'plain-on-one-line': NoParams;
  'plain-of-sentences': NoParams;
  'second-plain': NoParams;
  'statement-with-why': NoParams;
  'statement-with-audience': NoParams;
  'empty-file': NoParams;
  'json-syntax': { readonly fault: JSONFault | undefined };
  'repeated-name': Named;
  'unknown-document': NoParams;
  'id-taken': { readonly what: Identified; readonly id: string };
  misspelled: Named & { readonly near: string };
  'history-lacks-version': { readonly version: string };
  'history-later': { readonly version: string };
  'since-later': { readonly since: string; readonly version: string };
  'no-issuer': NoParams;
  'no-statement': NoParams;
  'vague-link': { readonly text: string };
  'bare-address': { readonly address: string };
  'review-before-edition': { readonly revision: string };
  'host-of-built-in': { readonly host: string; readonly network: string };
  'not-a-host': { readonly host: string };
  'link-elsewhere': { readonly href: string; readonly network: string; readonly hosts: readonly string[] };
  'step-taken': { readonly id: string; readonly owner: string; readonly network: string };
  'text-of-no-text': { readonly id: string };
  'unknown-text': { readonly id: string; readonly near: string | undefined };
  'emptied-text': NoParams;
  /** `value` is the name of a value, as in interface-values.ts. */
  'value-left-out': { readonly mark: string; readonly value: string; readonly original: string };
  'value-unknown': { readonly mark: string; readonly original: string };
  /** `near` is the words around, empty where the fault is of the whole text. */
  typography: { readonly fault: TypographyFaultCode; readonly near: string };
}

export type FindingCode = keyof FindingParams;

/** A code with what it has to say. */
export type CodedFinding = {
  [Code in FindingCode]: { readonly code: Code; readonly params: FindingParams[Code] };
}[FindingCode];
