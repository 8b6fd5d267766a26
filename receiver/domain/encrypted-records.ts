import { base64url, compactDecrypt } from 'jose';
import { addKey, openKeyFile } from './key-file.ts';
import type { KeyPurpose } from './key-file.ts';
import { ProblemError } from './problem-error.ts';
import { maxRecordSize, tooLarge } from './record-size.ts';

/** Reads records that a shared device kept encrypted to the receiver. */
export interface RecordDecrypter {
  /** The key to encrypt to. Ciphertexts of the earlier ones can still be read. */
  readonly publicKey: JsonWebKey;
  /**
   * Decrypts a compact JWE into the bytes of a record's JSON, at most {@link maxRecordSize} of them.
   *
   * @throws ProblemError when it was altered, or encrypted otherwise than the contract says or to another receiver.
   */
  decrypt(jwe: Uint8Array): Promise<Uint8Array>;
}

/** `cty` of an encrypted record. */
export const recordContentType = 'charter-signature+json';

/** Bytes of an encrypted body at most: base64url writes four characters for three bytes, after the JWE's header. */
export const maxEncryptedSize = Math.ceil((maxRecordSize * 4) / 3) + 2048;

const purpose: KeyPurpose = {
  alg: 'ECDH-ES',
  use: 'enc',
  loss: 'the records that shared devices still keep encrypted cannot be read',
};

/**
 * Opens the file of private keys whose last key is the one to encrypt to, or makes it.
 *
 * @throws Error when the file is damaged or readable by everyone.
 */
export async function openEncryptionKeys(file: string): Promise<RecordDecrypter> {
  const keys = await openKeyFile(file, purpose);
  const byId = new Map(keys.map(({ kid, key }) => [kid, key]));
  return {
    publicKey: keys.at(-1)!.publicKey,
    async decrypt(jwe) {
      const plaintext = await decrypt(Buffer.from(jwe).toString('latin1'), byId);
      if (plaintext.byteLength > maxRecordSize) throw tooLarge(maxRecordSize);
      return plaintext;
    },
  };
}

/** Adds a key to the file, which is the one to encrypt to from the next start of the receiver on. */
export function addEncryptionKey(file: string): Promise<void> {
  return addKey(file, purpose);
}

async function decrypt(jwe: string, keys: ReadonlyMap<string, CryptoKey>): Promise<Uint8Array> {
  try {
    // A decoder passes over spaces and the last bits of a part, which no tag protects.
    if (jwe.split('.').some((part) => base64url.encode(base64url.decode(part)) !== part)) {
      throw new TypeError('the JWE is not written as base64url writes it');
    }
    const { plaintext, protectedHeader } = await compactDecrypt(
      jwe,
      ({ kid = '' }) => {
        const key = keys.get(kid);
        if (key) return key;
        throw new TypeError('the key is not of this receiver');
      },
      {
        keyManagementAlgorithms: [purpose.alg],
        contentEncryptionAlgorithms: ['A256GCM'],
        // No compression: a small body would make a large record.
        maxDecompressedLength: 0,
      },
    );
    if (protectedHeader.cty !== recordContentType) throw new TypeError('the content is not a record');
    return plaintext;
  } catch (cause) {
    throw new ProblemError(
      'unreadable-record',
      'The encrypted record cannot be read: it was altered, or encrypted to a key that is not kept here. Encrypt it ' +
        `as a compact JWE (ECDH-ES, A256GCM, with kid and "cty": "${recordContentType}", not compressed) to the key ` +
        'with "use": "enc" of /.well-known/jwks.json.',
      { cause },
    );
  }
}
