import * as v from 'valibot';
import { DocumentError } from '../internal/document-error.ts';
import { isLanguageTag } from '../internal/text-checks.ts';
import {
  dateSchema,
  idSchema,
  linkSchema,
  parseDocument,
  someText,
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
  'a run is a string, { "strong": "…" }, { "em": "…" } or { "link": "https://…", "text": "…" }',
);

/** A string, or runs of `strong`, `em` and `link`. There is no markup to parse, so nothing to sanitise. */
const textSchema = v.union(
  [someText, v.pipe(v.array(runSchema), v.minLength(1, 'the text is empty'))],
  'a text is a string or a list of runs',
);

const blockSchema = v.variant('type', [
  v.looseObject({ type: v.literal('paragraph'), text: textSchema }),
  v.looseObject({
    type: v.literal('list'),
    items: v.pipe(v.array(textSchema), v.minLength(1, 'the list is empty')),
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
]);

export const audienceSchema = v.picklist(['staff', 'patients', 'visitors']);
const audiencesSchema = v.optional(
  v.pipe(
    v.array(audienceSchema),
    v.minLength(1, 'no audience is named: leave the list out to speak to everyone'),
  ),
);

const versionSchema = v.pipe(
  v.string(),
  v.regex(/^\d+(\.\d+){0,2}$/, 'a version is written 1, 1.2 or 1.2.3'),
);

const sectionSchema = v.looseObject({
  id: idSchema,
  title: someText,
  audiences: audiencesSchema,
  since: v.optional(versionSchema),
  body: v.pipe(v.array(blockSchema), v.minLength(1, 'the section is empty')),
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
  schema: v.literal('charter/1', 'expected "charter/1"'),
  id: idSchema,
  version: versionSchema,
  locale: v.pipe(
    v.string(),
    v.check(isLanguageTag, 'the locale is not a language tag such as "fr" or "fr-CA"'),
  ),
  title: someText,
  summary: v.optional(textSchema),
  issuer: v.optional(
    v.looseObject({
      name: someText,
      contact: v.optional(v.looseObject({ label: someText, href: linkSchema })),
    }),
  ),
  effectiveFrom: v.optional(dateSchema),
  sections: v.pipe(v.array(sectionSchema), v.minLength(1, 'the charter has no section'), uniqueIds()),
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
    const message = 'the document is nested too deep, or holds itself';
    throw new DocumentError('charter', [{ path: '$', message }], url);
  }
  parseDocument(charterSchema, copy, 'charter', url);
  return copy as Charter;
}
