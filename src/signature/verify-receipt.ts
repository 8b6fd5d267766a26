import type { LocalJWKSet } from 'jose';
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
 * @param record - The record; or what is known of one that is only left encrypted, whose digest is then not compared.
 * @throws ReceiptError saying which of the checks failed.
 */
export async function verifyReceipt(
  receipt: Receipt | undefined,
  record: SignatureRecord | Pick<SignatureRecord, 'id' | 'charter'>,
  keys: JSONWebKeySet,
): Promise<ReceiptClaims> {
  if (!receipt?.receipt) throw new ReceiptError('missing', 'the endpoint answered without a signed receipt');
  if (!(globalThis.crypto as Crypto | undefined)?.subtle) {
    throw new ReceiptError('unsupported', 'receipts cannot be verified on a page served over plain http');
  }
  const claims = await readClaims(receipt.receipt, keys);
  const { charter } = record;
  const recordDigest = 'signer' in record ? await digestDocument(record) : receipt.recordDigest;
  const expected: [string, unknown, unknown][] = [
    ['id', claims.id, record.id],
    ['recordDigest', claims.recordDigest, recordDigest],
    ['charter.id', claims.charter.id, charter.id],
    ['charter.version', claims.charter.version, charter.version],
    ['charter.locale', claims.charter.locale, charter.locale],
    ['charter.digest', claims.charter.digest, charter.digest],
    ['charter.audience', claims.charter.audience ?? charter.audience, charter.audience],
    ['receivedAt', claims.receivedAt, receipt.receivedAt],
    // What the person is shown is the answer, so it must say what was signed.
    ['id', receipt.id, record.id],
    ['recordDigest', receipt.recordDigest, recordDigest],
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
  const { base64url, createLocalJWKSet } = await import('jose');
  let keySet: LocalJWKSet;
  try {
    keySet = createLocalJWKSet(keys);
  } catch (cause) {
    throw new ReceiptError('keys-unavailable', 'what was published is not a JSON Web Key Set', { cause });
  }
  let payload: Uint8Array;
  try {
    // A decoder passes over spaces and the last bits of a part, which nothing signs.
    if (jws.split('.').some((part) => base64url.encode(base64url.decode(part)) !== part)) {
      throw new TypeError('the receipt is not written as base64url writes it');
    }
    payload = await readPayload(jws, keySet);
  } catch (cause) {
    throw new ReceiptError('signature', 'the receipt is not signed by a published key', { cause });
  }
  const claims = v.safeParse(receiptClaimsSchema, parseJSON(new TextDecoder().decode(payload)));
  if (!claims.success) throw new ReceiptError('mismatch', 'the receipt does not carry the expected claims');
  return claims.output;
}

async function readPayload(jws: string, keySet: LocalJWKSet): Promise<Uint8Array> {
  const { compactVerify, errors } = await import('jose');
  const options = { algorithms: receiptAlgorithms };
  try {
    return (await compactVerify(jws, keySet, options)).payload;
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
    // The receipt names no key: any of them may have signed it.
    for await (const key of error) {
      const verified = await compactVerify(jws, key, options).catch(() => undefined);
      if (verified) return verified.payload;
    }
    throw error;
  }
}

function parseJSON(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
