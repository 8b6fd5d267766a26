import { CompactEncrypt, importJWK } from 'jose';
import type { CompactJWEHeaderParameters, JWK } from 'jose';
import { canonicalForm } from '../../../src/charter/index.ts';
import { post, request } from './requests.ts';
import type { Answer } from './requests.ts';

/** The key to encrypt to, as a browser finds it among the published ones. */
export async function fetchEncryptionKey(address: string): Promise<JWK> {
  const { body } = await request(address, '/.well-known/jwks.json');
  return (body['keys'] as JWK[]).findLast(({ use }) => use === 'enc')!;
}

/** Encrypts a record, or any text, by the contract unless its header is changed. */
export async function encrypt(
  value: unknown,
  key: JWK,
  header: Partial<CompactJWEHeaderParameters> = {},
): Promise<string> {
  const text = typeof value === 'string' ? value : canonicalForm(value);
  const { alg = 'ECDH-ES', ...others } = header;
  return new CompactEncrypt(new TextEncoder().encode(text))
    .setProtectedHeader({
      alg,
      enc: 'A256GCM',
      kid: key.kid!,
      cty: 'charter-signature+json',
      ...others,
    })
    .encrypt(await importJWK(key, alg));
}

/** Posts a compact JWE as the record of this id. */
export function postEncrypted(
  address: string,
  id: string,
  jwe: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return post(address, jwe, {
    'Content-Type': 'application/jose',
    'Idempotency-Key': `"${id}"`,
    ...headers,
  });
}
