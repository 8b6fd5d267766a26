import assert from 'node:assert/strict';
import { chmod, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { compactVerify, createLocalJWKSet, decodeProtectedHeader } from 'jose';
import { addReceiptKey, openReceiptKeys } from '../../demo/receiver/receipts.ts';
import type { ReceiptSigner } from '../../demo/receiver/receipts.ts';
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
    const receipt = await signer.sign({ id, recordDigest, receivedAt, charter });
    return { record, receipt: { id, recordDigest, receivedAt, receipt } };
  }

  it('are made once, for the owner alone', async () => {
    const [first, second] = await Promise.all([openReceiptKeys(file), openReceiptKeys(file)]);
    assert.deepEqual(first.publicKeys, second.publicKeys);
    assert.deepEqual((await openReceiptKeys(file)).publicKeys, first.publicKeys);
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    assert.equal((await stat(join(folder, 'data'))).mode & 0o777, 0o700);
    assert.deepEqual(await readdir(join(folder, 'data')), ['receipt-keys.json']);
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
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    const after = await openReceiptKeys(file);
    assert.equal(after.publicKeys.keys.length, 2);
    const fresh = await sign(after);
    await verifyReceipt(old.receipt, old.record, after.publicKeys);
    await verifyReceipt(fresh.receipt, fresh.record, after.publicKeys);
    await assert.rejects(compactVerify(fresh.receipt.receipt, createLocalJWKSet(before.publicKeys as never)));
  });

  it('are not replaced when the file is damaged', async () => {
    await openReceiptKeys(file);
    for (const text of [
      '',
      '{}',
      '{"keys":[]}',
      '{"keys":[{"kty":"EC","crv":"P-256"}]}',
      '{"keys":[{"kty":"oct"}]}',
    ]) {
      await writeFile(file, text);
      await assert.rejects(
        openReceiptKeys(file),
        /is not a set of ES256 private keys\. Restore it from the backup/,
      );
      assert.equal(await readFile(file, 'utf8'), text);
    }
  });

  it('are refused when everyone can read them', async () => {
    await openReceiptKeys(file);
    await chmod(file, 0o644);
    await assert.rejects(openReceiptKeys(file), /everyone can read it\. Run: chmod 600 /);
  });
});
