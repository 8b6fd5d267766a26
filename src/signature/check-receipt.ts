import * as v from 'valibot';
import { digestDocument } from '../charter/digest.ts';
import type { LoadedCharter } from '../charter/load-charter.ts';
import { parseDocument } from '../internal/validation.ts';
import { receiptSchema } from './receipt.ts';
import { keptRecordSchema } from './record.ts';
import { verifyReceipt } from './verify-receipt.ts';
import type { JSONWebKeySet, ReceiptError } from './verify-receipt.ts';

/** The file that a person downloads once signed: the record with the endpoint's answer. */
export const receiptFileSchema = v.looseObject({ ...receiptSchema.entries, record: keptRecordSchema });

export type ReceiptFile = v.InferOutput<typeof receiptFileSchema>;

/**
 * Validates the content of a receipt file.
 *
 * @throws DocumentError with the JSON path and the reason of every problem.
 */
export function parseReceiptFile(value: unknown): ReceiptFile {
  return parseDocument(receiptFileSchema, value, 'receipt');
}

/** `unknown` when what the check needs is not at hand. */
export type FindingOutcome = 'verified' | 'refuted' | 'unknown';

export interface Finding {
  readonly outcome: FindingOutcome;
  /** Why it is not verified; in English, for the log. */
  readonly reason?: string;
}

export interface ReceiptFindings {
  /** The record is the one whose digest the receipt gives. */
  readonly record: Finding;
  /** The charter at hand is the text that was signed. */
  readonly charter: Finding;
  /** The institution's key signed the receipt of this record. */
  readonly signature: Finding;
}

export interface ReceiptEvidence {
  readonly charter?: LoadedCharter | undefined;
  readonly keys?: JSONWebKeySet | undefined;
}

/** Checks a receipt against what is at hand; nothing is fetched, so it works offline. */
export async function checkReceipt(file: ReceiptFile, evidence: ReceiptEvidence): Promise<ReceiptFindings> {
  return {
    record: await checkRecord(file),
    charter: checkCharter(file, evidence.charter),
    signature: await checkSignature(file, evidence.keys),
  };
}

async function checkRecord({ id, record, recordDigest }: ReceiptFile): Promise<Finding> {
  if (id !== record.id) return { outcome: 'refuted', reason: 'the receipt is of another record' };
  return (await digestDocument(record)) === recordDigest
    ? { outcome: 'verified' }
    : { outcome: 'refuted', reason: 'the record is not the one that was received' };
}

function checkCharter({ record }: ReceiptFile, loaded: LoadedCharter | undefined): Finding {
  const { id, version, locale, digest } = record.charter;
  if (loaded?.digest === digest) return { outcome: 'verified' };
  const isSameVersion =
    loaded?.charter.id === id && loaded.charter.version === version && loaded.charter.locale === locale;
  return isSameVersion
    ? {
        outcome: 'refuted',
        reason: `version ${version} of the charter at hand is not the text that was signed`,
      }
    : { outcome: 'unknown', reason: `version ${version} (${locale}) of the charter "${id}" is not at hand` };
}

async function checkSignature(file: ReceiptFile, keys: JSONWebKeySet | undefined): Promise<Finding> {
  if (!keys) return { outcome: 'unknown', reason: 'the keys of the institution are not at hand' };
  try {
    await verifyReceipt(file, file.record, keys);
    return { outcome: 'verified' };
  } catch (error) {
    const { fault, message } = error as ReceiptError;
    const isUnknown = fault === 'unsupported' || fault === 'missing';
    return { outcome: isUnknown ? 'unknown' : 'refuted', reason: message };
  }
}
