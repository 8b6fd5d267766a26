import type { OutboxEntry } from '../../outbox/storage.ts';
import type { Problem } from '../../signature/problem.ts';
import type { Receipt } from '../../signature/receipt.ts';
import type { SignatureRecord, Signer } from '../../signature/record.ts';

/** Where one signature stands. */
export type SigningStatus =
  | { readonly name: 'idle' }
  | { readonly name: 'sending'; readonly record: SignatureRecord }
  /** Kept, and sent again later; `hold` is `sign-in` when the person must act first. */
  | { readonly name: 'pending'; readonly record: SignatureRecord; readonly entry: OutboxEntry }
  | { readonly name: 'signed'; readonly record: SignatureRecord; readonly receipt: Receipt | undefined }
  | { readonly name: 'failed'; readonly record: SignatureRecord; readonly problem: Problem }
  /** The receiver has a newer version of the charter. */
  | { readonly name: 'outdated'; readonly record: SignatureRecord; readonly problem: Problem };

/** How a page wants its signatures sent; read at every attempt, since tokens change. */
export interface SigningOptions {
  readonly endpoint: string | undefined;
  readonly headers: Readonly<Record<string, string>> | undefined;
  readonly credentials: RequestCredentials;
  readonly csrfMeta: string | undefined;
  readonly csrfHeader: string;
  /** Milliseconds. */
  readonly timeout: number;
  readonly fetcher: typeof fetch | undefined;
  /** Address of a JSON Web Key Set: with it, a signature is recorded only when its receipt verifies. */
  readonly receiptKeys: string | undefined;
  /** Who is here, as far as the page vouches for it. */
  readonly signer: Partial<Signer>;
  /** Several people use this browser: nothing readable is left on it. */
  readonly isShared: boolean;
}
