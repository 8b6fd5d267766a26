import * as v from 'valibot';
import { canonicalForm } from 'charter-elements/charter';
import { signatureRecordSchema } from 'charter-elements/signature';
import type { Problem, SignatureRecord } from 'charter-elements/signature';
import { ProblemError } from './problem-error.ts';

/** A record that follows the contract, with the text that is kept and digested. */
export interface ReadRecord {
  readonly record: SignatureRecord;
  readonly canonicalRecord: string;
}

/** `detail` of a member that is not there. */
export const missingDetail = 'this is missing';

type PointedErrors = NonNullable<Problem['errors']>;

/**
 * Validates a posted value against the contract. The record returned is in Unicode NFC, as its digest is.
 *
 * @throws ProblemError with a JSON Pointer to every fault.
 */
export function readRecord(value: unknown): ReadRecord {
  const record = validate(value);
  const sorted = JSON.stringify(sortMembers(record));
  // A text in NFC has all its parts in NFC (UAX #15), and what is valid holds no lone surrogate and no number: this is the
  // canonical form already, ten times as fast.
  if (sorted.normalize('NFC') === sorted) return { record, canonicalRecord: sorted };
  const canonicalRecord = canonicalForm(record);
  // Checked again: NFC can make a text longer than its limit.
  return { record: validate(JSON.parse(canonicalRecord)), canonicalRecord };
}

function sortMembers(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sortMembers);
  const sorted: Record<string, unknown> = {};
  for (const name of Object.keys(value).sort()) sorted[name] = sortMembers((value as typeof sorted)[name]);
  return sorted;
}

function validate(value: unknown): SignatureRecord {
  const result = v.safeParse(signatureRecordSchema, value, { abortPipeEarly: true });
  if (!result.success) throw invalidRecord(result.issues.map(pointTo));
  return result.output;
}

/**
 * @param errors - At least one. The answer names the first twenty.
 * @param missingStatements - Texts of the required statements among them.
 */
export function invalidRecord(
  errors: PointedErrors,
  missingStatements: readonly string[] = [],
): ProblemError {
  const [first] = errors;
  const count = errors.length === 1 ? 'one fault' : `${errors.length} faults`;
  return new ProblemError(
    'invalid-record',
    `The record has ${count}: at ${first?.pointer || 'its root'}, ${first?.detail ?? ''}. ` +
      'Correct it and send it under a new id.',
    { errors: errors.slice(0, 20), missingStatements },
  );
}

function pointTo(issue: v.GenericIssue): PointedErrors[number] {
  return {
    pointer: toPointer((issue.path ?? []).map(({ key }) => String(key))),
    detail: issue.received === 'undefined' ? missingDetail : issue.message,
  };
}

function toPointer(keys: readonly string[]): string {
  return keys.map((key) => `/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}
