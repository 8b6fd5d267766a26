/** What a JSON value is. */
export type JSONKind = 'text' | 'number' | 'boolean' | 'list' | 'object' | 'null';

/** A value that was found where another was expected; `value` is that of a text, a number or a boolean. */
export interface Received {
  readonly received: JSONKind;
  readonly value?: string | number | boolean;
}

/** Nothing to say beside the code. */
export type NoParams = Readonly<Record<string, never>>;

/** What each problem has to say beside its code and its path. Codes do not change with the wording. */
export interface ProblemParams {
  /** A member that has to be there is not. */
  missing: NoParams;
  /** A member that the schema does not allow. */
  unexpected: NoParams;
  'wrong-type': Received & { readonly expected: JSONKind };
  /** A value that is none of a list. */
  'not-a-choice': Received & { readonly choices: readonly string[] };
  /** A value that has to be another one: `expected` is JSON. */
  'not-that-value': { readonly expected: string };
  /** The document names another schema than its own, or none that is known. */
  'other-schema': { readonly expected: string };
  'empty-text': NoParams;
  'empty-list': NoParams;
  'empty-section': NoParams;
  'no-section': NoParams;
  'no-audience': NoParams;
  /** A list of more items than `most`. */
  'too-many': { readonly most: number };
  'not-a-text': NoParams;
  'not-a-run': NoParams;
  'not-a-path-step': NoParams;
  'not-an-id': NoParams;
  'repeated-id': { readonly id: string };
  'not-a-version': NoParams;
  'not-a-language': NoParams;
  'not-a-date': NoParams;
  /** A date that is well written, such as 30 February. */
  'no-such-date': NoParams;
  'not-an-instant': NoParams;
  'no-such-instant': NoParams;
  'not-a-whole-number': { readonly least: number };
  'unsafe-link': { readonly link: string };
  'not-a-deep-link': NoParams;
  'not-a-uuid': NoParams;
  'not-a-digest': NoParams;
  /** A text of more code points, in NFC, than `most`. */
  'too-long': { readonly most: number };
  'unpaired-surrogate': NoParams;
  'control-character': NoParams;
  'bidirectional-control': NoParams;
  'line-break': NoParams;
  'malformed-email': NoParams;
  /** A text in which nothing can be seen. */
  invisible: NoParams;
  /** A text with U+0000, or half of a surrogate pair. */
  unstorable: NoParams;
  'too-deep': NoParams;
  /** The document has no canonical form; `reason` is the engine’s, or ours, in English. */
  'no-digest': { readonly reason: string };
  /** `reason` is the name of an error of jsonc-parser, such as `CommaExpected`. */
  'not-json': { readonly reason: string };
  /** A schema that says nothing more; `reason` is in English. */
  invalid: { readonly reason: string };
}

export type ProblemCode = keyof ProblemParams;

/** A problem, wherever it is. */
export type Problem = {
  [Code in ProblemCode]: { readonly code: Code; readonly params: ProblemParams[Code] };
}[ProblemCode];

/** One reason why a document was refused. */
export type ValidationProblem = Problem & {
  /** JSONPath of the offending value, such as `$.sections[2].title`. */
  readonly path: string;
  /** The problem in English, made from its code: for the log. */
  readonly message: string;
};

const kinds: Readonly<Record<JSONKind, string>> = {
  text: 'a text',
  number: 'a number',
  boolean: 'true or false',
  list: 'a list',
  object: 'an object',
  null: 'null',
};

const found = ({ received, value }: Received): string =>
  value === undefined ? kinds[received] : JSON.stringify(value);

const wordings: { readonly [Code in ProblemCode]: (params: ProblemParams[Code]) => string } = {
  missing: () => 'this is missing',
  unexpected: () => 'this is not part of the contract: leave it out',
  'wrong-type': ({ expected, ...received }) => `${kinds[expected]} is expected here, not ${found(received)}`,
  'not-a-choice': ({ choices, ...received }) =>
    `one of ${choices.map((choice) => JSON.stringify(choice)).join(', ')} is expected here, not ${found(received)}`,
  'not-that-value': ({ expected }) => `expected ${expected}`,
  'other-schema': ({ expected }) => `expected "${expected}"`,
  'empty-text': () => 'the text is empty',
  'empty-list': () => 'the list is empty',
  'empty-section': () => 'the section is empty',
  'no-section': () => 'the charter has no section',
  'no-audience': () => 'no audience is named: leave the list out to speak to everyone',
  'too-many': ({ most }) => `more than ${most.toLocaleString('en')} items`,
  'not-a-text': () => 'a text is a string or a list of runs',
  'not-a-run': () =>
    'a run is a string, { "strong": "…" }, { "em": "…" } or { "link": "https://…", "text": "…" }',
  'not-a-path-step': () => 'a place is a text of yours, or { "label": "…" } for words seen on the screen',
  'not-an-id': () => 'an id holds letters, digits, ".", "_" and "-", and begins with a letter or a digit',
  'repeated-id': ({ id }) => `the id "${id}" is used twice`,
  'not-a-version': () => 'a version is written 1, 1.2 or 1.2.3',
  'not-a-language': () => 'the locale is not a language tag such as "fr" or "fr-CA"',
  'not-a-date': () => 'a date is written YYYY-MM-DD',
  'no-such-date': () => 'this date is not in the calendar',
  'not-an-instant': () => 'not an instant in UTC, such as 2026-11-23T12:00:00.000Z',
  'no-such-instant': () => 'this instant does not exist',
  'not-a-whole-number': ({ least }) => `a whole number from ${least} is expected here`,
  'unsafe-link': ({ link }) =>
    `the link ${JSON.stringify(link)} is not allowed: use https:, mailto:, tel: or a relative address`,
  'not-a-deep-link': () => 'a deep link starts with https:// (or tg:// for Telegram)',
  'not-a-uuid': () => 'not a lower-case UUID',
  'not-a-digest': () => 'not a digest: "sha256:" and 64 lower-case hexadecimal digits',
  'too-long': ({ most }) => `longer than ${most} characters`,
  'unpaired-surrogate': () => 'the text holds half of a surrogate pair, which UTF-8 cannot store',
  'control-character': () => 'the text holds a control character (U+0000 to U+001F or U+007F to U+009F)',
  'bidirectional-control': () =>
    'the text holds a control of direction (U+202A to U+202E or U+2066 to U+2069), which can make it read as another',
  'line-break': () => 'the text holds a line break',
  'malformed-email': () => 'not an e-mail address',
  invisible: () => 'the text holds only invisible characters',
  unstorable: () => 'the text holds a character that cannot be stored (U+0000 or half of a pair)',
  'too-deep': () => 'the document is nested too deep, or holds itself',
  'no-digest': ({ reason }) => `it has no digest: ${reason}`,
  'not-json': ({ reason }) => `this is not JSON (${reason})`,
  invalid: ({ reason }) => reason,
};

/** Every code of a problem, for whoever puts them into words. */
export const problemCodes = Object.keys(wordings) as readonly ProblemCode[];

/** A problem in English, with what to do where there is something to do. */
export function describeProblem<Code extends ProblemCode>(code: Code, params: ProblemParams[Code]): string {
  return wordings[code](params);
}

/** A problem at its place, with its words. */
export function problemAt<Code extends ProblemCode>(
  path: string,
  code: Code,
  params: ProblemParams[Code],
): ValidationProblem {
  // The compiler does not see that code and parameters go together whatever the code.
  return { code, path, params, message: describeProblem(code, params) } as unknown as ValidationProblem;
}
