import { timingSafeEqual } from 'node:crypto';
import type { Identity } from './identity.ts';
import type { RecordedSignature } from './store.ts';

/** What a request for somebody's signature shows for itself. */
export interface Reader {
  /** Who is asking, where the hospital's single sign-on says so. */
  readonly identity: Identity | undefined;
  /** The receipt that is shown, a compact JWS: whoever holds it was given it. */
  readonly receipt: string | undefined;
}

/** Whether a signature is shown: to its signer, to a reader of them all, and to whoever holds its receipt. */
export function mayReadSignature(signature: RecordedSignature, { identity, receipt }: Reader): boolean {
  const isSigner = identity !== undefined && identity.id === signature.identity?.id;
  return isSigner || mayReadAll(identity) || (receipt !== undefined && isSame(receipt, signature.receipt));
}

/** Whether somebody may read what concerns others: their signatures, and how many declined. */
export function mayReadAll(identity: Identity | undefined): boolean {
  return identity?.roles?.includes('reader') ?? false;
}

/** In a time that tells nothing of where they differ. */
function isSame(shown: string, kept: string): boolean {
  const [a, b] = [Buffer.from(shown), Buffer.from(kept)];
  return a.length === b.length && timingSafeEqual(a, b);
}
