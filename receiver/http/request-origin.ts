import type { HttpBindings } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { GetConnInfo } from 'hono/conninfo';
import { UnreadableIdentityError, readIdentity } from '../domain/identity.ts';
import type { Identity, IdentityHeaders, RoleRules } from '../domain/identity.ts';
import { ProblemError } from '../domain/problem-error.ts';
import { readClient } from './client-address.ts';
import type { TrustedProxies } from './client-address.ts';
import type { Log } from './failures.ts';
import { isRepeated } from './repeated-header.ts';

/** What a request is asked about where people sign in at the hospital's own provider. */
export interface SignedInPeople {
  /** Of the receiver, as browsers know it. */
  readonly publicURL: URL;
  /** Where a person signs in. */
  readonly signInURL: string;
  /** The session of a request, if it has one. */
  sessionOf(c: Context): { readonly identity: Identity } | undefined;
}

/** Who is believed about where a request comes from. */
export interface OriginOptions {
  /** Proxies whose identity headers and `X-Forwarded-For` are believed. */
  readonly trustedProxies: TrustedProxies;
  readonly identityHeaders: IdentityHeaders;
  /** Which groups of the directory give which role; without it, nobody has any. */
  readonly roleRules?: RoleRules | undefined;
  /** The provider that signs people in. With it, no identity header is believed. */
  readonly signOn?: SignedInPeople | undefined;
  /** Refuses to record or to show signatures to a request without an identity. */
  readonly requireIdentity: boolean;
  /** How to know the other end of a connection. By default, that of `@hono/node-server`. */
  readonly conninfo?: GetConnInfo | undefined;
  /** Is told, once, of a header of the proxy that cannot be read and stops nobody from signing. */
  readonly log?: Log | undefined;
}

/** Where a request comes from, and who the trusted proxy says is asking. */
export interface RequestOrigin {
  /** Address of the client, as far as it can be known. */
  client(c: Context): string;
  /** Host of the receiver as the browser knows it: what a trusted proxy forwards, else that of the request. */
  host(c: Context): string | undefined;
  /**
   * @throws ProblemError when the receiver wants an identity and there is none.
   * @throws UnreadableIdentityError when the proxy sent one that cannot be read.
   */
  identity(c: Context): Identity | undefined;
}

export function createRequestOrigin(options: OriginOptions): RequestOrigin {
  const {
    trustedProxies,
    identityHeaders,
    roleRules,
    signOn,
    requireIdentity,
    conninfo = getConnInfo,
    log,
  } = options;
  let isTold = false;
  const isTrusted = (c: Context) => trustedProxies.includes(conninfo(c).remote.address);
  return {
    client(c) {
      const remote = conninfo(c).remote.address;
      const { address, isUnreadable } = readClient(remote, c.req.header(forwardedFor), trustedProxies);
      if (isUnreadable && !isTold) {
        isTold = true;
        const wrong = `The header ${forwardedFor} that the proxy sent does not end with an IP address: everybody is one client.`;
        const remedy = 'Have the proxy set it to the address of its client, or add it at the end.';
        log?.({ level: 'warning', event: 'client-unreadable', header: forwardedFor, wrong, remedy });
      }
      return address;
    },
    host(c) {
      if (signOn) return signOn.publicURL.host;
      const forwarded = isTrusted(c) ? c.req.header('x-forwarded-host')?.split(',')[0]?.trim() : undefined;
      // A proxy may write the usual port, a browser never does.
      return (forwarded ?? c.req.header('host'))?.toLowerCase().replace(/:(80|443)$/, '');
    },
    identity(c) {
      if (signOn) {
        const session = signOn.sessionOf(c);
        if (session || !requireIdentity) return session?.identity;
        throw signInRequired(signOn.signInURL);
      }
      const identity = isTrusted(c)
        ? readIdentity((name) => oneLine(c, name), identityHeaders, roleRules)
        : undefined;
      if (identity || !requireIdentity) return identity;
      throw new ProblemError(
        'sign-in-required',
        `Signing in is required: the request came without ${identityHeaders.id} from the hospital's proxy. Sign in, ` +
          'then send the same request again.',
      );
    },
  };
}

const forwardedFor = 'x-forwarded-for';

/** @param signIn - Where a browser is sent to sign in; it adds `return`, the page to come back to. */
function signInRequired(signIn: string): ProblemError {
  return new ProblemError(
    'sign-in-required',
    `Signing in is required: the request came without a session, or it is over. Sign in at ${signIn}, then send the ` +
      'same request again.',
    { members: { signIn } },
  );
}

/** @throws UnreadableIdentityError where the proxy let through a line of the client's beside its own: neither can be believed. */
function oneLine(c: Context, name: string): string | undefined {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
  if (!incoming || !isRepeated(incoming, name)) return c.req.header(name);
  throw new UnreadableIdentityError(name, 'repeated');
}
