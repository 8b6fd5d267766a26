import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import type { SignOnSettings } from './sign-on-settings.ts';

/** Seconds in which a person has to have signed in at the provider. */
export const attemptTime = 600;

/** Characters of a cookie at most, with its name: browsers drop a longer one without a word. */
const longestCookie = 4000;

/** Attempts to sign in that a browser remembers: one for each tab. */
const mostAttempts = 5;

const attemptName = 'charter-sign-on-';

/** The cookies of the sign-on. None can be read by a page, and none is kept once the browser is closed. */
export class Cookies {
  readonly #isSecure: boolean;
  readonly #sameSite: SignOnSettings['sameSite'];
  readonly #signOutPath: string;

  constructor({ redirectURI, sameSite }: SignOnSettings) {
    const { protocol, pathname } = new URL(redirectURI);
    this.#isSecure = protocol === 'https:';
    this.#sameSite = sameSite;
    this.#signOutPath = pathname.replace(/[^/]*$/, 'logout');
  }

  read(c: Context, kind: 'session' | 'id-token'): string | undefined {
    return getCookie(c, this.#nameOf(kind));
  }

  write(c: Context, kind: 'session' | 'id-token', sealed: string): void {
    const name = this.#nameOf(kind);
    // The ID token is a help for signing out, and may be of any length.
    if (kind === 'id-token' && name.length + sealed.length > longestCookie) this.erase(c, kind);
    else setCookie(c, name, sealed, this.#optionsOf(kind));
  }

  erase(c: Context, kind: 'session' | 'id-token'): void {
    deleteCookie(c, this.#nameOf(kind), this.#optionsOf(kind));
  }

  /** @param state - The one that the provider sends back. Each attempt has a cookie of its own, since each tab may make one. */
  readAttempt(c: Context, state: string): string | undefined {
    return getCookie(c, this.#attemptNameOf(state));
  }

  writeAttempt(c: Context, state: string, sealed: string): void {
    const earlier = Object.keys(getCookie(c)).filter((name) => name.startsWith(this.#prefixed(attemptName)));
    // Together they must not become longer than the headers that servers take.
    if (earlier.length >= mostAttempts) for (const name of earlier) this.#erase(c, name);
    setCookie(c, this.#attemptNameOf(state), sealed, { ...this.#attemptOptions, maxAge: attemptTime });
  }

  eraseAttempt(c: Context, state: string): void {
    this.#erase(c, this.#attemptNameOf(state));
  }

  #erase(c: Context, name: string): void {
    deleteCookie(c, name, this.#attemptOptions);
  }

  /** Lax: the provider's page sends the person here, which a strict cookie would not survive. */
  get #attemptOptions(): CookieOptions {
    return { path: '/', httpOnly: true, secure: this.#isSecure, sameSite: 'lax' };
  }

  #optionsOf(kind: 'session' | 'id-token'): CookieOptions {
    return kind === 'session'
      ? { ...this.#attemptOptions, sameSite: this.#sameSite }
      : { ...this.#attemptOptions, path: this.#signOutPath };
  }

  #attemptNameOf(state: string): string {
    return this.#prefixed(`${attemptName}${state.slice(0, 12)}`);
  }

  // Large, and wanted in one place only: it has a path, which `__Host-` does not allow.
  #nameOf(kind: 'session' | 'id-token'): string {
    if (kind === 'session') return this.#prefixed('charter-session');
    return this.#isSecure ? '__Secure-charter-id-token' : 'charter-id-token';
  }

  /** A neighbouring host or a page on plain http cannot set a cookie of such a name. */
  #prefixed(name: string): string {
    return this.#isSecure ? `__Host-${name}` : name;
  }
}
