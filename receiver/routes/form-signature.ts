import type { MiddlewareHandler } from 'hono';
import { maxBodySize, readBody } from '../http/body.ts';
import { formType, isFormPost, parseForm } from '../http/form.ts';
import { hostOf, requireOwnSite } from '../http/own-site.ts';
import type { RequestOrigin } from '../http/request-origin.ts';
import type { ReceiverOptions } from '../options.ts';
import { receiptPage } from '../pages/receipt-page.ts';
import { checkRecord } from '../domain/check-record.ts';
import { readFormRecord } from '../domain/form-record.ts';
import { isTokenOf } from '../sign-on/sessions.ts';
import { recordSignature } from '../domain/record-signature.ts';
import { apiPath, charterHref } from './charters.ts';

/** `POST /signatures` by a form of a page that has no script: the answer is a page too. */
export function formRoute(options: ReceiverOptions, origin: RequestOrigin): MiddlewareHandler {
  const { store, charters, receipts, allowedOrigins, signOn } = options;
  const format = { maxSize: maxBodySize, read: parseForm };

  return async (c, next) => {
    if (!isFormPost(c.req.raw)) return next();
    const identity = origin.identity(c);
    const host = origin.host(c);
    const fields = await readBody(c.req.raw, { [formType]: format });
    const [, token] = fields.find(([name]) => name === '_csrf') ?? [];
    const hasToken = isTokenOf(signOn?.sessionOf(c), token);
    requireOwnSite(c, { host, allowedOrigins, isSignedIn: identity !== undefined, hasToken });
    const read = readFormRecord(fields, {
      charters,
      identity,
      now: new Date(),
      authenticate: (text) => receipts.authenticate(text),
    });
    const { signature, isReplay } = await recordSignature(read, {
      store,
      receipts,
      identity,
      isSignedHere: true,
      check: () => checkRecord(read.record, charters, (document) => charterHref(apiPath(c), document)),
    });
    const { id, charter } = signature.record;
    const referer = c.req.header('referer');
    return receiptPage({
      signature,
      title: charters.find(charter.id, charter.version, charter.locale)?.charter.title,
      status: isReplay ? 200 : 201,
      headers: { Location: `${c.req.path}/${id}` },
      back: referer !== undefined && hostOf(referer) === host ? referer : undefined,
    });
  };
}
