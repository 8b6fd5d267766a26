import { parseReceiptFile } from '../../../src/signature/index.ts';
import type { ReceiptFile } from '../../../src/signature/index.ts';
import { createSigner, receiptFor } from '../../../stories/support/receipts.ts';
import type { Signer } from '../../../stories/support/receipts.ts';
import { signedRecord } from './records.ts';

/** A good receipt as a person keeps it, and whose key signed it. */
export async function signedReceipt(): Promise<{ readonly signer: Signer; readonly file: ReceiptFile }> {
  const signer = await createSigner('ES256', 'now');
  const record = await signedRecord();
  return { signer, file: parseReceiptFile({ record, ...(await receiptFor(record, signer)) }) };
}
