import { CompactSign } from 'jose';
import type { JSONWebKeySet, ReceiptClaims } from '../../src/signature/index.ts';
import { addKey, openKeyFile } from './key-file.ts';
import type { KeyPurpose } from './key-file.ts';

/** Signs receipts, and publishes what verifies them. */
export interface ReceiptSigner {
  /** Public keys, the newest last. Old ones stay, so that old receipts still verify. */
  readonly publicKeys: JSONWebKeySet;
  /** Makes the compact JWS (ES256) of a receipt with the newest key. */
  sign(claims: ReceiptClaims): Promise<string>;
}

const purpose: KeyPurpose = {
  alg: 'ES256',
  use: 'sig',
  loss: 'the receipts that people keep cannot be verified',
};

/**
 * Opens the file of private keys whose last key signs, or makes it.
 *
 * @throws Error when the file is damaged or readable by everyone.
 */
export async function openReceiptKeys(file: string): Promise<ReceiptSigner> {
  const keys = await openKeyFile(file, purpose);
  const { kid, key } = keys.at(-1)!;
  return {
    publicKeys: { keys: keys.map(({ publicKey }) => publicKey) },
    sign: (claims) =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
        .setProtectedHeader({ alg: purpose.alg, kid })
        .sign(key),
  };
}

/** Adds a key to the file, which signs from the next start of the receiver on. */
export function addReceiptKey(file: string): Promise<void> {
  return addKey(file, purpose);
}
