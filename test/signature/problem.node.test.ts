import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemName, problemPrefix, problems, readReceipt } from '../../src/signature/index.ts';
import { isRefusal } from '../../src/signature/problem.ts';

describe('problemName', () => {
  for (const name of Object.keys(problems)) {
    it(`finds ${name}`, () => assert.equal(problemName({ type: `${problemPrefix}${name}` }), name));
  }

  const unnamed = [
    'about:blank',
    '',
    'charter-outdated',
    problemPrefix,
    `${problemPrefix}other`,
    `${problemPrefix}toString`,
    `${problemPrefix}constructor`,
    `${problemPrefix}__proto__`,
    ` ${problemPrefix}charter-outdated`,
    `https://ch.example/${problemPrefix}charter-outdated`,
  ];
  for (const type of unnamed) {
    it(`has no name for ${JSON.stringify(type)}`, () => assert.equal(problemName({ type }), undefined));
  }
});

describe('isRefusal', () => {
  // About the session, the address or the moment, or about another version: the record may still be taken.
  const notAboutTheRecord = [
    ...['sign-in-required', 'forbidden', 'other-signer', 'not-found', 'method-not-allowed', 'not-acceptable'],
    ...['request-timeout', 'in-progress', 'charter-outdated', 'too-many-requests', 'internal', 'unavailable'],
    'unreadable-identity',
  ];
  for (const [name, [status]] of Object.entries(problems)) {
    const refuses = !notAboutTheRecord.includes(name);
    it(`${refuses ? 'is true' : 'is false'} of ${name}`, () =>
      assert.equal(isRefusal({ type: `${problemPrefix}${name}`, status }), refuses));
    it(`is false of ${name} with another status`, () => {
      for (const other of [0, 200, 302, 400, 403, 404, 409, 422, 500].filter((each) => each !== status))
        assert.equal(isRefusal({ type: `${problemPrefix}${name}`, status: other }), false, String(other));
    });
  }

  for (const type of ['about:blank', 'invalid-record', `${problemPrefix}toString`, `${problemPrefix}other`]) {
    it(`is false of ${type}, whatever the status`, () => {
      for (const status of [400, 413, 415, 422]) assert.equal(isRefusal({ type, status }), false);
    });
  }
});

describe('readReceipt', () => {
  const receipt = { id: 'a', receivedAt: '2026-11-23T12:00:01Z', recordDigest: 'sha256:0' };

  it('reads the receipt of an answer', () => assert.deepEqual(readReceipt(receipt), receipt));

  it('keeps what a receiver adds to it', () => {
    const answer = { ...receipt, receipt: 'a.b.c', register: 'DRH' };
    assert.deepEqual(readReceipt(answer), answer);
  });

  const none = { nothing: undefined, null: null, text: 'OK', 'an array': [receipt], 'an empty object': {} };
  for (const [what, answer] of Object.entries(none)) {
    it(`finds none in ${what}`, () => assert.equal(readReceipt(answer), undefined));
  }

  for (const name of Object.keys(receipt)) {
    it(`finds none without ${name}`, () => {
      assert.equal(readReceipt({ ...receipt, [name]: undefined }), undefined);
      assert.equal(readReceipt({ ...receipt, [name]: 5 }), undefined);
    });
  }
});
