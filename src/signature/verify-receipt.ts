import * as v from 'valibot';
import { digestDocument } from '../charter/digest.ts';
import { receiptClaimsSchema } from './receipt.ts';
import type { Receipt, ReceiptClaims } from './receipt.ts';
import type { SignatureRecord } from './record.ts';

export type ReceiptFault =
  /** The answer carries no `receipt`. */
  | 'missing'
  /** This page has no `crypto.subtle` (plain http). */
  | 'unsupported'
  /** The key set could not be loaded, or is not one. */
  | 'keys-unavailable'
  /** The signature does not verify with any published key. */
  | 'signature'
  /** The receipt speaks of another record, digest, charter or time. */
  | 'mismatch';

/** A receipt does not prove that this record was recorded. */
export class ReceiptError extends Error {
  override readonly name = 'ReceiptError';
  readonly fault: ReceiptFault;

  constructor(fault: ReceiptFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
  }
}

/** A JSON Web Key Set, as published at `/.well-known/jwks.json`. */
export interface JSONWebKeySet {
  keys: JsonWebKey[];
}

/** Algorithms that a receipt may be signed with. */
export const receiptAlgorithms = ['ES256', 'EdDSA', 'Ed25519'];

/**
 * Verifies that a receipt was signed by one of the keys and speaks of exactly this record.
 *
 * @throws ReceiptError saying which of the checks failed.
 */
export async function verifyReceipt(
  receipt: Receipt | undefined,
  record: SignatureRecord,
  keys: JSONWebKeySet,
): Promise<ReceiptClaims> {
  if (!receipt?.receipt) throw new ReceiptError('missing', 'the endpoint answered without a signed receipt');
  if (!(globalThis.crypto as Crypto | undefined)?.subtle) {
    throw new ReceiptError('unsupported', 'receipts cannot be verified on a page served over plain http');
  }
  const claims = await readClaims(receipt.receipt, keys);
  const { charter } = record;
  const expected: [string, unknown, unknown][] = [
    ['id', claims.id, record.id],
    ['recordDigest', claims.recordDigest, await digestDocument(record)],
    ['charter.id', claims.charter.id, charter.id],
    ['charter.version', claims.charter.version, charter.version],
    ['charter.digest', claims.charter.digest, charter.digest],
    ['receivedAt', claims.receivedAt, receipt.receivedAt],
  ];
  const wrong = expected.find(([, found, wanted]) => found !== wanted);
  if (wrong)
    throw new ReceiptError(
      'mismatch',
      `the receipt's ${wrong[0]} is ${String(wrong[1])}, expected ${String(wrong[2])}`,
    );
  if (Number.isNaN(Date.parse(claims.receivedAt))) {
    throw new ReceiptError('mismatch', `the receipt's receivedAt is not a time: ${claims.receivedAt}`);
  }
  return claims;
}

async function readClaims(jws: string, keys: JSONWebKeySet): Promise<ReceiptClaims> {
  const { compactVerify, createLocalJWKSet } = await import('jose');
  let payload: Uint8Array;
  try {
    ({ payload } = await compactVerify(jws, createLocalJWKSet(keys as never), {
      algorithms: receiptAlgorithms,
    }));
  } catch (cause) {
    throw new ReceiptError('signature', 'the receipt is not signed by a published key', { cause });
  }
  const claims = v.safeParse(receiptClaimsSchema, parseJSON(new TextDecoder().decode(payload)));
  if (!claims.success) throw new ReceiptError('mismatch', 'the receipt does not carry the expected claims');
  return claims.output;
}

function parseJSON(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
