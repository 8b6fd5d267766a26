import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Identity } from '../../receiver/domain/identity.ts';
import { mayReadAll, mayReadSignature } from '../../receiver/domain/may-read.ts';
import type { RecordedSignature } from '../../receiver/domain/store.ts';
import { createRecord } from './support/records.ts';

const alice: Identity = { id: 'alice', name: 'Alice' };
const signature: RecordedSignature = {
  record: createRecord(),
  recordDigest: 'sha256:00',
  receivedAt: '2026-11-23T12:00:00.000Z',
  receipt: 'header.claims.signature',
  identity: alice,
};
const { identity: _, ...anonymous } = signature;

describe('who may read a signature', () => {
  const cases: [
    who: string,
    identity: Identity | undefined,
    receipt: string | undefined,
    ofAlice: boolean,
    ofNobody: boolean,
  ][] = [
    ['nobody', undefined, undefined, false, false],
    ['its signer', { id: 'alice' }, undefined, true, false],
    ['somebody else', { id: 'bob', name: 'Alice' }, undefined, false, false],
    ['a reader', { id: 'bob', roles: ['reader'] }, undefined, true, true],
    ['somebody of another role', { id: 'bob', roles: ['writer'] }, undefined, false, false],
    ['somebody without a role', { id: 'bob', roles: [] }, undefined, false, false],
    ['whoever shows its receipt', undefined, signature.receipt, true, true],
    ['somebody else who shows its receipt', { id: 'bob' }, signature.receipt, true, true],
    ['whoever shows another receipt of that length', undefined, 'header.claims.Signature', false, false],
    ['whoever shows the beginning of it', undefined, 'header.claims', false, false],
    ['whoever shows more than it', undefined, `${signature.receipt}x`, false, false],
    ['whoever shows nothing', undefined, '', false, false],
  ];
  for (const [who, identity, receipt, ofAlice, ofNobody] of cases)
    it(`is ${ofAlice ? '' : 'not '}${who}`, () => {
      assert.equal(mayReadSignature(signature, { identity, receipt }), ofAlice);
      assert.equal(mayReadSignature(anonymous, { identity, receipt }), ofNobody);
    });

  it('is a reader, for all of them', () => {
    assert.equal(mayReadAll({ id: 'bob', roles: ['other', 'reader'] }), true);
    assert.equal(mayReadAll(alice), false);
    assert.equal(mayReadAll(undefined), false);
  });
});
