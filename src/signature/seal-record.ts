import { canonicalForm } from '../charter/canonical-form.ts';
import type { SignatureRecord } from './record.ts';
import type { JSONWebKeySet } from './verify-receipt.ts';

/** A signature record that only the receiver can read. */
export interface SealedRecord {
  /** Compact JWE (ECDH-ES, A256GCM) over the record's canonical form. */
  readonly jwe: string;
  /** Which text was signed. Nothing else: a digest of the record would let its signer be guessed. */
  readonly charter: SignatureRecord['charter'];
}

/** The media type of a sealed record's plaintext (`cty`), without `application/`. */
const contentType = 'charter-signature+json';

/** The newest key that a receiver publishes for records to be encrypted to, or `undefined`. */
export function findSealingKey(keys: JSONWebKeySet): JsonWebKey | undefined {
  return keys.keys.findLast(({ use, kty, crv }) => use === 'enc' && kty === 'EC' && crv === 'P-256');
}

/**
 * Encrypts a record to the receiver.
 *
 * @param key - The receiver's public key, P-256.
 * @throws Error where the page has no `crypto.subtle`, or the key is not one.
 */
export async function sealRecord(record: SignatureRecord, key: JsonWebKey): Promise<SealedRecord> {
  const { CompactEncrypt, importJWK } = await import('jose');
  const { kid } = key as { kid?: string };
  const jwe = await new CompactEncrypt(new TextEncoder().encode(canonicalForm(record)))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', cty: contentType, ...(kid && { kid }) })
    .encrypt(await importJWK(key, 'ECDH-ES'));
  return { jwe, charter: record.charter };
}
