import * as v from 'valibot';
import { audienceSchema } from '../charter/charter.ts';
import type { Digest } from '../charter/digest.ts';
import { isInCalendar } from '../internal/text-checks.ts';
import { parseDocument } from '../internal/validation.ts';

// U+0000 has no place in a database's text, half of a surrogate pair none in UTF-8.
const isWritable = (text: string): boolean => !/[\0\p{Cs}]/u.test(text);

const line = (maxLength: number) =>
  v.pipe(
    v.string(),
    v.regex(/\S/, 'the text is empty'),
    v.check(isWritable, 'the text holds a character that cannot be stored (U+0000 or half of a pair)'),
    v.maxLength(maxLength, `longer than ${maxLength} characters`),
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

const signerSchema = v.strictObject({
  name: line(200),
  id: v.optional(line(200)),
  email: v.optional(v.pipe(line(254), v.regex(/^[^\s@]+@[^\s@]+$/, 'not an e-mail address'))),
  role: v.optional(line(200)),
  department: v.optional(line(200)),
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
  signer: signerSchema,
  statements: v.pipe(
    v.array(v.strictObject({ id: line(200), text: line(4000) })),
    v.maxLength(100, 'more than 100 statements'),
  ),
  practices: v.optional(v.pipe(v.array(line(200)), v.maxLength(10_000, 'more than 10,000 practices'))),
  signedAt: instantSchema,
  component: line(200),
};

/**
 * What is posted to the endpoint. Strict: a field that the contract does not name is refused, so that nothing about a
 * person slips in. Published as `schemas/signature-record.schema.json`.
 */
export const signatureRecordSchema = v.variant('decision', [
  v.strictObject({ ...commonEntries, decision: v.literal('accepted') }),
  v.strictObject({ ...commonEntries, decision: v.literal('declined'), reason: line(4000) }),
]);

export type SignatureRecord = v.InferOutput<typeof signatureRecordSchema>;
export type Signer = v.InferOutput<typeof signerSchema>;
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
