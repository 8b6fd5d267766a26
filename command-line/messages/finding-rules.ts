import type { FindingCode, Severity } from './finding-codes.ts';

/** The checks that scripts know findings by, each with its codes. A code stands under one of them. */
const errors = {
  incomplet: ['missing', 'empty-text', 'empty-list', 'empty-section', 'no-section', 'no-audience'],
  format: [
    ...['unexpected', 'wrong-type', 'not-a-choice', 'not-that-value', 'other-schema', 'too-many'],
    ...['not-a-text', 'not-a-run', 'not-a-path-step', 'not-an-id', 'repeated-id', 'not-a-version'],
    ...['not-a-language', 'not-a-date', 'no-such-date', 'not-an-instant', 'no-such-instant'],
    ...['not-a-whole-number', 'unsafe-link', 'not-a-deep-link', 'not-a-uuid', 'not-a-digest', 'too-long'],
    ...['unpaired-surrogate', 'control-character', 'bidirectional-control', 'line-break', 'malformed-email'],
    ...['invisible', 'unstorable', 'too-deep', 'no-digest', 'not-json', 'invalid', 'unknown-document'],
  ],
  json: ['empty-file', 'json-syntax'],
  'nom-en-double': ['repeated-name'],
  'identifiant-en-double': ['id-taken', 'step-taken'],
  'en-tete': [
    ...['no-front-matter', 'open-front-matter', 'front-matter-repeated', 'front-matter-tab'],
    ...['front-matter-colon', 'front-matter-sign', 'front-matter-line', 'front-matter-no-names'],
    ...['front-matter-unknown', 'front-matter-twice', 'front-matter-shape', 'front-matter-misplaced'],
    'front-matter-paragraph',
  ],
  'hors-section': ['text-before-sections', 'text-between-lists'],
  titre: ['titles-differ', 'second-title'],
  'ordre-des-titres': ['heading-before-sections', 'heading-in-section', 'heading-space'],
  attribut: [
    ...['unknown-class', 'misplaced-attribute', 'unreadable-attribute', 'unknown-attribute'],
    ...['reference-attribute', 'statement-with-audience'],
  ],
  public: ['unknown-audience', 'no-audience-word'],
  'mise-en-forme': ['plain-only', 'two-marks', 'not-carried-in-text'],
  lien: ['link-title'],
  image: ['image'],
  inlineCode: ['inline-code'],
  html: ['html'],
  'retour-a-la-ligne': ['line-end'],
  code: ['code-block'],
  filet: ['thematic-break'],
  bloc: ['not-carried', 'mistyped-block', 'unknown-block'],
  'bloc-ouvert': ['open-block'],
  tableau: ['table'],
  liste: ['list-dash', 'empty-item', 'empty-entry'],
  'liste-numerotee': ['ordered-list'],
  'liste-imbriquee': ['nested-list', 'long-item', 'only-why'],
  note: ['footnote'],
  citation: ['quote-of-text', 'quote-of-one-paragraph'],
  reference: ['reference-lacks', 'reference-of-one-paragraph'],
  simple: ['plain-on-one-line', 'plain-of-sentences', 'second-plain'],
  engagement: ['statement-with-why'],
  relecture: ['review-before-edition'],
  hote: ['host-of-built-in', 'not-a-host', 'link-elsewhere'],
  texte: ['text-of-no-text', 'emptied-text'],
  'texte-inconnu': ['unknown-text'],
  valeur: ['value-unknown'],
} as const satisfies Readonly<Record<string, readonly FindingCode[]>>;

const warnings = {
  identifiant: ['charter-without-id', 'without-id'],
  'nom-inconnu': ['misspelled'],
  historique: ['history-lacks-version', 'history-later'],
  depuis: ['since-later'],
  etablissement: ['no-issuer'],
  engagements: ['no-statement'],
  'lien-vague': ['vague-link'],
  adresse: ['bare-address'],
  valeur: ['value-left-out'],
  typographie: ['typography'],
} as const satisfies Readonly<Record<string, readonly FindingCode[]>>;

/** Name of a check, which changes neither with the wording nor with the language. */
export type Rule = keyof typeof errors | keyof typeof warnings;

interface Kind {
  readonly severity: Severity;
  readonly rule: Rule;
}

function kindsOf(severity: Severity, rules: Readonly<Record<string, readonly FindingCode[]>>) {
  return Object.entries(rules).flatMap(([rule, codes]) =>
    codes.map((code) => [code, { severity, rule: rule as Rule }] as const),
  );
}

const kinds = new Map<FindingCode, Kind>([...kindsOf('error', errors), ...kindsOf('warning', warnings)]);

/** How much a finding matters, and the check that it stands under. */
export function kindOf(code: FindingCode): Kind {
  const kind = kinds.get(code);
  if (!kind) throw new Error(`the finding ${code} stands under no check`);
  return kind;
}
