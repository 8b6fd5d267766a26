import type { GetConnInfo } from 'hono/conninfo';
import type { CharterLibrary } from './charters.ts';
import type { RecordDecrypter } from './encrypted-records.ts';
import type { Log } from './failures.ts';
import type { TrustedProxies } from './http/client-address.ts';
import type { IdentityHeaders } from './identity.ts';
import type { ReceiptSigner } from './receipts.ts';
import type { SignatureStore } from './store/signature-store.ts';

/** What a receiver is made of. */
export interface ReceiverOptions {
  readonly store: SignatureStore;
  readonly charters: CharterLibrary;
  readonly receipts: ReceiptSigner;
  readonly decrypter: RecordDecrypter;
  /** Proxies whose identity headers and `X-Forwarded-For` are believed. */
  readonly trustedProxies: TrustedProxies;
  readonly identityHeaders: IdentityHeaders;
  /** Refuses to record or to show signatures to a request without an identity. */
  readonly requireIdentity: boolean;
  /** Requests a minute of one client; 0 for no limit. */
  readonly rateLimit: number;
  /** Origins of pages that may post from elsewhere. */
  readonly allowedOrigins: readonly string[];
  readonly log: Log;
  /** How to know the other end of a connection. By default, that of `@hono/node-server`. */
  readonly conninfo?: GetConnInfo | undefined;
}
