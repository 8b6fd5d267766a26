import type { MiddlewareHandler } from 'hono';
import { readBody } from '../http/body.ts';
import { formType, isFormPost, parseForm } from '../http/form.ts';
import { knowBrowser } from '../http/known-browser.ts';
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
    // Where somebody is signed in, or the page gave the form an id, a form that is sent again is known by that.
    const needsBrowser = !identity && !fields.some(([name, value]) => name === 'id' && value.trim() !== '');
    const browser = needsBrowser ? knowBrowser(c) : { secret: '' };
    if ('redirect' in browser) return browser.redirect;
    const read = readFormRecord(fields, {
      charters,
      identity,
      browserSecret: browser.secret,
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
