import * as v from 'valibot';
import { audienceSchema } from '../charter/charter.ts';
import type { Digest } from '../charter/digest.ts';
import { isInCalendar } from '../internal/text-checks.ts';
import { parseDocument } from '../internal/validation.ts';
import { findTextFault, isWithin, patternFor, textRules } from './record-text.ts';
import type { TextFault, TextRule } from './record-text.ts';

const reasons: Readonly<Record<TextFault, string>> = {
  empty: 'the text is empty',
  'unpaired-surrogate': 'the text holds half of a surrogate pair, which UTF-8 cannot store',
  'control-character': 'the text holds a control character (U+0000 to U+001F or U+007F to U+009F)',
  'bidirectional-control':
    'the text holds a control of direction (U+202A to U+202E or U+2066 to U+2069), which can make it read as another',
  'line-break': 'the text holds a line break',
  'malformed-email': 'not an e-mail address',
  invisible: 'the text holds only invisible characters',
  'too-long': 'the text is too long',
};

/** `maxLength` as JSON Schema means it, in code points, of the NFC form. Valibot's own counts UTF-16 code units. */
function longest(maxLength: number): v.MaxLengthAction<string, number, string> {
  const message = `longer than ${maxLength} characters`;
  const check = v.check<string, string>((text) => isWithin(maxLength, text), message);
  const run: v.MaxLengthAction<string, number, string>['~run'] = (dataset, config) =>
    check['~run'](dataset, config);
  return { ...v.maxLength<string, number, string>(maxLength, message), '~run': run };
}

/** A list whose length is looked at before any of its items: in Valibot's own order, all of a hostile one are visited. */
function list<T extends v.GenericSchema, const Most extends number, const Message extends string>(
  item: T,
  maxLength: Most,
  message: Message,
): v.SchemaWithPipe<
  readonly [v.ArraySchema<T, undefined>, v.MaxLengthAction<v.InferOutput<T>[], Most, Message>]
> {
  const limit = v.maxLength<v.InferOutput<T>[], Most, Message>(maxLength, message);
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
  v.pipe(
    v.string(),
    v.regex(patternFor(rule), ({ input }) => reasons[findTextFault(input, rule) ?? 'empty']),
    longest(rule.maxLength),
  );

/** A text that is the charter's or the page's, with whatever characters it is written in. */
const storable = ({ maxLength }: TextRule) =>
  v.pipe(
    v.string(),
    v.regex(/^\s*[^\s\0\ud800-\udfff][^\0\ud800-\udfff]*$/u, ({ input }) =>
      /\S/.test(input)
        ? 'the text holds a character that cannot be stored (U+0000 or half of a pair)'
        : reasons.empty,
    ),
    longest(maxLength),
  );

export const uuidSchema = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'not a lower-case UUID'),
);

// A plain pattern, so that the published JSON Schema carries it; the type is narrower than its output.
const digestSchema = v.pipe(
  v.string(),
  v.regex(/^sha256:[0-9a-f]{64}$/, 'not a digest: "sha256:" and 64 lower-case hexadecimal digits'),
) as unknown as v.GenericSchema<Digest>;

const instantSchema = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/,
    'not an instant in UTC, such as 2026-11-23T12:00:00.000Z',
  ),
  v.check(isInCalendar, 'this instant does not exist'),
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
    schema: v.literal('charter-signature/1', 'expected "charter-signature/1"'),
    id: uuidSchema,
    charter: v.strictObject({
      id: line(200),
      version: line(40),
      locale: line(40),
      digest: digestSchema,
      audience: audienceSchema,
      /** The plain-language version was on screen. */
      plain: v.optional(v.literal(true, 'expected true, or nothing')),
    }),
    signer,
    statements: list(v.strictObject({ id: line(200), text: line(4000) }), 100, 'more than 100 statements'),
    practices: v.optional(list(line(200), 10_000, 'more than 10,000 practices')),
    signedAt: instantSchema,
    component: line(200),
  };
  return v.variant('decision', [
    v.strictObject({ ...commonEntries, decision: v.literal('accepted') }),
    v.strictObject({ ...commonEntries, decision: v.literal('declined'), reason: text(textRules.reason) }),
  ]);
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
