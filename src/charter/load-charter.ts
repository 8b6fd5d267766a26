import { loadJSON } from '../internal/load-json.ts';
import { SharedRequests } from '../internal/shared-requests.ts';
import type { RequestOptions } from '../internal/shared-requests.ts';
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

const requests = new SharedRequests(async (url, init) =>
  readCharter(await loadJSON(url, 'charter', init), url),
);

/**
 * Loads and validates a charter. Elements that name the same address share one request; a failed one is forgotten, so
 * that it can be tried again.
 *
 * @param options.isFresh - Asks the server again, past every cache.
 * @param options.signal - Stops waiting; the request is aborted once nobody waits for it any more.
 * @throws Error or DocumentError: what, where and why (see `loadJSON` and `parseCharter`).
 */
export function loadCharter(url: string, options?: RequestOptions): Promise<LoadedCharter> {
  return requests.ask(url, options);
}

/** Forgets what was loaded from an address: the next `loadCharter` asks the server again. */
export function forgetCharter(url: string): void {
  requests.forget(url);
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
    const [{ DocumentError }, { problemAt }] = await Promise.all([
      import('../internal/document-error.ts'),
      import('../internal/problems.ts'),
    ]);
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DocumentError('charter', [problemAt('$', 'no-digest', { reason })], url);
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
