import { createHmac, hkdfSync, sign } from 'node:crypto';
import type { JSONWebKeySet, ReceiptClaims } from 'charter-elements/signature';
import { addKey, openKeyFile } from './key-file.ts';
import type { KeyPurpose } from './key-file.ts';

/** Signs receipts, and publishes what verifies them. */
export interface ReceiptSigner {
  /** Public keys, the newest last. Old ones stay, so that old receipts still verify. */
  readonly publicKeys: JSONWebKeySet;
  /** Makes the compact JWS (ES256) of a receipt with the newest key. */
  sign(claims: ReceiptClaims): string;
  /** A digest of a text (32 bytes) that nobody without the keys can compute; the same whatever keys are added. */
  authenticate(text: string): Buffer;
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
  const { kid, keyObject } = keys.at(-1)!;
  // Of the oldest: those that are added change nothing.
  const { d = '' } = keys[0]!.keyObject.export({ format: 'jwk' });
  const secret = Buffer.from(hkdfSync('sha256', d, '', 'charter-receiver form id', 32));
  const header = encode(JSON.stringify({ alg: purpose.alg, kid }));
  return {
    publicKeys: { keys: keys.map(({ publicKey }) => publicKey) },
    // Not by `jose` here: its signature is made in another thread and takes twice the processor time, which on a small
    // machine is most of what a signature costs.
    sign(claims) {
      const input = `${header}.${encode(JSON.stringify(claims))}`;
      const signature = sign('sha256', Buffer.from(input, 'latin1'), keyObject);
      return `${input}.${toFixedLength(signature).toString('base64url')}`;
    },
    authenticate: (text) => createHmac('sha256', secret).update(text).digest(),
  };
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64url');
}

/**
 * The two numbers of an ECDSA signature as JWS wants them (RFC 7518 §3.4), 32 bytes each, from DER (RFC 3279 §2.2.3).
 * Node can do it too (`dsaEncoding`), in as much time as the signature itself takes.
 */
function toFixedLength(der: Buffer): Buffer {
  const fixed = Buffer.alloc(64);
  let at = 2;
  for (const end of [32, 64]) {
    const length = der[at + 1]!;
    // A leading zero keeps a number positive, and shorter numbers are written shorter.
    const number = der.subarray(at + 2 + Math.max(0, length - 32), at + 2 + length);
    number.copy(fixed, end - number.length);
    at += 2 + length;
  }
  return fixed;
}

/** Adds a key to the file, which signs from the next start of the receiver on. */
export function addReceiptKey(file: string): Promise<void> {
  return addKey(file, purpose);
}
