import assert from 'node:assert/strict';
import type { DrivenPage } from './person.ts';

/** What the receiver answers about a signature. */
export interface StoredSignature {
  readonly record: unknown;
  readonly receivedAt: string;
  readonly recordDigest: string;
  readonly receipt: string;
}

/** A signature as the receiver shows it to whoever is signed in on a page: to nobody else, where the signer was. */
export async function readStored(page: DrivenPage, id: string): Promise<StoredSignature> {
  const { status, text } = await page.evaluate(async (path) => {
    const response = await fetch(path);
    return { status: response.status, text: await response.text() };
  }, `/api/signatures/${id}`);
  assert.equal(status, 200, text);
  return JSON.parse(text) as StoredSignature;
}
