import { EncryptJWT, errors, jwtDecrypt } from 'jose';
import type { JWTPayload } from 'jose';
import { addKey, openSecretKeyFile } from '../domain/key-file.ts';
import type { KeyPurpose } from '../domain/key-file.ts';

/** What a sealed text is for: one is never taken for another. */
export type SealedKind = 'session' | 'sign-on' | 'id-token' | 'sign-out';

/** Hands what the receiver has to remember to the browser, which can neither read nor change it. */
export interface Sealer {
  /**
   * Encrypts claims into a compact JWE (`dir`, A256GCM).
   *
   * @param expiresAt - Seconds since the epoch, after which it is not opened any more.
   */
  seal(kind: SealedKind, claims: JWTPayload, expiresAt: number): Promise<string>;
  /** What was sealed; `undefined` for what is none, was altered, is over, or was sealed for another purpose. */
  open(kind: SealedKind, sealed: string | undefined): Promise<JWTPayload | undefined>;
}

const purpose: KeyPurpose = { alg: 'A256GCM', use: 'enc', loss: 'everybody has to sign in again' };

/**
 * Opens the file of secret keys whose last key seals, or makes it.
 *
 * @param audience - What sealed texts are bound to: those of a receiver with other settings are not opened.
 * @param now - Seconds since the epoch.
 * @throws Error when the file is damaged or readable by everyone.
 */
export async function openSessionKeys(file: string, audience: string, now: () => number): Promise<Sealer> {
  const keys = await openSecretKeyFile(file, purpose);
  const byId = new Map(keys.map(({ kid, secret }) => [kid, secret]));
  const { kid, secret } = keys.at(-1)!;
  return {
    seal: (kind, claims, expiresAt) =>
      new EncryptJWT(claims)
        .setProtectedHeader({ alg: 'dir', enc: purpose.alg, kid, typ: kind })
        .setAudience(audience)
        .setIssuedAt(now())
        .setExpirationTime(expiresAt)
        .encrypt(secret),
    async open(kind, sealed) {
      if (sealed === undefined) return undefined;
      try {
        const { payload } = await jwtDecrypt(
          sealed,
          ({ kid: given = '' }) => {
            const key = byId.get(given);
            if (key) return key;
            throw new errors.JOSEError('the key is not of this receiver');
          },
          {
            typ: kind,
            audience,
            keyManagementAlgorithms: ['dir'],
            contentEncryptionAlgorithms: [purpose.alg],
            currentDate: new Date(now() * 1000),
            // No compression: a small cookie would make a large text.
            maxDecompressedLength: 0,
          },
        );
        return payload;
      } catch (error) {
        // Anything can stand in a cookie.
        if (error instanceof errors.JOSEError || error instanceof TypeError) return undefined;
        throw error;
      }
    },
  };
}

/** Adds a key to the file, which seals from the next start of the receiver on. */
export function addSessionKey(file: string): Promise<void> {
  return addKey(file, purpose);
}
