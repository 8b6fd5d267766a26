import { loadJSON } from '../internal/load-json.ts';
import type { Charter } from './charter.ts';
import { copyDocument } from './copy-document.ts';
import { digestDocument } from './digest.ts';
import type { Digest } from './digest.ts';
import { isCharter } from './generated/is-charter.ts';

/** A validated charter with the digest of the document that it was read from. */
export interface LoadedCharter {
  readonly charter: Charter;
  readonly digest: Digest;
}

const loading = new Map<string, Promise<LoadedCharter>>();

/**
 * Loads and validates a charter. Elements that name the same address share one request; a failed one is forgotten, so
 * that it can be tried again.
 *
 * @param options.isFresh - Asks the server again, past every cache.
 * @throws Error or DocumentError: what, where and why (see `loadJSON` and `parseCharter`).
 */
export function loadCharter(url: string, { isFresh = false } = {}): Promise<LoadedCharter> {
  const known = loading.get(url);
  if (known && !isFresh) return known;
  const loaded = loadJSON(url, 'charter', isFresh ? { cache: 'reload' } : {}).then((document) =>
    readCharter(document, url),
  );
  loading.set(url, loaded);
  loaded.catch(() => loading.get(url) === loaded && loading.delete(url));
  return loaded;
}

/** Forgets what was loaded from an address: the next `loadCharter` asks the server again. */
export function forgetCharter(url: string): void {
  loading.delete(url);
}

/**
 * Validates a charter document and computes its digest.
 *
 * @throws DocumentError also when there is no digest, because of a lone surrogate for example.
 */
export async function readCharter(document: unknown, url?: string): Promise<LoadedCharter> {
  const charter = copyOfCharter(document) ?? (await import('./charter.ts')).parseCharter(document, url);
  try {
    return { charter, digest: await digestDocument(charter) };
  } catch (cause) {
    const { DocumentError } = await import('../internal/document-error.ts');
    const message = `it has no digest: ${cause instanceof Error ? cause.message : String(cause)}`;
    throw new DocumentError('charter', [{ path: '$', message }], url);
  }
}

/** `undefined` where the schema has something to say: it is loaded then. */
function copyOfCharter(document: unknown): Charter | undefined {
  try {
    const copy = copyDocument(document);
    return isCharter(copy) ? (copy as Charter) : undefined;
  } catch {
    return undefined;
  }
}
