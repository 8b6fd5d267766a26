import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

/** Name of the cookie by which a browser that sends a form again is known. */
export const browserCookie = 'charter_form';

/** Seconds after which it is forgotten: a device may be shared. */
const memory = 600;

/** In the query of the address to which a browser that was not known is told to send its form. */
const mark = 'again';

/**
 * What only the browser that sent a form knows. It says nothing about who uses it.
 *
 * A browser that is not known yet is told its secret before anything is recorded, and sends the same form with it (307). So
 * the first of its forms is known from its second, however quickly someone clicks twice: either the first click was told the
 * secret, and the second comes with it, or the second replaced the first before it recorded anything. Nothing that others may
 * share, such as an address, has to stand for the browser.
 *
 * @returns The secret; or the answer that sends the browser back with one.
 */
export function knowBrowser(c: Context): { secret: string } | { redirect: Response } {
  const known = getCookie(c, browserCookie);
  const secret =
    known !== undefined && /^[\w-]{22}$/.test(known) ? known : randomBytes(16).toString('base64url');
  const path = c.req.path;
  setCookie(c, browserCookie, secret, { path, httpOnly: true, sameSite: 'Strict', maxAge: memory });
  const url = new URL(c.req.url);
  // One that comes back without the secret keeps no cookies. A command says none of what browsers say.
  if (secret === known || url.searchParams.has(mark) || !isBrowser(c)) return { secret };
  url.searchParams.set(mark, '');
  // Without the path, which a proxy may have shortened.
  return { redirect: c.redirect(url.search, 307) };
}

/** Every browser of the last ten years says where a form comes from, on plain http too. */
function isBrowser({ req }: Context): boolean {
  return ['sec-fetch-site', 'origin', 'referer'].some((name) => req.header(name) !== undefined);
}
