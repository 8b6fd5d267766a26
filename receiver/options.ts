import type { CharterLibrary } from './domain/charters.ts';
import type { RecordDecrypter } from './domain/encrypted-records.ts';
import type { Log } from './http/failures.ts';
import type { OriginOptions } from './http/request-origin.ts';
import type { ReceiptSigner } from './domain/receipts.ts';
import type { Store } from './domain/store.ts';
import type { SignOn } from './sign-on/sign-on.ts';

/** What the documentation proposes that pages add: a token of theirs, and that of a session. */
export const defaultAllowedHeaders: readonly string[] = ['Authorization', 'X-CSRF-Token'];

/** What a receiver is made of. */
export interface ReceiverOptions extends OriginOptions {
  readonly store: Store;
  readonly charters: CharterLibrary;
  readonly receipts: ReceiptSigner;
  readonly decrypter: RecordDecrypter;
  /** The provider that signs people in. With it, no identity header is believed. */
  readonly signOn?: SignOn | undefined;
  /** Requests a minute of one client; 0 for no limit. */
  readonly rateLimit: number;
  /** People that a group has at least for coverage to show it. */
  readonly coverageThreshold: number;
  /** Origins of pages that may post from elsewhere. */
  readonly allowedOrigins: readonly string[];
  /** Headers that these pages may send beside those of the contract; by default {@link defaultAllowedHeaders}. */
  readonly allowedHeaders?: readonly string[] | undefined;
  readonly log: Log;
}
