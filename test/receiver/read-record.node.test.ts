import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ProblemError } from '../../receiver/domain/problem-error.ts';
import { invalidRecord, missingDetail, readRecord } from '../../receiver/domain/read-record.ts';
import { canonicalForm } from '../../src/charter/index.ts';
import { createRecord, englishGuide } from './support/records.ts';

function refusalOf(value: unknown): ProblemError {
  try {
    readRecord(value);
  } catch (error) {
    assert.ok(error instanceof ProblemError, String(error));
    assert.equal(error.problem, 'invalid-record');
    return error;
  }
  return assert.fail('the record was taken');
}

describe('a posted record', () => {
  const record = createRecord(englishGuide, {
    practices: ['blur', 'ask'],
    signer: { name: 'Zoë', email: 'z@b.example' },
  });

  it('is read with its canonical form, whatever the order of its members', () => {
    const turned = Object.fromEntries(
      Object.entries(record)
        .reverse()
        .map(([name, value]) => [
          name,
          typeof value === 'object' && !Array.isArray(value)
            ? Object.fromEntries(Object.entries(value).reverse())
            : value,
        ]),
    );
    for (const value of [record, turned]) {
      const read = readRecord(value);
      assert.deepEqual(read.record, record);
      assert.equal(read.canonicalRecord, canonicalForm(record));
    }
  });

  it('is put in NFC where it is not', () => {
    const decomposed = { ...record, signer: { name: 'Zoë Lefèvre'.normalize('NFD') } };
    const read = readRecord(decomposed);
    assert.equal(read.record.signer.name, 'Zoë Lefèvre'.normalize('NFC'));
    assert.equal(read.canonicalRecord, canonicalForm(decomposed));
  });

  it('is refused where NFC makes a text longer than its limit', () => {
    // U+0958 is two characters in NFC.
    const name = '\u0958'.repeat(200);
    assert.deepEqual(
      refusalOf({ ...record, signer: { name } }).options.errors?.map(({ pointer }) => pointer),
      ['/signer/name'],
    );
  });

  it('is refused with a pointer to every fault, and which of them is missing', () => {
    const { id: _, ...without } = record;
    const refusal = refusalOf({ ...without, signer: { name: 'Zoë', '~/': 1 }, statements: [{ id: 'read' }] });
    const errors = refusal.options.errors!;
    assert.deepEqual(errors.map(({ pointer }) => pointer).sort(), [
      '/id',
      '/signer/~0~1',
      '/statements/0/text',
    ]);
    assert.deepEqual(
      errors.filter(({ detail }) => detail === missingDetail).map(({ pointer }) => pointer),
      ['/id', '/statements/0/text'],
    );
    assert.match(refusal.message, /^The record has 3 faults: at \//);
  });

  for (const value of [null, 'text', 1, undefined])
    it(`is refused at its root when it is ${JSON.stringify(value)}`, () => {
      const refusal = refusalOf(value);
      assert.deepEqual(
        refusal.options.errors?.map(({ pointer }) => pointer),
        [''],
      );
      assert.match(refusal.message, /^The record has one fault: at its root, /);
    });

  it('names the first twenty of its faults, and counts them all', () => {
    const errors = Array.from({ length: 30 }, (_, index) => ({ pointer: `/${index}`, detail: 'wrong' }));
    const refusal = invalidRecord(errors, ['J’ai lu.']);
    assert.deepEqual(refusal.options.errors, errors.slice(0, 20));
    assert.match(refusal.message, /has 30 faults: at \/0, wrong\. /);
    assert.deepEqual(refusal.options.missingStatements, ['J’ai lu.']);
    assert.deepEqual(invalidRecord(errors).options.missingStatements, []);
  });
});
