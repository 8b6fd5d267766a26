import { loadJSON } from '../internal/load-json.ts';
import { SharedRequests } from '../internal/shared-requests.ts';
import type { RequestOptions } from '../internal/shared-requests.ts';
import { parseNetworks } from './networks.ts';
import type { Networks } from './networks.ts';

const requests = new SharedRequests(async (url, init) =>
  parseNetworks(await loadJSON(url, 'networks', init), url),
);

/**
 * Loads and validates a networks file; one request per address, a failed one is forgotten.
 *
 * @param options - As of `loadCharter`.
 * @throws Error or DocumentError: what, where and why.
 */
export function loadNetworks(url: string, options?: RequestOptions): Promise<Networks> {
  return requests.ask(url, options);
}
