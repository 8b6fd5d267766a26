import type { JSONWebKeySet } from 'charter-elements/signature';
import { UsageError } from '../terminal/command.ts';
import type { Values } from '../terminal/command.ts';
import { readText } from '../terminal/files.ts';
import type { EndpointOptions } from './endpoint.ts';
import { networkFault, reasonOf } from './failures.ts';

/**
 * The keys that receipts are signed with, from an address or a file; `undefined` when none are given.
 *
 * @throws UsageError when there is no key set there.
 */
export async function readReceiptKeys(
  place: Values[string],
  options: Pick<EndpointOptions, 'url' | 'headers' | 'timeout'>,
): Promise<JSONWebKeySet | undefined> {
  if (typeof place !== 'string') return undefined;
  const isAddress = /^https?:/.test(place) && URL.canParse(place);
  const text = isAddress ? await fetchText(new URL(place), options) : (await readText(place)).text;
  try {
    const keys = JSON.parse(text) as Partial<JSONWebKeySet> | null;
    if (Array.isArray(keys?.keys)) return keys as JSONWebKeySet;
  } catch {
    // Said below.
  }
  throw new UsageError('no-key-set', { place });
}

async function fetchText(
  address: URL,
  { url, headers, timeout }: Pick<EndpointOptions, 'url' | 'headers' | 'timeout'>,
): Promise<string> {
  let status: number;
  try {
    const response = await fetch(address, {
      // A secret of one host is not for another.
      headers: address.origin === url.origin ? headers : {},
      signal: AbortSignal.timeout(timeout),
    });
    if (response.ok) return await response.text();
    ({ status } = response);
  } catch (error) {
    throw new UsageError('keys-unreachable', networkFault(reasonOf(error), timeout));
  }
  throw new UsageError('keys-refused', { address: address.href, status });
}
