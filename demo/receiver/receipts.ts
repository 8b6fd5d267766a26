import { link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CompactSign, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose';
import type { JWK } from 'jose';
import type { JSONWebKeySet, ReceiptClaims } from '../../src/signature/index.ts';

/** Signs receipts, and publishes what verifies them. */
export interface ReceiptSigner {
  /** Public keys, the newest last. Old ones stay, so that old receipts still verify. */
  readonly publicKeys: JSONWebKeySet;
  /** Makes the compact JWS (ES256) of a receipt with the newest key. */
  sign(claims: ReceiptClaims): Promise<string>;
}

/**
 * Opens the file of private keys, a JWK Set whose last key signs. It is made, with one key, when it does not exist.
 *
 * @throws Error when the file is damaged or readable by everyone. Another one is not made in its place: receipts that
 *   people keep could no longer be verified.
 */
export async function openReceiptKeys(file: string): Promise<ReceiptSigner> {
  const keys = (await readKeys(file)) ?? (await createKeys(file));
  const newest = keys.at(-1)!;
  const privateKey = await importJWK(newest, 'ES256');
  return {
    publicKeys: { keys: keys.map(publicPart) },
    sign: (claims) =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
        .setProtectedHeader({ alg: 'ES256', kid: newest.kid! })
        .sign(privateKey),
  };
}

/** Adds a key to the file, which signs from the next start of the receiver on. */
export async function addReceiptKey(file: string): Promise<void> {
  const keys = (await readKeys(file)) ?? [];
  const draft = await writeDraft(file, [...keys, await createKey()]);
  await rename(draft, file);
}

async function readKeys(file: string): Promise<JWK[] | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
    if (process.platform !== 'win32' && (await stat(file)).mode & 0o004) {
      throw new Error(`${file} holds private keys and everyone can read it. Run: chmod 600 ${file}`);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const { keys } = JSON.parse(text) as { keys: JWK[] };
    if (!keys.length) throw new Error('it holds no key');
    for (const key of keys) {
      if (key.kty !== 'EC' || key.crv !== 'P-256' || !key.d || !key.kid)
        throw new Error('a key is not ES256');
      await importJWK(key, 'ES256');
    }
    return keys;
  } catch (cause) {
    throw new Error(
      `${file} is not a set of ES256 private keys. Restore it from the backup: without it the receipts that people ` +
        'keep cannot be verified.',
      { cause },
    );
  }
}

// Two receivers may start at once over one folder: the first link wins, and the other reads its keys.
async function createKeys(file: string): Promise<JWK[]> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = await writeDraft(file, [await createKey()]);
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft);
  }
  return (await readKeys(file))!;
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

async function createKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const key = await exportJWK(privateKey);
  return { ...key, kid: await calculateJwkThumbprint(key), alg: 'ES256', use: 'sig' };
}

// Named one by one, so that nothing private can be published.
function publicPart({ kty, crv, x, y, kid, alg, use }: JWK): Partial<JWK> {
  return { kty, crv, x, y, kid, alg, use } as Partial<JWK>;
}
