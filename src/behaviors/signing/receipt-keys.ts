import type { JSONWebKeySet } from '../../signature/verify-receipt.ts';

/**
 * Loads the receiver's published keys.
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
    return (await response.json()) as JSONWebKeySet;
  } catch (cause) {
    throw new Error(`the key set ${url} could not be loaded: ${String(cause)}`, { cause });
  }
}
