import { digestDocument } from '../../../src/charter/index.ts';
import type { Identity } from '../identity.ts';
import { ProblemError } from '../problem-details.ts';
import type { ReceiptSigner } from '../receipts.ts';
import type { RecordedSignature, SignatureStore } from '../store/signature-store.ts';
import type { ReadRecord } from './read-record.ts';

export interface Recording {
  readonly signature: RecordedSignature;
  /** The same record had been recorded before: the signature is the one of then. */
  readonly isReplay: boolean;
}

export interface RecordingContext {
  readonly store: SignatureStore;
  readonly receipts: ReceiptSigner;
  readonly identity: Identity | undefined;
  /**
   * `signedAt` is the receiver's own time, so that the same request sent again has another: it is not compared with that
   * of a record under the same id.
   */
  readonly isSignedHere?: boolean;
  /** Throws when the record must not be recorded. Not asked about a record that already is. */
  readonly check: () => void;
}

/**
 * Records a signature once, however many times and at the same time it arrives.
 *
 * @throws ProblemError when it must not be recorded, or when another record has its id.
 */
export async function recordSignature(
  { record, canonicalRecord }: ReadRecord,
  { store, receipts, identity, check, isSignedHere = false }: RecordingContext,
): Promise<Recording> {
  const replay = async (earlier: RecordedSignature): Promise<Recording> => {
    const { signedAt } = isSignedHere ? earlier.record : record;
    return asReplay(earlier, await digestDocument({ ...record, signedAt }));
  };
  const earlier = await store.find(record.id);
  if (earlier) return replay(earlier);
  check();

  // Chosen here and not by the database: the receipt is made before the row that holds it.
  const receivedAt = new Date().toISOString();
  const { id, charter } = record;
  const recordDigest = await digestDocument(record);
  const receipt = await receipts.sign({ id, recordDigest, receivedAt, charter });
  const signature = { record, recordDigest, receivedAt, receipt, identity };
  if (await store.add({ ...signature, canonicalRecord })) return { signature, isReplay: false };

  // The same id came meanwhile by another request: its row is the one.
  const other = await store.find(record.id);
  if (other) return replay(other);
  throw new ProblemError('in-progress', `The record ${id} is being recorded. Send the same request again.`, {
    headers: { 'Retry-After': '1' },
  });
}

function asReplay(signature: RecordedSignature, recordDigest: string): Recording {
  if (signature.recordDigest === recordDigest) return { signature, isReplay: true };
  throw new ProblemError(
    'idempotency-mismatch',
    `A different record was recorded as /id ${signature.record.id} at ${signature.receivedAt}. Give each record an ` +
      'id of its own, and do not change a record that was sent.',
  );
}
