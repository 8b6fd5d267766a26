import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { ReceiptError, verifyReceipt } from '../../src/signature/index.ts';
import type { Receipt, SignatureRecord } from '../../src/signature/index.ts';
import { signedRecord } from './support/records.ts';
import { createSigner, keySet, receiptFor } from '../../stories/support/receipts.ts';
import type { Signer } from '../../stories/support/receipts.ts';

for (const alg of ['ES256', 'EdDSA']) {
  describe(`a receipt signed with ${alg}`, () => {
    let record: SignatureRecord;
    let signer: Signer;
    let receipt: Receipt;
    let jws: string;
    before(async () => {
      record = await signedRecord();
      signer = await createSigner(alg, 'now');
      receipt = await receiptFor(record, signer);
      jws = receipt.receipt!;
    });

    const assertRefused = (altered: string) =>
      assert.rejects(verifyReceipt({ ...receipt, receipt: altered }, record, keySet(signer)), ReceiptError);

    it('verifies with no byte altered', async () => {
      await verifyReceipt(receipt, record, keySet(signer));
    });

    it('never verifies with one byte altered', async () => {
      await fc.assert(
        fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), async (place, change) => {
          const index = place % jws.length;
          const byte = String.fromCharCode(jws.charCodeAt(index) ^ change);
          await assertRefused(jws.slice(0, index) + byte + jws.slice(index + 1));
        }),
        { numRuns: 500 },
      );
    });

    it('never verifies with its last character altered, whose low bits carry nothing', async () => {
      const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
      for (const character of alphabet.replace(jws.at(-1)!, ''))
        await assertRefused(jws.slice(0, -1) + character);
    });

    it('never verifies with a byte left out or put in', async () => {
      const anyByte = fc.constantFrom('A', '.', '=', ' ', '\n', '-', '/');
      await fc.assert(
        fc.asyncProperty(fc.nat(), anyByte, async (place, byte) => {
          const index = place % jws.length;
          await assertRefused(jws.slice(0, index) + jws.slice(index + 1));
          await assertRefused(jws.slice(0, index) + byte + jws.slice(index));
          await assertRefused(jws + byte);
        }),
      );
    });
  });
}
