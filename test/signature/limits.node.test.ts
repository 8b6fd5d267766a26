import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { DocumentError } from '../../src/internal/document-error.ts';
import {
  brokenRuleOf,
  isPlausibleInstant,
  mediaTypeOf,
  meaningOfAnswer,
} from '../../src/signature/answer-meaning.ts';
import {
  checkReceipt,
  createSignatureRecord,
  findSealingKey,
  parseReceiptFile,
  parseSignatureRecord,
  ReceiptError,
  verifyReceipt,
} from '../../src/signature/index.ts';
import type { ReceiptFile } from '../../src/signature/index.ts';
import { findTextFault, textRules } from '../../src/signature/record-text.ts';
import { withoutSubtle } from '../charter/support/canonical-examples.ts';
import { keySet } from '../../stories/support/receipts.ts';
import type { Signer } from '../../stories/support/receipts.ts';
import { intent, validRecord } from './support/records.ts';
import { signedReceipt } from './support/receipts.ts';

/** The codes of the problems of a document. */
function codesOf(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    assert.ok(error instanceof DocumentError, String(error));
    return error.problems.map(({ code }) => code);
  }
  return [];
}

describe('what an answer proves, at the edges', () => {
  const heard = { hasHeaders: true, contentType: 'application/json', text: '{"id":"a"}' };

  it('is a redirect from 300 on, and no answer under 200', () => {
    assert.deepEqual(meaningOfAnswer({ ...heard, status: 300 }, { id: 'a' }), {
      kind: 'pending',
      reason: 'sign-in',
      broken: 'redirect',
    });
    assert.deepEqual(meaningOfAnswer({ ...heard, status: 299 }, { id: 'a' }), { kind: 'recorded' });
    assert.deepEqual(meaningOfAnswer({ ...heard, status: 199 }, { id: 'a' }), {
      kind: 'pending',
      reason: 'no-answer',
    });
  });

  it('is any id where none is known, and any digest where none is', () => {
    assert.equal(brokenRuleOf({ id: 'b' }, {}), undefined);
    assert.equal(brokenRuleOf({ id: 5 }, {}), 'other-id');
    assert.equal(brokenRuleOf({}, {}), 'no-id');
    assert.equal(brokenRuleOf({ id: 'a', recordDigest: 'x' }, { id: 'a' }), undefined);
    assert.equal(
      brokenRuleOf({ id: 'a', recordDigest: 'x' }, { id: 'a', recordDigest: 'y' }),
      'other-digest',
    );
  });

  it('reads a media type with spaces before its parameters, and an instant in a text alone', () => {
    assert.equal(mediaTypeOf(' Application/JSON ; charset=utf-8'), 'application/json');
    assert.equal(isPlausibleInstant(['2026-11-23T12:00:00Z']), false);
  });
});

describe('the record of what was on screen', () => {
  it('says that the plain-language version was, and nothing where it was not', () => {
    const { plain } = createSignatureRecord(intent({ isPlain: true })).charter;
    assert.equal(plain, true);
    for (const changes of [{}, { isPlain: false }])
      assert.equal('plain' in createSignatureRecord(intent(changes)).charter, false);
  });

  it('has no statement where the charter has none', () => {
    const { statements: _, ...charter } = intent().charter;
    assert.deepEqual(createSignatureRecord(intent({ charter })).statements, []);
  });

  it('is looked into to the end of a list as long as may be', () => {
    const statement = { id: 'read', text: 'J’ai lu.' };
    const lists = (length: number, last: unknown) => ({
      ...validRecord(),
      statements: [...Array.from({ length: length - 1 }, () => statement), last],
    });
    assert.deepEqual(
      codesOf(() => parseSignatureRecord(lists(100, statement))),
      [],
    );
    assert.deepEqual(
      codesOf(() => parseSignatureRecord(lists(100, { id: 'read', text: '' }))),
      ['empty-text'],
    );
    assert.deepEqual(
      codesOf(() => parseSignatureRecord(lists(101, { id: 'read', text: '' }))),
      ['too-many'],
    );
  });

  it('may hold no text that cannot be stored, in a receipt of long ago neither', () => {
    const file = (text: string) => ({
      id: 'a',
      receivedAt: '2026-11-23T12:00:00Z',
      recordDigest: 'sha256:0',
      record: { ...validRecord(), component: text },
    });
    assert.deepEqual(
      codesOf(() => parseReceiptFile(file('a\0'))),
      ['unstorable'],
    );
    assert.deepEqual(
      codesOf(() => parseReceiptFile(file(' \n'))),
      ['empty-text'],
    );
    assert.deepEqual(
      codesOf(() => parseReceiptFile(file('a\u0007'))),
      [],
    );
  });

  it('has an address that is malformed where something can be read, and else invisible', () => {
    assert.equal(findTextFault('zoe', textRules.email), 'malformed-email');
    assert.equal(findTextFault('\u200b', textRules.email), 'invisible');
    assert.equal(findTextFault('\u200b', textRules.reason), 'invisible');
  });
});

describe('a key to encrypt to', () => {
  it('is on the curve P-256', () => {
    const key = { use: 'enc', kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' };
    assert.equal(findSealingKey({ keys: [key, { ...key, crv: 'P-384' }, { ...key, kty: 'OKP' }] }), key);
    assert.equal(findSealingKey({ keys: [{ ...key, use: 'sig' }] }), undefined);
  });
});

describe('a receipt that cannot be judged', () => {
  let signer: Signer;
  let file: ReceiptFile;
  before(async () => ({ signer, file } = await signedReceipt()));

  it('is not refuted by the charter in another language', async () => {
    const { id, version } = file.record.charter;
    const charter = { ...intent().charter, id, version, locale: 'en' };
    const loaded = { charter, digest: `sha256:${'1'.repeat(64)}` } as const;
    assert.equal((await checkReceipt(file, { charter: loaded })).charter.outcome, 'unknown');
    const same = { ...loaded, charter: { ...charter, locale: file.record.charter.locale } };
    assert.equal((await checkReceipt(file, { charter: same })).charter.outcome, 'refuted');
  });

  it('is not refuted by a page without crypto.subtle, nor by one without crypto', async () => {
    const outcome = async () => (await checkReceipt(file, { keys: keySet(signer) })).signature.outcome;
    assert.equal(await outcome(), 'verified');
    assert.equal(await withoutSubtle(outcome), 'unknown');
    const own = Object.getOwnPropertyDescriptor(globalThis, 'crypto')!;
    Object.defineProperty(globalThis, 'crypto', { value: undefined, configurable: true });
    try {
      await assert.rejects(verifyReceipt(file, file.record, keySet(signer)), { fault: 'unsupported' });
    } finally {
      Object.defineProperty(globalThis, 'crypto', own);
    }
  });

  it('says what it failed of', async () => {
    for (const [receipt, keys] of [
      [file.receipt, {}],
      ['x', keySet(signer)],
    ] as const)
      await assert.rejects(verifyReceipt({ ...file, receipt }, file.record, keys as never), (error) => {
        assert.ok(error instanceof ReceiptError);
        assert.ok(error.cause instanceof Error);
        return true;
      });
  });
});
