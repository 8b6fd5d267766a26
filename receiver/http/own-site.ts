import type { Context } from 'hono';
import { ProblemError } from '../domain/problem-error.ts';

export interface OwnSite {
  /** Host of the receiver as the browser knows it, with its port if it is not the usual one. */
  readonly host: string | undefined;
  /** Origins of other pages that may post. */
  readonly allowedOrigins: readonly string[];
  /** Whether a single sign-on says who is asking: then the request has an authority that another site could borrow. */
  readonly isSignedIn: boolean;
  /** Whether the request holds the token of its session, which another site cannot know. */
  readonly hasToken?: boolean;
}

/**
 * Refuses what another site sends through a person's browser. A form needs no preflight, so nothing else stops
 * it. `hono/csrf` is not used: behind a proxy that ends TLS its own origin is not that of the browser, it takes an
 * `Origin` where `Sec-Fetch-Site` says another site, and it refuses every client that sends neither.
 *
 * @throws ProblemError when the request comes from another site, or may.
 */
export function requireOwnSite(c: Context, { host, allowedOrigins, isSignedIn, hasToken }: OwnSite): void {
  if (hasToken) return;
  const origin = c.req.header('origin') ?? originOf(c.req.header('referer'));
  const site = c.req.header('sec-fetch-site');
  if (origin !== undefined && allowedOrigins.includes(origin)) return;
  if (site !== undefined) {
    // `none`: the person did it themselves, by reloading the answer for instance.
    if (site === 'same-origin' || site === 'none') return;
  } else if (origin !== undefined) {
    // A page on plain http, or an old browser. The proxy may have ended TLS: the scheme cannot be compared.
    if (host !== undefined && hostOf(origin) === host) return;
  } else if (!isSignedIn) {
    // No browser of today: a command, which borrows nobody's session.
    return;
  }
  throw new ProblemError(
    'forbidden',
    'The request does not come from a page of this site. Put it on the host of the receiver, or have the origin of its ' +
      'page added to ALLOWED_ORIGINS; a page with Referrer-Policy: no-referrer hides its own.',
  );
}

function originOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : undefined;
}

/** The host of a web address, with its port if it is not the usual one of its scheme. */
export function hostOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, host } = new URL(url);
  return /^https?:$/.test(protocol) ? host : undefined;
}
