import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { decodeJwt } from 'jose';
import { ProblemError } from '../../receiver/domain/problem-error.ts';
import { readRecord } from '../../receiver/domain/read-record.ts';
import { openReceiptKeys } from '../../receiver/domain/receipts.ts';
import type { ReceiptSigner } from '../../receiver/domain/receipts.ts';
import { recordSignature } from '../../receiver/domain/record-signature.ts';
import type { RecordingContext } from '../../receiver/domain/record-signature.ts';
import { StoreUnavailableError } from '../../receiver/domain/store.ts';
import { openPGlite } from '../../receiver/store/pglite-client.ts';
import { SignatureStore } from '../../receiver/store/signature-store.ts';
import type { SQLClient } from '../../receiver/store/sql-client.ts';
import { digestDocument } from '../../src/charter/index.ts';
import { createRecord } from './support/records.ts';

describe('a signature is recorded once', () => {
  let folder: string;
  let client: SQLClient;
  let store: SignatureStore;
  let receipts: ReceiptSigner;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'charter-recording-'));
    client = await openPGlite(join(folder, 'database'));
    store = await SignatureStore.open(client);
    receipts = await openReceiptKeys(join(folder, 'receipt-keys.json'));
  });
  after(async () => {
    await client.close();
    await rm(folder, { recursive: true, force: true });
  });

  const contextOf = (changed: Partial<RecordingContext> = {}): RecordingContext => ({
    store,
    receipts,
    identity: undefined,
    check: () => undefined,
    ...changed,
  });
  const isProblem = (name: string) => (error: unknown) => {
    assert.ok(error instanceof ProblemError, String(error));
    assert.equal(error.problem, name);
    return true;
  };

  it('with the digest and the receipt of its record, of whoever is signed in', async () => {
    const read = readRecord(createRecord());
    const begin = Date.now();
    const { signature, isReplay } = await recordSignature(read, contextOf({ identity: { id: 'alice' } }));
    assert.equal(isReplay, false);
    assert.deepEqual(signature.record, read.record);
    assert.equal(signature.recordDigest, await digestDocument(read.record));
    assert.ok(Date.parse(signature.receivedAt) >= begin && Date.parse(signature.receivedAt) <= Date.now());
    assert.deepEqual(decodeJwt(signature.receipt), {
      id: read.record.id,
      recordDigest: signature.recordDigest,
      receivedAt: signature.receivedAt,
      charter: read.record.charter,
      subject: 'alice',
    });
    const found = await store.find(read.record.id);
    assert.equal(found?.receipt, signature.receipt);
    assert.equal(found.identity?.id, 'alice');
  });

  it('and is a replay from then on, even when it must not be recorded any more', async () => {
    const read = readRecord(createRecord());
    const first = await recordSignature(read, contextOf());
    assert.equal('subject' in decodeJwt(first.signature.receipt), false);
    const refuse = () => {
      throw new ProblemError('charter-outdated', 'There is a newer one.');
    };
    for (const context of [contextOf(), contextOf({ check: refuse })]) {
      const again = await recordSignature(read, context);
      assert.equal(again.isReplay, true);
      assert.equal(again.signature.receipt, first.signature.receipt);
    }
    const other = readRecord(createRecord());
    await assert.rejects(recordSignature(other, contextOf({ check: refuse })), isProblem('charter-outdated'));
    assert.equal(await store.find(other.record.id), undefined);
  });

  it('under its id alone: another record is refused', async () => {
    const read = readRecord(createRecord());
    await recordSignature(read, contextOf());
    const changed = readRecord({ ...read.record, signer: { name: 'Someone Else' } });
    await assert.rejects(recordSignature(changed, contextOf()), isProblem('idempotency-mismatch'));
    const later = readRecord({ ...read.record, signedAt: '2026-11-23T12:00:00.000Z' });
    await assert.rejects(recordSignature(later, contextOf()), isProblem('idempotency-mismatch'));
    // A form's time is the receiver's.
    const again = await recordSignature(later, contextOf({ isSignedHere: true }));
    assert.equal(again.isReplay, true);
    assert.equal(again.signature.record.signedAt, read.record.signedAt);
    await assert.rejects(
      recordSignature(changed, contextOf({ isSignedHere: true })),
      isProblem('idempotency-mismatch'),
    );
  });

  it('and its receipt is not given to somebody else', async () => {
    const read = readRecord(createRecord());
    await recordSignature(read, contextOf({ identity: { id: 'alice' } }));
    await assert.rejects(
      recordSignature(read, contextOf({ identity: { id: 'bob' } })),
      isProblem('other-signer'),
    );
    for (const identity of [{ id: 'alice' }, undefined])
      assert.equal((await recordSignature(read, contextOf({ identity }))).isReplay, true);
    const anonymous = readRecord(createRecord());
    await recordSignature(anonymous, contextOf());
    const replay = await recordSignature(anonymous, contextOf({ identity: { id: 'bob' } }));
    assert.equal(replay.isReplay, true);
  });

  it('is asked for again where it cannot be written, and not where nothing answers', async (t) => {
    const read = readRecord(createRecord());
    await recordSignature(read, contextOf());
    const find = t.mock.method(store, 'find');
    const add = t.mock.method(store, 'add');
    const fail = (isLost: boolean) =>
      add.mock.mockImplementationOnce(() =>
        Promise.reject(new StoreUnavailableError('a full disk', { isLost, needsRepair: !isLost })),
      );
    fail(false);
    assert.equal((await recordSignature(read, contextOf())).isReplay, true);
    assert.equal(find.mock.callCount(), 1);
    fail(true);
    await assert.rejects(recordSignature(read, contextOf()), StoreUnavailableError);
    assert.equal(find.mock.callCount(), 1);
    const other = readRecord(createRecord());
    fail(false);
    await assert.rejects(recordSignature(other, contextOf()), StoreUnavailableError);
  });

  it('is to be sent again a second later when it is there and cannot be read yet', async (t) => {
    t.mock.method(store, 'add', () => Promise.resolve(false));
    await assert.rejects(recordSignature(readRecord(createRecord()), contextOf()), (error) => {
      isProblem('in-progress')(error);
      assert.equal((error as ProblemError).options.retryAfter, 1);
      return true;
    });
  });
});
