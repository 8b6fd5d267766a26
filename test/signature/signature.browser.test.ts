import { expect } from '@open-wc/testing';
import { DocumentError } from '../../src/charter/index.ts';
import { ReceiptError, parseSignatureRecord, verifyReceipt } from '../../src/signature/index.ts';
import type { SignatureRecord } from '../../src/signature/index.ts';
import { withoutSubtle } from '../charter/support/canonical-examples.ts';
import { signedRecord, validRecord } from './support/records.ts';
import { claimsOf, createSigner, keySet, receiptFor } from '../../stories/support/receipts.ts';

describe('verifyReceipt', () => {
  let record: SignatureRecord;
  before(async () => {
    record = await signedRecord({ practices: ['blur'] });
  });

  const faultOf = async (verified: Promise<unknown>): Promise<string> => {
    const error: unknown = await verified.then(
      () => 'none',
      (reason: unknown) => reason,
    );
    return error instanceof ReceiptError ? error.fault : String(error);
  };

  for (const alg of ['ES256', 'EdDSA']) {
    it(`gives the claims of a receipt signed with ${alg}`, async () => {
      const signer = await createSigner(alg);
      const claims = await verifyReceipt(await receiptFor(record, signer), record, keySet(signer));
      expect(claims).to.deep.equal(await claimsOf(record));
    });

    it(`refuses ${alg} with any altered last character`, async () => {
      const signer = await createSigner(alg);
      const receipt = await receiptFor(record, signer);
      const jws = receipt.receipt!;
      for (const character of 'AQgwBRhx_-'.replace(jws.at(-1)!, '')) {
        const altered = { ...receipt, receipt: jws.slice(0, -1) + character };
        expect(await faultOf(verifyReceipt(altered, record, keySet(signer)))).to.equal('signature');
      }
    });
  }

  it('refuses the key of someone else', async () => {
    const receipt = await receiptFor(record, await createSigner());
    const keys = keySet(await createSigner());
    expect(await faultOf(verifyReceipt(receipt, record, keys))).to.equal('signature');
  });

  it('refuses the receipt of another record', async () => {
    const signer = await createSigner();
    const receipt = await receiptFor(await signedRecord(), signer);
    expect(await faultOf(verifyReceipt(receipt, record, keySet(signer)))).to.equal('mismatch');
  });

  it('is unsupported without crypto.subtle', async () => {
    const signer = await createSigner();
    const receipt = await receiptFor(record, signer);
    const fault = await withoutSubtle(() => faultOf(verifyReceipt(receipt, record, keySet(signer))));
    expect(fault).to.equal('unsupported');
  });
});

describe('parseSignatureRecord', () => {
  it('accepts a record with every field', () => {
    expect(parseSignatureRecord(validRecord())).to.deep.equal(validRecord());
  });

  for (const signedAt of ['2026-02-30T12:00:00Z', '2026-02-20T24:00:00Z', '2026-02-20T12:60:00Z']) {
    it(`refuses ${signedAt}, which engines read differently`, () => {
      const record = { ...(validRecord() as object), signedAt };
      expect(() => parseSignatureRecord(record)).to.throw(DocumentError, '$.signedAt');
    });
  }
});
