import { canonicalForm } from './canonical-form.ts';

/** `sha256:` followed by 64 lower-case hexadecimal digits. */
export type Digest = `sha256:${string}`;

/**
 * The digest of a JSON document: SHA-256 of the UTF-8 bytes of its canonical form. It is computed over the whole
 * document as received, so the browser and the receiver agree about what was shown.
 */
export async function digestDocument(value: unknown): Promise<Digest> {
  const bytes = await sha256(new TextEncoder().encode(canonicalForm(value)));
  return `sha256:${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  // Absent on plain-http intranets: only secure contexts have it.
  const subtle = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle;
  if (subtle) return new Uint8Array(await subtle.digest('SHA-256', bytes));
  const noble = await import('@noble/hashes/sha2.js');
  return noble.sha256(bytes);
}
