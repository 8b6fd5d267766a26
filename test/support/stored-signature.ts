import assert from 'node:assert/strict';
import type { DrivenPage } from './driven-page.ts';

/** What the receiver answers about a signature. */
export interface StoredSignature {
  readonly record: unknown;
  readonly receivedAt: string;
  readonly recordDigest: string;
  readonly receipt: string;
}

/**
 * A signature as the receiver shows it to a page: to whoever is signed in there, where it is theirs, or holds its receipt.
 *
 * @param receipt - Compact JWS.
 */
export async function readStored(page: DrivenPage, id: string, receipt?: string): Promise<StoredSignature> {
  const { status, text } = await page.evaluate(
    async (path, shown) => {
      const headers: HeadersInit = shown === null ? {} : { Authorization: `Receipt ${shown}` };
      const response = await fetch(path, { headers });
      return { status: response.status, text: await response.text() };
    },
    `/api/signatures/${id}`,
    receipt ?? null,
  );
  assert.equal(status, 200, text);
  return JSON.parse(text) as StoredSignature;
}
