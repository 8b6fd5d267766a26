import { randomBytes } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { readBody } from '../http/body.ts';
import { formType, isFormPost, parseForm } from '../http/form.ts';
import { hostOf, requireOwnSite } from '../http/own-site.ts';
import type { RequestOrigin } from '../http/request-origin.ts';
import type { ReceiverOptions } from '../options.ts';
import { receiptPage } from '../pages/receipt-page.ts';
import { checkRecord } from '../domain/check-record.ts';
import { requireSameSigner } from '../domain/check-signer.ts';
import { readFormRecord } from '../domain/form-record.ts';
import { maxRecordSize } from '../domain/record-size.ts';
import { isTokenOf } from '../sign-on/sessions.ts';
import { recordSignature } from '../domain/record-signature.ts';
import { apiPath, charterHref } from './charters.ts';

/** `POST /signatures` by a form of a page that has no script: the answer is a page too. */
export function formRoute(options: ReceiverOptions, origin: RequestOrigin): MiddlewareHandler {
  const { store, charters, receipts, allowedOrigins, signOn } = options;
  const format = { maxSize: maxRecordSize, read: parseForm };

  return async (c, next) => {
    if (!isFormPost(c.req.raw)) return next();
    const identity = origin.identity(c);
    const host = origin.host(c);
    const fields = await readBody(c.req.raw, { [formType]: format });
    const [, token] = fields.find(([name]) => name === '_csrf') ?? [];
    const hasToken = isTokenOf(signOn?.sessionOf(c), token);
    requireOwnSite(c, { host, allowedOrigins, isSignedIn: identity !== undefined, hasToken });
    const browserSecret = identity ? '' : rememberBrowser(c);
    const read = readFormRecord(fields, {
      charters,
      identity,
      browserSecret,
      now: new Date(),
      authenticate: (text) => receipts.authenticate(text),
    });
    requireSameSigner(read.record, { identity });
    const { signature, isReplay } = await recordSignature(read, {
      store,
      receipts,
      identity,
      isSignedHere: true,
      check: () => checkRecord(read.record, charters, (document) => charterHref(apiPath(c), document)),
    });
    const { id, charter } = signature.record;
    const referer = c.req.header('referer');
    const page = await receiptPage({
      signature,
      title: charters.find(charter.id, charter.version, charter.locale)?.charter.title,
      status: isReplay ? 200 : 201,
      headers: { Location: `${c.req.path}/${id}` },
      back: referer !== undefined && hostOf(referer) === host ? referer : undefined,
    });
    return c.newResponse(page.body, page);
  };
}

/** Name of the cookie by which a browser that sends a form again is known. */
export const browserCookie = 'charter_form';

/** Seconds after which it is forgotten: a device may be shared. */
const browserMemory = 600;

/** What only this browser knows, and knows from now on. It says nothing about who uses it. */
function rememberBrowser(c: Context): string {
  const known = getCookie(c, browserCookie);
  const secret =
    known !== undefined && /^[\w-]{22}$/.test(known) ? known : randomBytes(16).toString('base64url');
  const path = c.req.path;
  setCookie(c, browserCookie, secret, { path, httpOnly: true, sameSite: 'Strict', maxAge: browserMemory });
  return secret;
}
