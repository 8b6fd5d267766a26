import { loadJSON } from '../internal/load-json.ts';
import { parseNetworks } from './networks.ts';
import type { Networks } from './networks.ts';

const loading = new Map<string, Promise<Networks>>();

/**
 * Loads and validates a networks file; one request per address, a failed one is forgotten.
 *
 * @throws Error or DocumentError: what, where and why.
 */
export function loadNetworks(url: string): Promise<Networks> {
  let loaded = loading.get(url);
  if (!loaded) {
    loaded = loadJSON(url, 'networks').then((document) => parseNetworks(document, url));
    loading.set(url, loaded);
    loaded.catch(() => loading.delete(url));
  }
  return loaded;
}
