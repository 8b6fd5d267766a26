import * as v from 'valibot';
import { audienceSchema } from '../charter/charter.ts';
import type { Digest } from '../charter/digest.ts';
import { isInCalendar } from '../internal/text-checks.ts';
import { parseDocument, tell, tellChoice, tellIssue } from '../internal/validation.ts';
import type { Telling } from '../internal/validation.ts';
import { findTextFault, isWithin, patternFor, textRules } from './record-text.ts';
import type { TextRule } from './record-text.ts';

/** `maxLength` as JSON Schema means it, in code points, of the NFC form. Valibot's own counts UTF-16 code units. */
function longest(maxLength: number): v.MaxLengthAction<string, number, Telling> {
  const message = tell('too-long', { most: maxLength });
  const check = v.check<string, Telling>((text) => isWithin(maxLength, text), message);
  const run: v.MaxLengthAction<string, number, Telling>['~run'] = (dataset, config) =>
    check['~run'](dataset, config);
  return { ...v.maxLength<string, number, Telling>(maxLength, message), '~run': run };
}

function tellTextFault(rule: TextRule): Telling {
  return tellIssue(({ input }) => {
    const fault = findTextFault(String(input), rule) ?? 'empty';
    if (fault === 'too-long') return { code: fault, params: { most: rule.maxLength } };
    return { code: fault === 'empty' ? 'empty-text' : fault, params: {} };
  });
}

/** A list whose length is looked at before any of its items: in Valibot's own order, all of a hostile one are visited. */
function list<T extends v.GenericSchema, const Most extends number>(
  item: T,
  maxLength: Most,
): v.SchemaWithPipe<
  readonly [v.ArraySchema<T, undefined>, v.MaxLengthAction<v.InferOutput<T>[], Most, Telling>]
> {
  const message = tell('too-many', { most: maxLength });
  const limit = v.maxLength<v.InferOutput<T>[], Most, Telling>(maxLength, message);
  const schema = v.pipe(v.array(item), limit);
  const run: (typeof schema)['~run'] = (dataset, config) => {
    const { value } = dataset as { value: unknown };
    if (!Array.isArray(value) || value.length <= maxLength) return schema['~run'](dataset, config);
    return limit['~run']({ typed: true, value: value as v.InferOutput<T>[] }, config);
  };
  return { ...schema, '~run': run };
}

/** A text that a person writes. */
const written = (rule: TextRule) =>
  v.pipe(v.string(), v.regex(patternFor(rule), tellTextFault(rule)), longest(rule.maxLength));

/** A text that is the charter's or the page's, with whatever characters it is written in. */
const storable = ({ maxLength }: TextRule) =>
  v.pipe(
    v.string(),
    v.regex(
      /^\s*[^\s\0\ud800-\udfff][^\0\ud800-\udfff]*$/u,
      tellIssue(({ input }) => ({
        code: /\S/.test(String(input)) ? 'unstorable' : 'empty-text',
        params: {},
      })),
    ),
    longest(maxLength),
  );

export const uuidSchema = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, tell('not-a-uuid')),
);

// A plain pattern, so that the published JSON Schema carries it; the type is narrower than its output.
const digestSchema = v.pipe(
  v.string(),
  v.regex(/^sha256:[0-9a-f]{64}$/, tell('not-a-digest')),
) as unknown as v.GenericSchema<Digest>;

const instantSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/, tell('not-an-instant')),
  v.check(isInCalendar, tell('no-such-instant')),
);

/** The schema, with what is asked of its texts. */
function recordSchema(text: typeof written) {
  const line = (maxLength: number) => storable({ maxLength });
  const signer = v.strictObject({
    name: text(textRules.name),
    id: v.optional(text(textRules.id)),
    email: v.optional(text(textRules.email)),
    role: v.optional(text(textRules.role)),
    department: v.optional(text(textRules.department)),
  });
  const commonEntries = {
    schema: v.literal('charter-signature/1', tell('other-schema', { expected: 'charter-signature/1' })),
    id: uuidSchema,
    charter: v.strictObject({
      id: line(200),
      version: line(40),
      locale: line(40),
      digest: digestSchema,
      audience: audienceSchema,
      /** The plain-language version was on screen. */
      plain: v.optional(v.literal(true, tell('not-that-value', { expected: 'true' }))),
    }),
    signer,
    statements: list(v.strictObject({ id: line(200), text: line(4000) }), 100),
    practices: v.optional(list(line(200), 10_000)),
    signedAt: instantSchema,
    component: line(200),
  };
  return v.variant(
    'decision',
    [
      v.strictObject({ ...commonEntries, decision: v.literal('accepted') }),
      v.strictObject({ ...commonEntries, decision: v.literal('declined'), reason: text(textRules.reason) }),
    ],
    tellChoice(['accepted', 'declined']),
  );
}

/**
 * What is posted to the endpoint. Strict: a field that the contract does not name is refused, so that nothing about a
 * person slips in. Published as `schemas/signature-record.schema.json`.
 *
 * Lengths are in code points of the NFC form; version 1.0 counted UTF-16 code units, so that everything it accepted is
 * short enough, but for letters that NFC takes apart. What it also accepted and nobody writes (control characters, controls of
 * direction, names that cannot be seen) is refused from now on when it is posted: see record-text.ts. Records and receipts
 * that exist are read with {@link keptRecordSchema}.
 */
export const signatureRecordSchema = recordSchema(written);

/** What was accepted once, also by version 1.0: for receipts and for records that wait on a device. */
export const keptRecordSchema = recordSchema(storable);

export type SignatureRecord = v.InferOutput<typeof signatureRecordSchema>;
export type Signer = SignatureRecord['signer'];
/** A detail of the signer other than the name: asked for only where the page lists it. */
export type SignerField = Exclude<keyof Signer, 'name'>;
export type Decision = SignatureRecord['decision'];

export const signerFields: readonly SignerField[] = ['id', 'email', 'role', 'department'];

/**
 * Validates a signature record.
 *
 * @throws DocumentError with the JSON path and the reason of every problem.
 */
export function parseSignatureRecord(value: unknown): SignatureRecord {
  return parseDocument(signatureRecordSchema, value, 'signature record');
}
