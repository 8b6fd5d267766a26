import type { GetConnInfo } from 'hono/conninfo';
import type { CharterLibrary } from './domain/charters.ts';
import type { RecordDecrypter } from './domain/encrypted-records.ts';
import type { Log } from './http/failures.ts';
import type { TrustedProxies } from './http/client-address.ts';
import type { IdentityHeaders, RoleRules } from './domain/identity.ts';
import type { ReceiptSigner } from './domain/receipts.ts';
import type { Store } from './domain/store.ts';
import type { SignOn } from './sign-on/sign-on.ts';

/** What a receiver is made of. */
export interface ReceiverOptions {
  readonly store: Store;
  readonly charters: CharterLibrary;
  readonly receipts: ReceiptSigner;
  readonly decrypter: RecordDecrypter;
  /** Proxies whose identity headers and `X-Forwarded-For` are believed. */
  readonly trustedProxies: TrustedProxies;
  readonly identityHeaders: IdentityHeaders;
  /** Which groups of the directory give which role; without it, nobody has any. */
  readonly roleRules?: RoleRules | undefined;
  /** The provider that signs people in. With it, no identity header is believed. */
  readonly signOn?: SignOn | undefined;
  /** Refuses to record or to show signatures to a request without an identity. */
  readonly requireIdentity: boolean;
  /** Requests a minute of one client; 0 for no limit. */
  readonly rateLimit: number;
  /** People that a group has at least for coverage to show it. */
  readonly coverageThreshold: number;
  /** Origins of pages that may post from elsewhere. */
  readonly allowedOrigins: readonly string[];
  readonly log: Log;
  /** How to know the other end of a connection. By default, that of `@hono/node-server`. */
  readonly conninfo?: GetConnInfo | undefined;
}
