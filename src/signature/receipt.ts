import * as v from 'valibot';
import { audienceSchema } from '../charter/charter.ts';
import { isInstant } from '../internal/text-checks.ts';
import { tell } from '../internal/validation.ts';

/** What the endpoint answers once it has recorded a signature. */
export const receiptSchema = v.looseObject({
  /** Id of the signature record. */
  id: v.string(),
  /** The receiver's time, RFC 3339 in UTC: the evidence. */
  receivedAt: v.pipe(v.string(), v.check(isInstant, tell('not-an-instant'))),
  /** Digest of the record by the same rule as the charter's. */
  recordDigest: v.string(),
  /** Compact JWS (ES256 or EdDSA) over `{ id, recordDigest, receivedAt, charter, subject? }`. */
  receipt: v.optional(v.string()),
});

export type Receipt = v.InferOutput<typeof receiptSchema>;

/** Claims of the JWS in `receipt`. */
export const receiptClaimsSchema = v.looseObject({
  id: v.string(),
  recordDigest: v.string(),
  receivedAt: v.string(),
  charter: v.looseObject({
    id: v.string(),
    version: v.string(),
    locale: v.string(),
    digest: v.string(),
    audience: v.optional(audienceSchema),
  }),
  /** Who was signed in, by the id that the hospital knows them by. Receipts of before have none, as those of nobody signed in. */
  subject: v.optional(v.string()),
});

export type ReceiptClaims = v.InferOutput<typeof receiptClaimsSchema>;
