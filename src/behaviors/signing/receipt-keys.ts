import type { JSONWebKeySet } from '../../signature/verify-receipt.ts';

/**
 * Loads the receiver's published keys.
 *
 * @throws Error that names the address.
 */
export async function loadReceiptKeys(url: string, fetcher: typeof fetch = fetch): Promise<JSONWebKeySet> {
  try {
    const response = await fetcher(url, { cache: 'no-cache', headers: { Accept: 'application/json' } });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return (await response.json()) as JSONWebKeySet;
  } catch (cause) {
    throw new Error(`the key set ${url} could not be loaded: ${String(cause)}`, { cause });
  }
}
