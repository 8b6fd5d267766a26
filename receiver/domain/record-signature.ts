import { hash } from 'node:crypto';
import { digestDocument } from 'charter-elements/charter';
import type { Digest } from 'charter-elements/charter';
import { otherSigner } from './check-signer.ts';
import type { Identity } from './identity.ts';
import { ProblemError } from './problem-error.ts';
import type { ReceiptSigner } from './receipts.ts';
import { StoreUnavailableError } from './store.ts';
import type { RecordedSignature, Store } from './store.ts';
import type { ReadRecord } from './read-record.ts';

export interface Recording {
  readonly signature: RecordedSignature;
  /** The same record had been recorded before: the signature is the one of then. */
  readonly isReplay: boolean;
}

export interface RecordingContext {
  readonly store: Store;
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
 * Records a signature once, however many times and at the same time it arrives. The store is asked once for a record
 * that is new.
 *
 * @throws ProblemError when it must not be recorded, or when another record has its id.
 */
export async function recordSignature(read: ReadRecord, context: RecordingContext): Promise<Recording> {
  const { id } = read.record;
  try {
    context.check();
    const signature = await addSignature(read, context);
    if (signature) return { signature, isReplay: false };
  } catch (error) {
    // What was recorded before is a replay, whatever prevents it now: a newer charter, a full disk. A store that does not
    // answer is not asked twice.
    const isLost = error instanceof StoreUnavailableError && error.isLost;
    const replay = isLost ? undefined : await findReplay(read, context);
    if (replay) return replay;
    throw error;
  }
  const replay = await findReplay(read, context);
  if (replay) return replay;
  throw new ProblemError('in-progress', `The record ${id} is being recorded. Send the same request again.`, {
    retryAfter: 1,
  });
}

/** Answers nothing where the id is there already. */
async function addSignature(
  { record, canonicalRecord }: ReadRecord,
  { store, receipts, identity }: RecordingContext,
): Promise<RecordedSignature | undefined> {
  // Chosen here and not by the database: the receipt is made before the row that holds it.
  const receivedAt = new Date().toISOString();
  const { id, charter } = record;
  const recordDigest = digestText(canonicalRecord);
  const receipt = receipts.sign({
    id,
    recordDigest,
    receivedAt,
    charter,
    ...(identity && { subject: identity.id }),
  });
  const signature = { record, recordDigest, receivedAt, receipt, identity };
  return (await store.add({ ...signature, canonicalRecord })) ? signature : undefined;
}

async function findReplay(
  { record, canonicalRecord }: ReadRecord,
  { store, identity, isSignedHere = false }: RecordingContext,
): Promise<Recording | undefined> {
  const earlier = await store.find(record.id);
  if (!earlier) return undefined;
  // The receipt is not given to somebody else.
  if (identity && earlier.identity && identity.id !== earlier.identity.id) throw otherSigner();
  const { signedAt } = earlier.record;
  return asReplay(
    earlier,
    isSignedHere ? await digestDocument({ ...record, signedAt }) : digestText(canonicalRecord),
  );
}

/** As `digestDocument` has it, of a canonical form that is there already. */
function digestText(canonicalRecord: string): Digest {
  return `sha256:${hash('sha256', canonicalRecord)}`;
}

function asReplay(signature: RecordedSignature, recordDigest: string): Recording {
  if (signature.recordDigest === recordDigest) return { signature, isReplay: true };
  throw new ProblemError(
    'idempotency-mismatch',
    `A different record was recorded as /id ${signature.record.id} at ${signature.receivedAt}. Give each record an ` +
      'id of its own, and do not change a record that was sent.',
  );
}
