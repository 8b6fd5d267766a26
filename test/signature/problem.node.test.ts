import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemName, problemPrefix, problems, readReceipt } from '../../src/signature/index.ts';

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
