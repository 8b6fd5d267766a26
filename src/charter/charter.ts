import * as v from 'valibot';
import { DocumentError } from '../internal/document-error.ts';
import { problemAt } from '../internal/problems.ts';
import { isLanguageTag } from '../internal/text-checks.ts';
import {
  dateSchema,
  idSchema,
  linkSchema,
  oneOf,
  parseDocument,
  someText,
  tell,
  tellChoice,
  uniqueIds,
} from '../internal/validation.ts';
import { copyDocument } from './copy-document.ts';

const runSchema = v.union(
  [
    v.string(),
    v.looseObject({ strong: v.string() }),
    v.looseObject({ em: v.string() }),
    v.looseObject({ link: linkSchema, text: someText }),
  ],
  tell('not-a-run'),
);

/** A string, or runs of `strong`, `em` and `link`. There is no markup to parse, so nothing to sanitise. */
const textSchema = v.union(
  [someText, v.pipe(v.array(runSchema), v.minLength(1, tell('empty-text')))],
  tell('not-a-text'),
);

const blockTypes = ['paragraph', 'list', 'quote', 'legal-reference'] as const;

const blockSchema = v.variant(
  'type',
  [
    v.looseObject({ type: v.literal('paragraph'), text: textSchema }),
    v.looseObject({
      type: v.literal('list'),
      items: v.pipe(v.array(textSchema), v.minLength(1, tell('empty-list'))),
    }),
    v.looseObject({ type: v.literal('quote'), text: textSchema, cite: v.optional(someText) }),
    v.looseObject({
      type: v.literal('legal-reference'),
      code: someText,
      article: someText,
      href: v.optional(linkSchema),
      /** The exact wording, without quotation marks. */
      text: v.optional(textSchema),
    }),
  ],
  tellChoice(blockTypes),
);

export const audienceSchema = oneOf(['staff', 'patients', 'visitors']);
const audiencesSchema = v.optional(v.pipe(v.array(audienceSchema), v.minLength(1, tell('no-audience'))));

const versionSchema = v.pipe(v.string(), v.regex(/^\d+(\.\d+){0,2}$/, tell('not-a-version')));

const sectionSchema = v.looseObject({
  id: idSchema,
  title: someText,
  audiences: audiencesSchema,
  since: v.optional(versionSchema),
  body: v.pipe(v.array(blockSchema), v.minLength(1, tell('empty-section'))),
  plain: v.optional(v.array(textSchema)),
});

const practiceSchema = v.looseObject({
  id: idSchema,
  group: v.optional(someText),
  text: textSchema,
  why: v.optional(textSchema),
  audiences: audiencesSchema,
  /** False when left out. */
  required: v.optional(v.boolean()),
});

const statementSchema = v.looseObject({
  id: idSchema,
  text: someText,
  /** True when left out. */
  required: v.optional(v.boolean()),
});

/** The charter document, one JSON file per charter and locale. Published as `schemas/charter.schema.json`. */
export const charterSchema = v.looseObject({
  schema: v.literal('charter/1', tell('other-schema', { expected: 'charter/1' })),
  id: idSchema,
  version: versionSchema,
  locale: v.pipe(v.string(), v.check(isLanguageTag, tell('not-a-language'))),
  title: someText,
  summary: v.optional(textSchema),
  issuer: v.optional(
    v.looseObject({
      name: someText,
      contact: v.optional(v.looseObject({ label: someText, href: linkSchema })),
    }),
  ),
  effectiveFrom: v.optional(dateSchema),
  sections: v.pipe(v.array(sectionSchema), v.minLength(1, tell('no-section')), uniqueIds()),
  practices: v.optional(v.pipe(v.array(practiceSchema), uniqueIds())),
  statements: v.optional(v.pipe(v.array(statementSchema), uniqueIds())),
  history: v.optional(
    v.array(v.looseObject({ version: versionSchema, date: dateSchema, changes: textSchema })),
  ),
  sources: v.optional(
    v.array(
      v.looseObject({ title: someText, href: v.optional(linkSchema), reviewedOn: v.optional(dateSchema) }),
    ),
  ),
});

/** A validated charter. Nothing is added to the document, so that its digest stays the document's. */
export type Charter = v.InferOutput<typeof charterSchema>;
export type Section = v.InferOutput<typeof sectionSchema>;
export type Practice = v.InferOutput<typeof practiceSchema>;
export type Statement = v.InferOutput<typeof statementSchema>;
export type Block = v.InferOutput<typeof blockSchema>;
export type Text = v.InferOutput<typeof textSchema>;
export type Audience = v.InferOutput<typeof audienceSchema>;

/**
 * Validates a charter document.
 *
 * @param url - Where it came from, for the message.
 * @throws DocumentError with the JSON path and the reason of every problem.
 */
export function parseCharter(value: unknown, url?: string): Charter {
  let copy: unknown;
  try {
    copy = copyDocument(value);
  } catch {
    throw new DocumentError('charter', [problemAt('$', 'too-deep', {})], url);
  }
  parseDocument(charterSchema, copy, 'charter', url);
  return copy as Charter;
}
