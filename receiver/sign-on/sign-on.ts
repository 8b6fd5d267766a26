import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Context, MiddlewareHandler } from 'hono';
import type { Identity, RoleRules } from '../domain/identity.ts';
import { isFormPost } from '../http/form.ts';
import { requireOwnSite } from '../http/own-site.ts';
import type { Log } from '../http/failures.ts';
import { identityOf } from './claims.ts';
import type { Claims } from './claims.ts';
import { Cookies } from './cookies.ts';
import { Provider } from './provider.ts';
import { returnAddress } from './return-address.ts';
import { openSessionKeys } from './sealed-claims.ts';
import type { Sealer } from './sealed-claims.ts';
import { isTokenOf, Sessions } from './sessions.ts';
import type { Session } from './sessions.ts';
import { callbackPath } from './sign-on-settings.ts';
import type { SignOnSettings } from './sign-on-settings.ts';

export interface SignOnOptions {
  readonly settings: SignOnSettings;
  readonly roleRules: RoleRules;
  /** Origins of pages that may post from elsewhere, and that people may go back to. */
  readonly allowedOrigins: readonly string[];
  /** File of the keys that seal the cookies. */
  readonly keysFile: string;
  readonly log: Log;
  /** Milliseconds since the epoch. */
  readonly now?: (() => number) | undefined;
}

/** Signing in at the hospital's own provider, and what a request says of it. */
export interface SignOn {
  readonly provider: Provider;
  readonly sessions: Sessions;
  readonly cookies: Cookies;
  readonly sealer: Sealer;
  /** Of the receiver, as browsers know it; ends with a slash. */
  readonly publicURL: URL;
  /** Where a person signs in; `return` in its query is where they come back to. */
  readonly signInURL: string;
  /** Seconds since the epoch. */
  readonly now: () => number;
  /** Reads the session of each request, and refuses what another site sends under it. */
  readonly readSession: MiddlewareHandler;
  /** Counts the idle time of the session anew, once the request is answered. */
  readonly renewSession: MiddlewareHandler;
  /** The session that `readSession` has found. */
  sessionOf(c: Context): Session | undefined;
  identityOf(claims: Claims): Identity;
  /** @throws SignOnError when the page to go back to is of a stranger. */
  returnAddress(given: string | undefined): string | undefined;
}

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Prepares signing in. The provider need not answer yet.
 *
 * @throws Error when the secret or the keys cannot be read.
 */
export async function openSignOn(options: SignOnOptions): Promise<SignOn> {
  const { settings, roleRules, allowedOrigins, keysFile, log, now: clock = Date.now } = options;
  const now = () => Math.floor(clock() / 1000);
  const publicURL = new URL(settings.redirectURI.slice(0, -callbackPath.length));
  const clientSecret = settings.clientSecret ?? (await readSecret(settings.clientSecretFile ?? ''));
  const provider = new Provider({ settings, clientSecret, log, now: clock });
  const sealer = await openSessionKeys(keysFile, audienceOf(settings), now);
  const cookies = new Cookies(settings);
  const sessions = new Sessions(sealer, cookies, settings, now);
  const found = new WeakMap<Request, Session>();
  const sessionOf = (c: Context) => found.get(c.req.raw);

  const readSession: MiddlewareHandler = async (c, next) => {
    const session = await sessions.read(c);
    if (session) {
      found.set(c.req.raw, session);
      // The token of a form is one of its fields: its route looks.
      if (!safeMethods.includes(c.req.method) && !isFormPost(c.req.raw)) {
        const hasToken = isTokenOf(session, c.req.header('x-csrf-token'));
        requireOwnSite(c, { host: publicURL.host, allowedOrigins, isSignedIn: true, hasToken });
      }
    }
    await next();
  };
  const renewSession: MiddlewareHandler = async (c, next) => {
    await next();
    const session = sessionOf(c);
    // A cache may keep the answers of the other kind, with their cookies.
    if (session && /^$|no-store/.test(c.res.headers.get('cache-control') ?? ''))
      await sessions.renew(c, session);
  };

  return {
    provider,
    sessions,
    cookies,
    sealer,
    publicURL,
    signInURL: new URL('auth/login', publicURL).href,
    now,
    readSession,
    renewSession,
    sessionOf,
    identityOf: (claims) => identityOf(claims, settings, roleRules),
    returnAddress: (given) => returnAddress(given, publicURL, allowedOrigins),
  };
}

async function readSecret(file: string): Promise<string> {
  let secret: string;
  try {
    secret = (await readFile(file, 'utf8')).trim();
  } catch (cause) {
    throw new Error(
      `The file ${file} cannot be read. Set OIDC_CLIENT_SECRET_FILE to the one with the secret.`,
      {
        cause,
      },
    );
  }
  if (secret) return secret;
  throw new Error(`The file ${file} is empty. Write the secret of the client in it.`);
}

/** Sessions of other settings name people otherwise. */
function audienceOf({ issuer, clientId, idClaim }: SignOnSettings): string {
  return createHash('sha256')
    .update(JSON.stringify([issuer, clientId, idClaim]))
    .digest('base64url');
}
