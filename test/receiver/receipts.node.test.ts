import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { compactVerify, createLocalJWKSet, decodeProtectedHeader } from 'jose';
import { addReceiptKey, openReceiptKeys } from '../../receiver/domain/receipts.ts';
import type { ReceiptSigner } from '../../receiver/domain/receipts.ts';
import { digestDocument } from '../../src/charter/index.ts';
import { verifyReceipt } from '../../src/signature/index.ts';
import { createRecord } from './support/records.ts';

describe('the keys of receipts', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'charter-keys-'));
    file = join(folder, 'data', 'receipt-keys.json');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function sign(signer: ReceiptSigner) {
    const record = createRecord();
    const receivedAt = new Date().toISOString();
    const { id, charter } = record;
    const recordDigest = await digestDocument(record);
    const receipt = signer.sign({ id, recordDigest, receivedAt, charter });
    return { record, receipt: { id, recordDigest, receivedAt, receipt } };
  }

  it('sign receipts that verify, whichever numbers a signature is made of', async () => {
    const signer = await openReceiptKeys(file);
    // One number in 256 is shorter than the others.
    for (let count = 0; count < 1000; count++) {
      const { record, receipt } = await sign(signer);
      await verifyReceipt(receipt, record, signer.publicKeys);
    }
  });

  it('sign ES256 with a key id, and publish nothing private', async () => {
    const signer = await openReceiptKeys(file);
    const { record, receipt } = await sign(signer);
    assert.deepEqual(decodeProtectedHeader(receipt.receipt), {
      alg: 'ES256',
      kid: (signer.publicKeys.keys[0] as { kid?: string }).kid,
    });
    await verifyReceipt(receipt, record, signer.publicKeys);
    const { keys } = JSON.parse(await readFile(file, 'utf8')) as { keys: { d: string }[] };
    assert.ok(keys[0]!.d);
    assert.doesNotMatch(JSON.stringify(signer.publicKeys), new RegExp(`"d"|${keys[0]!.d}`));
  });

  it('can be renewed: the newest signs, and the earlier receipts still verify', async () => {
    const before = await openReceiptKeys(file);
    const old = await sign(before);
    await addReceiptKey(file);
    const after = await openReceiptKeys(file);
    assert.equal(after.publicKeys.keys.length, 2);
    const fresh = await sign(after);
    await verifyReceipt(old.receipt, old.record, after.publicKeys);
    await verifyReceipt(fresh.receipt, fresh.record, after.publicKeys);
    await assert.rejects(compactVerify(fresh.receipt.receipt, createLocalJWKSet(before.publicKeys as never)));
  });

  it('make digests that no other receiver makes, and that a new key does not change', async () => {
    const before = await openReceiptKeys(file);
    const digest = before.authenticate('Jean Dupont').toString('hex');
    await addReceiptKey(file);
    assert.equal((await openReceiptKeys(file)).authenticate('Jean Dupont').toString('hex'), digest);
    const other = await openReceiptKeys(join(folder, 'other', 'receipt-keys.json'));
    assert.notEqual(other.authenticate('Jean Dupont').toString('hex'), digest);
    assert.notEqual(createHash('sha256').update('Jean Dupont').digest('hex'), digest);
  });
});
