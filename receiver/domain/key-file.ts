import { createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  base64url,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  generateSecret,
  importJWK,
} from 'jose';
import type { JWK } from 'jose';

/** What the keys of a file are for. */
export interface KeyPurpose {
  /** ES256 and ECDH-ES take a private key on the curve P-256, A256GCM a secret of 32 bytes. */
  readonly alg: 'ES256' | 'ECDH-ES' | 'A256GCM';
  readonly use: 'sig' | 'enc';
  /** What is lost with the file, for the message that refuses a damaged one. */
  readonly loss: string;
}

export interface PrivateKey {
  readonly kid: string;
  readonly key: CryptoKey;
  /** The same for `node:crypto`. */
  readonly keyObject: KeyObject;
  /** What may be published. */
  readonly publicKey: JsonWebKey;
}

/** A key that nobody else may have any part of. */
export interface SecretKey {
  readonly kid: string;
  /** 32 bytes. */
  readonly secret: Uint8Array;
}

/**
 * Opens a file of private keys, a JWK Set with the newest key last. It is made, with one key, when it does not exist.
 *
 * @returns At least one key.
 * @throws Error when the file is damaged, or open to others than its owner. Another one is not made in its place: what depends
 *   on the keys would be lost for good.
 */
export async function openKeyFile(file: string, purpose: KeyPurpose): Promise<PrivateKey[]> {
  const keys = await openKeys(file, purpose);
  return Promise.all(
    keys.map(async (jwk) => ({
      kid: jwk.kid!,
      key: (await importJWK(jwk, purpose.alg)) as CryptoKey,
      keyObject: createPrivateKey({ key: jwk, format: 'jwk' }),
      publicKey: publicPart(jwk),
    })),
  );
}

/** The same for a file of secret keys. */
export async function openSecretKeyFile(file: string, purpose: KeyPurpose): Promise<SecretKey[]> {
  const keys = await openKeys(file, purpose);
  return keys.map(({ kid, k }) => ({ kid: kid!, secret: base64url.decode(k!) }));
}

/** Adds a key to the file, which is the newest from the next start of the receiver on. */
export async function addKey(file: string, purpose: KeyPurpose): Promise<void> {
  const keys = (await readKeys(file, purpose)) ?? [];
  const draft = await writeDraft(file, [...keys, await createKey(purpose)]);
  await rename(draft, file);
}

async function openKeys(file: string, purpose: KeyPurpose): Promise<JWK[]> {
  return (await readKeys(file, purpose)) ?? createKeys(file, purpose);
}

async function readKeys(file: string, { alg, use, loss }: KeyPurpose): Promise<JWK[] | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
    if (process.platform !== 'win32' && (await stat(file)).mode & 0o077) {
      throw new Error(
        `${file} holds ${alg === 'A256GCM' ? 'secret' : 'private'} keys, and others than its owner can read or change it. Run: chmod 600 ${file}`,
      );
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const { keys } = JSON.parse(text) as { keys: JWK[] };
    if (!keys.length) throw new Error('it holds no key');
    for (const key of keys) {
      if (!isWhole(key) || !key.kid || key.alg !== alg || key.use !== use)
        throw new Error(`a key is not ${alg}`);
      await importJWK(key, alg);
    }
    return keys;
  } catch (cause) {
    throw new Error(
      `${file} is not a set of ${alg} ${alg === 'A256GCM' ? 'secret' : 'private'} keys. Restore it from the backup: without it ${loss}.`,
      { cause },
    );
  }
}

function isWhole({ alg, kty, crv, d, k }: JWK): boolean {
  return alg === 'A256GCM'
    ? kty === 'oct' && base64url.decode(k ?? '').byteLength === 32
    : kty === 'EC' && crv === 'P-256' && Boolean(d);
}

// Two receivers may start at once over one folder: the first link wins, and the other reads its keys.
async function createKeys(file: string, purpose: KeyPurpose): Promise<JWK[]> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = await writeDraft(file, [await createKey(purpose)]);
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft);
  }
  return (await readKeys(file, purpose))!;
}

async function writeDraft(file: string, keys: JWK[]): Promise<string> {
  const draft = `${file}.${crypto.randomUUID()}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify({ keys }, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return draft;
}

async function createKey({ alg, use }: KeyPurpose): Promise<JWK> {
  if (alg === 'A256GCM') {
    const secret = await exportJWK(await generateSecret(alg, { extractable: true }));
    // Not its thumbprint: what depends on a secret stays with it.
    return { ...secret, kid: crypto.randomUUID(), alg, use };
  }
  const { privateKey } = await generateKeyPair(alg, { crv: 'P-256', extractable: true });
  const key = await exportJWK(privateKey);
  return { ...key, kid: await calculateJwkThumbprint(key), alg, use };
}

// Named one by one, so that nothing private can be published.
function publicPart({ kty, crv, x, y, kid, alg, use }: JWK): JsonWebKey {
  return { kty, crv, x, y, kid, alg, use } as JsonWebKey;
}
