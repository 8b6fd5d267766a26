import { Hono } from 'hono';
import * as v from 'valibot';
import { uuidSchema } from 'charter-elements/signature';
import { maxEncryptedSize } from '../domain/encrypted-records.ts';
import { limitBody, mediaType, readBody } from '../http/body.ts';
import type { BodyFormat } from '../http/body.ts';
import { parseJSON } from '../http/json-body.ts';
import { readIdempotencyKey, requireSameKey } from '../http/idempotency-key.ts';
import type { RequestOrigin } from '../http/request-origin.ts';
import type { ReceiverOptions } from '../options.ts';
import { ProblemError } from '../domain/problem-error.ts';
import { checkRecord } from '../domain/check-record.ts';
import { requireSameSigner } from '../domain/check-signer.ts';
import { mayReadSignature } from '../domain/may-read.ts';
import type { Reader } from '../domain/may-read.ts';
import { readRecord } from '../domain/read-record.ts';
import { maxRecordSize } from '../domain/record-size.ts';
import { recordSignature } from '../domain/record-signature.ts';
import { apiPath, charterHref } from './charters.ts';
import { formRoute } from './form-signature.ts';
import { onlyMethods } from './only-methods.ts';

/** Media type of a record that a shared device kept encrypted. */
const encrypted = 'application/jose';

/** `POST /signatures` and `GET /signatures/:id`. */
export function signatureRoutes(options: ReceiverOptions, origin: RequestOrigin): Hono {
  const { store, charters, receipts, decrypter } = options;
  const formats: Record<string, BodyFormat> = {
    'application/json': { maxSize: maxRecordSize, read: parseJSON },
    [encrypted]: {
      maxSize: maxEncryptedSize,
      read: async (bytes) => parseJSON(await decrypter.decrypt(bytes)),
    },
  };
  const routes = new Hono();

  routes.post('/', limitBody(maxEncryptedSize));
  routes.post('/', formRoute(options, origin));
  routes.post('/', async (c) => {
    const identity = origin.identity(c);
    const key = readIdempotencyKey(c.req.header('idempotency-key'));
    const read = readRecord(await readBody(c.req.raw, formats));
    requireSameSigner(read.record, { identity, hasWaited: mediaType(c.req.raw) === encrypted });
    requireSameKey(key, read.record.id);
    const { signature, isReplay } = await recordSignature(read, {
      store,
      receipts,
      identity,
      check: () => checkRecord(read.record, charters, (document) => charterHref(apiPath(c), document)),
    });
    const { recordDigest, receivedAt, receipt } = signature;
    return c.json({ id: read.record.id, receivedAt, recordDigest, receipt }, isReplay ? 200 : 201, {
      Location: `${c.req.path}/${read.record.id}`,
    });
  });
  routes.all('/', onlyMethods('POST'));

  routes.get('/:id', async (c) => {
    const reader = { identity: origin.identity(c), receipt: shownReceipt(c.req.header('authorization')) };
    const id = c.req.param('id');
    const signature = v.is(uuidSchema, id) ? await store.find(id) : undefined;
    if (!signature) {
      throw new ProblemError(
        'not-found',
        `No signature is recorded as ${JSON.stringify(id.slice(0, 80))}. Check the id at the end of the address.`,
      );
    }
    if (!mayReadSignature(signature, reader)) throw refuseReader(reader);
    const { record, receivedAt, recordDigest, receipt, identity } = signature;
    return c.json({
      record,
      receivedAt,
      recordDigest,
      receipt,
      ...(identity && { identity }),
    });
  });
  routes.all('/:id', onlyMethods('GET', 'HEAD'));
  return routes;
}

/** The compact JWS of `Authorization: Receipt <jws>`. */
function shownReceipt(authorization: string | undefined): string | undefined {
  return /^Receipt +([\w.-]+) *$/i.exec(authorization ?? '')?.[1];
}

function refuseReader({ identity, receipt }: Reader): ProblemError {
  return identity || receipt !== undefined
    ? new ProblemError(
        'forbidden',
        'This signature belongs to someone else, or its receipt is another. Sign in as the person who signed, or show ' +
          'the receipt that was given then.',
      )
    : new ProblemError(
        'sign-in-required',
        'A signature is shown to who signed it. Sign in as that person, or show the receipt that was given then: ' +
          'Authorization: Receipt <receipt>.',
        { headers: { 'WWW-Authenticate': 'Receipt' } },
      );
}
