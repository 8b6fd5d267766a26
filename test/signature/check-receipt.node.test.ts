import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { readCharter } from '../../src/charter/index.ts';
import { checkReceipt, parseReceiptFile } from '../../src/signature/index.ts';
import type { ReceiptFile } from '../../src/signature/index.ts';
import { signedReceipt } from './support/receipts.ts';
import { createSigner, keySet } from '../../stories/support/receipts.ts';
import type { Signer } from '../../stories/support/receipts.ts';

describe('checkReceipt', () => {
  let signer: Signer;
  let file: ReceiptFile;
  before(async () => ({ signer, file } = await signedReceipt()));

  it('verifies the record and the signature of a good receipt', async () => {
    const findings = await checkReceipt(file, { keys: keySet(signer) });
    assert.equal(findings.record.outcome, 'verified');
    assert.equal(findings.signature.outcome, 'verified');
  });

  it('refutes a record that was altered afterwards', async () => {
    const altered = { ...file, record: { ...file.record, signer: { name: 'Quelqu’un d’autre' } } };
    const findings = await checkReceipt(altered, { keys: keySet(signer) });
    assert.equal(findings.record.outcome, 'refuted');
    assert.equal(findings.signature.outcome, 'refuted');
  });

  it('refutes the receipt of another record', async () => {
    const findings = await checkReceipt({ ...file, id: 'other' }, {});
    assert.deepEqual(findings.record, { outcome: 'refuted', reason: 'the receipt is of another record' });
  });

  it('refutes a signature by a key that is not published', async () => {
    const findings = await checkReceipt(file, { keys: keySet(await createSigner('ES256', 'other')) });
    assert.equal(findings.signature.outcome, 'refuted');
  });

  it('does not judge the signature without keys, nor a receipt that is not signed', async () => {
    assert.equal((await checkReceipt(file, {})).signature.outcome, 'unknown');
    const { receipt: _, ...unsigned } = file;
    assert.equal((await checkReceipt(unsigned, { keys: keySet(signer) })).signature.outcome, 'unknown');
  });

  describe('with a charter at hand', () => {
    const document = (version: string, text = 'Un texte.') => ({
      schema: 'charter/1',
      id: file.record.charter.id,
      version,
      locale: file.record.charter.locale,
      title: 'Charte',
      sections: [{ id: 'one', title: 'Une', body: [{ type: 'paragraph', text }] }],
    });

    it('verifies the text that was signed', async () => {
      const charter = await readCharter(document(file.record.charter.version));
      const signed = {
        ...file,
        record: { ...file.record, charter: { ...file.record.charter, digest: charter.digest } },
      };
      assert.equal((await checkReceipt(signed, { charter })).charter.outcome, 'verified');
    });

    it('refutes another text under the same version', async () => {
      const charter = await readCharter(document(file.record.charter.version, 'Un autre texte.'));
      assert.equal((await checkReceipt(file, { charter })).charter.outcome, 'refuted');
    });

    it('does not judge by another version', async () => {
      const charter = await readCharter(document('9.9.9'));
      assert.equal((await checkReceipt(file, { charter })).charter.outcome, 'unknown');
    });
  });
});

describe('parseReceiptFile', () => {
  it('says what is missing and where', () => {
    assert.throws(() => parseReceiptFile({ id: 'x' }), /receipt is not valid: .*\$\.record/);
  });
});
