import type { SignatureRecord } from '../signature/record.ts';
import { findSealingKey, sealRecord } from '../signature/seal-record.ts';
import type { SealedRecord } from '../signature/seal-record.ts';
import type { JSONWebKeySet } from '../signature/verify-receipt.ts';

/** Loads the receiver's published keys; rejects when they cannot be had. */
export type LoadKeys = () => Promise<JSONWebKeySet>;

/**
 * Loads a published key set.
 *
 * @param timeout - Milliseconds to wait: an answer that never comes would hold up every record of this device.
 * @throws Error that names the address.
 */
export async function loadReceiptKeys(
  url: string,
  timeout: number,
  fetcher: typeof fetch = fetch,
): Promise<JSONWebKeySet> {
  try {
    const response = await fetcher(url, {
      cache: 'no-cache',
      headers: { Accept: 'application/json' },
      signal: AbortSignal.timeout(timeout),
    });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return readKeySet(await response.json());
  } catch (cause) {
    throw new Error(`the key set ${url} could not be loaded: ${String(cause)}`, { cause });
  }
}

/** @throws Error when it is not a JSON Web Key Set. A key that is none is left out: the others still verify. */
function readKeySet(value: unknown): JSONWebKeySet {
  const keys = (value as { readonly keys?: unknown } | null)?.keys;
  if (!Array.isArray(keys)) throw new Error('it is not a JSON Web Key Set');
  return { keys: keys.filter((key) => typeof key === 'object' && key !== null) as JsonWebKey[] };
}

/** Encrypts records to the receiver, with what was loaded before anybody signs. */
export interface Sealer {
  /** Loads the key and the code. It never rejects: what cannot be encrypted is not kept on the device. */
  prepare(): Promise<void>;
  /** Encrypts at once or not at all: no record waits here for the network. */
  seal(record: SignatureRecord): Promise<SealedRecord | undefined>;
}

export function createSealer(loadKeys: LoadKeys | undefined, warn: (message: string) => void): Sealer {
  let key: JsonWebKey | undefined;
  let loading: Promise<void> | undefined;
  const load = async (): Promise<void> => {
    if (!loadKeys || !(globalThis.crypto as Crypto | undefined)?.subtle) return;
    try {
      const [keys, { importJWK }] = await Promise.all([loadKeys(), import('jose')]);
      const found = findSealingKey(keys);
      // A key that is malformed is found out now, and not when a record depends on it.
      if (found) await importJWK(found, 'ECDH-ES');
      key = found;
    } catch (error) {
      warn(`unsent signatures cannot be kept encrypted on this device: ${String(error)}`);
    }
  };
  const prepare = async (): Promise<void> => {
    if (key) return;
    loading ??= load().finally(() => (loading = undefined));
    await loading;
  };
  return {
    prepare,
    seal: async (record) => {
      if (!key) {
        void prepare();
        return undefined;
      }
      try {
        return await sealRecord(record, key);
      } catch (error) {
        warn(`a signature could not be encrypted: ${String(error)}`);
        return undefined;
      }
    },
  };
}
