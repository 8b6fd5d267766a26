import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { readIdentity } from '../identity.ts';
import type { Identity } from '../identity.ts';
import type { ReceiverOptions } from '../options.ts';
import { ProblemError } from '../problem-details.ts';
import { clientAddress } from './client-address.ts';

/** Where a request comes from, and who the trusted proxy says is asking. */
export interface RequestOrigin {
  /** Address of the client, as far as it can be known. */
  client(c: Context): string;
  /** @throws ProblemError when the receiver wants an identity and there is none. */
  identity(c: Context): Identity | undefined;
}

export function createRequestOrigin(options: ReceiverOptions): RequestOrigin {
  const { trustedProxies, identityHeaders, requireIdentity, conninfo = getConnInfo } = options;
  return {
    client: (c) => clientAddress(conninfo(c).remote.address, c.req.header('x-forwarded-for'), trustedProxies),
    identity(c) {
      const isTrusted = trustedProxies.includes(conninfo(c).remote.address);
      const identity = isTrusted ? readIdentity((name) => c.req.header(name), identityHeaders) : undefined;
      if (identity || !requireIdentity) return identity;
      throw new ProblemError(
        'sign-in-required',
        `Signing in is required: the request came without ${identityHeaders.id} from the hospital's proxy. Sign in, ` +
          'then send the same request again.',
      );
    },
  };
}
