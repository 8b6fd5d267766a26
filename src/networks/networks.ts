import * as v from 'valibot';
import {
  dateSchema,
  idSchema,
  oneOf,
  parseDocument,
  someText,
  tell,
  uniqueIds,
} from '../internal/validation.ts';

/** Where the words of a label come from: only wording that was seen is ever shown in quotation marks. */
const labelStatusSchema = oneOf(['official', 'third-party', 'translated']);

const linkSchema = v.looseObject({
  href: v.pipe(v.string(), v.regex(/^(https:\/\/|tg:\/\/)/, tell('not-a-deep-link'))),
  /** True once a person, or two independent sources, attested this exact address. Otherwise it is not made a link. */
  verified: v.optional(v.boolean(), false),
});

/** One place of a path in the menus: our own words, or a wording attested on the screen (shown in quotation marks). */
const pathSegmentSchema = v.union([someText, v.looseObject({ label: someText })], tell('not-a-path-step'));
const pathSchema = v.optional(v.array(pathSegmentSchema), () => []);

const stepSchema = v.looseObject({
  id: idSchema,
  /** Grows when the step changes: an outcome of an earlier revision is to be checked again. */
  revision: v.optional(
    v.pipe(
      v.number(),
      v.integer(tell('not-a-whole-number', { least: 1 })),
      v.minValue(1, tell('not-a-whole-number', { least: 1 })),
    ),
    1,
  ),
  topic: v.optional(v.string()),
  priority: v.optional(oneOf(['essential', 'reinforced']), 'essential'),
  /** The goal, in the reader's words. */
  title: someText,
  why: someText,
  label: v.optional(v.looseObject({ text: someText, status: labelStatusSchema })),
  paths: v.optional(v.looseObject({ web: pathSchema, ios: pathSchema, android: pathSchema }), () => ({
    web: [],
    ios: [],
    android: [],
  })),
  recommended: someText,
  link: v.optional(linkSchema),
  note: v.optional(someText),
  reviewedOn: dateSchema,
  attestedOn: v.optional(v.string()),
});

const networkSchema = v.looseObject({
  id: idSchema,
  name: someText,
  /** A hospital's file hides a built-in network with `true`. */
  hidden: v.optional(v.boolean(), false),
  /** Hosts (and their sub-domains) that the network's links may lead to. */
  hosts: v.optional(v.array(someText), () => []),
  summary: v.optional(someText),
  steps: v.optional(v.pipe(v.array(stepSchema), uniqueIds()), () => []),
  links: v.optional(
    v.array(
      v.looseObject({
        ...linkSchema.entries,
        kind: oneOf(['help', 'settings', 'two-factor', 'export', 'delete', 'rights']),
        label: someText,
      }),
    ),
    () => [],
  ),
});

/** The walkthrough's data, one JSON file per locale. Published as `schemas/networks.schema.json`. */
export const networksSchema = v.looseObject({
  schema: v.literal('networks/1', tell('other-schema', { expected: 'networks/1' })),
  locale: someText,
  /** Date of this edition. */
  revision: dateSchema,
  /** After this date, labels may have changed: quotation marks are dropped and the reader is told. */
  reviewDue: v.optional(dateSchema),
  publisher: v.optional(someText),
  networks: v.pipe(v.array(networkSchema), uniqueIds()),
});

export type Networks = v.InferOutput<typeof networksSchema>;
export type Network = v.InferOutput<typeof networkSchema>;
export type Step = v.InferOutput<typeof stepSchema>;
export type NetworkLink = v.InferOutput<typeof linkSchema>;
export type PathSegment = v.InferOutput<typeof pathSegmentSchema>;

/**
 * Validates a networks file.
 *
 * @throws DocumentError with the JSON path and the reason of every problem.
 */
export function parseNetworks(value: unknown, url?: string): Networks {
  return parseDocument(networksSchema, value, 'networks', url);
}
