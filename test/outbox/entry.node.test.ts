import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { entryVersion, readEntry } from '../../src/outbox/entry.ts';
import { record } from './support/outboxes.ts';

const base = 'https://intranet.example/charte/page.html';
const stored = {
  version: entryVersion,
  id: record(1).id,
  endpoint: 'https://receiver.example/api',
  record: record(1),
  addedAt: 1,
  attempts: 2,
  nextTryAt: 3,
};
const { version: _, ...old } = stored;
const sealed = { jwe: 'a.b.c.d.e', charter: record(1).charter };

describe('an entry that a device has stored', () => {
  it('is read as it was written', () => {
    const whole = {
      ...stored,
      sealed,
      notBefore: 4,
      state: 'pending',
      reason: 'sign-in',
      problem: { type: 'about:blank', status: 401 },
    };
    assert.deepEqual(readEntry(whole, base), whole);
    assert.deepEqual(readEntry(stored), { ...stored, problem: undefined });
  });

  it('may be left encrypted alone, and is none with neither', () => {
    assert.deepEqual(readEntry({ ...stored, record: undefined, sealed })?.sealed, sealed);
    assert.equal(readEntry({ ...stored, record: undefined }), undefined);
  });

  const wrong: [what: string, changes: object][] = [
    ['no id', { id: ' ' }],
    ['no endpoint', { endpoint: undefined }],
    ['a time that is a text', { addedAt: '1' }],
    ['a time without end', { nextTryAt: Infinity }],
    ['no number of attempts', { attempts: NaN }],
    ['a record that is none', { record: { ...record(1), decision: 'perhaps' } }],
    ['a record of nobody', { record: { ...record(1), signer: { name: '' } } }],
    [
      'a record whose signer has a number for a role',
      { record: { ...record(1), signer: { name: 'Z', role: 1 } } },
    ],
    ['a record whose statements are none', { record: { ...record(1), statements: [{ id: 'read' }] } }],
    ['a record whose practices are none', { record: { ...record(1), practices: [1] } }],
    ['a record whose reason is none', { record: { ...record(1), reason: 1 } }],
    ['a record of no charter', { record: { ...record(1), charter: { id: 'guide' } } }],
    ['a ciphertext that is none', { sealed: { ...sealed, jwe: '' } }],
    ['a ciphertext of no charter', { sealed: { jwe: 'a' } }],
    ['a time to come back that is none', { notBefore: 'later' }],
    ['an unknown state', { state: 'sent' }],
    ['an unknown reason', { reason: 'tired' }],
  ];
  for (const [what, changes] of wrong)
    it(`is none with ${what}`, () => assert.equal(readEntry({ ...stored, ...changes }), undefined));

  for (const value of [undefined, null, 'text', 1, []])
    it(`is none when it is ${JSON.stringify(value)}`, () => assert.equal(readEntry(value), undefined));

  it('has the problem that was kept, with its status where it has one', () => {
    const problemOf = (problem: unknown) => readEntry({ ...stored, problem })?.problem;
    assert.deepEqual(problemOf({ type: 'x', status: 422, trace: 1 }), { type: 'x', status: 422 });
    assert.deepEqual(problemOf({ type: 'x', status: '422' }), { type: 'x', status: 0 });
    assert.deepEqual(problemOf(null), { type: 'about:blank', status: 0 });
  });
});

describe('an entry of version 1', () => {
  const endpoints: [endpoint: string, resolved: string][] = [
    ['/api/signatures#top', 'https://intranet.example/api/signatures'],
    ['https://receiver.example/api', 'https://receiver.example/api'],
    ['HTTP://receiver.example', 'http://receiver.example/'],
    ['api/signatures', 'api/signatures'],
    ['a/https://b', 'a/https://b'],
    ['', ''],
    ['https://', 'https://'],
  ];
  for (const [endpoint, resolved] of endpoints)
    it(`for "${endpoint}" is for "${resolved}"`, () => {
      assert.equal(readEntry({ ...old, endpoint }, base)?.endpoint, resolved);
      assert.equal(readEntry({ ...old, endpoint })?.endpoint, endpoint);
      assert.equal(readEntry({ ...stored, endpoint }, base)?.endpoint, endpoint);
      assert.equal(readEntry({ ...old, endpoint }, base)?.version, entryVersion);
    });

  it('had one word for its state and its reason', () => {
    const readingOf = (hold: unknown) => {
      const { state, reason, ...rest } = readEntry({ ...old, hold })!;
      assert.equal('hold' in rest, false);
      return [state, reason];
    };
    assert.deepEqual(readingOf('sign-in'), ['pending', 'sign-in']);
    assert.deepEqual(readingOf('outdated'), ['outdated', undefined]);
    assert.deepEqual(readingOf('refused'), ['refused', undefined]);
    for (const hold of ['toString', 'later', '', 5, undefined])
      assert.deepEqual(readingOf(hold), [undefined, undefined]);
  });
});
