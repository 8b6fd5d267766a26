import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { digestDocument, parseCharter } from '../../src/charter/index.ts';
import { createSignatureRecord, parseSignatureRecord, signerFields } from '../../src/signature/index.ts';
import { tidyText } from '../../src/signature/tidy-text.ts';
import { validCharter } from '../charter/support/valid-charter.ts';
import { intent, signedRecord, someDigest, validRecord } from './support/records.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('createSignatureRecord', () => {
  it('says which charter, version, language, digest and audience', () => {
    const { charter } = createSignatureRecord(intent({ audience: 'visitors' }));
    assert.deepEqual(charter, {
      id: 'guide',
      version: '2.1.0',
      locale: 'fr-CA',
      digest: someDigest,
      audience: 'visitors',
    });
  });

  it('copies each statement to the letter, typography included', () => {
    const document = validCharter();
    document.statements = [
      { id: 'odd', text: ' « J’ai lu\u00a0»\u202f;  e\u0301\n', note: 'not part of it', required: false },
      { id: 'other', text: 'x' },
    ];
    const record = createSignatureRecord(
      intent({ charter: parseCharter(document), statementIds: ['other', 'odd'] }),
    );
    assert.deepEqual(record.statements, [
      { id: 'odd', text: ' « J’ai lu\u00a0»\u202f;  e\u0301\n' },
      { id: 'other', text: 'x' },
    ]);
  });

  it('leaves out statements that were not assented to, and ids that the charter does not have', () => {
    const { statements } = createSignatureRecord(intent({ statementIds: ['freedoms', 'unknown'] }));
    assert.deepEqual(statements, [{ id: 'freedoms', text: 'Je suis libre.' }]);
  });

  it('has no statement when the charter has none', () => {
    const { statements: _, ...charter } = parseCharter(validCharter());
    assert.deepEqual(createSignatureRecord(intent({ charter })).statements, []);
  });

  it('has practices only where a checklist is linked', () => {
    assert.ok(!('practices' in createSignatureRecord(intent())));
    assert.deepEqual(createSignatureRecord(intent({ practices: [] })).practices, []);
    assert.deepEqual(createSignatureRecord(intent({ practices: ['blur'] })).practices, ['blur']);
  });

  it('is accepted, without a reason', () => {
    const record = createSignatureRecord(intent());
    assert.equal(record.decision, 'accepted');
    assert.ok(!('reason' in record));
  });

  it('is declined with the reason given', () => {
    const record = createSignatureRecord(intent({ reason: 'Je préfère en parler.' }));
    assert.ok(record.decision === 'declined');
    assert.equal(record.reason, 'Je préfère en parler.');
  });

  it('has the time given, in UTC with milliseconds', () => {
    const record = createSignatureRecord(intent(), new Date('2026-11-23T13:00:00.5+01:00'));
    assert.equal(record.signedAt, '2026-11-23T12:00:00.500Z');
  });

  it('has a fresh random UUID each time', () => {
    const ids = Array.from({ length: 50 }, () => createSignatureRecord(intent()).id);
    assert.equal(new Set(ids).size, 50);
    for (const id of ids) assert.match(id, uuid);
  });

  it('names this package and its version', async () => {
    const file = await readFile(join(import.meta.dirname, '../../package.json'), 'utf8');
    const { name, version } = JSON.parse(file) as { name: string; version: string };
    assert.equal(createSignatureRecord(intent()).component, `${name}/${version}`);
  });
});

describe('parseSignatureRecord', () => {
  it('accepts what createSignatureRecord makes, as it travels', async () => {
    for (const changes of [{}, { practices: ['blur'] }, { reason: 'Non.' }, { statementIds: [] }]) {
      const record = await signedRecord(changes);
      assert.deepEqual(parseSignatureRecord(JSON.parse(JSON.stringify(record))), record);
    }
  });

  it('accepts a record with every field', () =>
    assert.deepEqual(parseSignatureRecord(validRecord()), validRecord()));

  it('accepts any signer as a form gives it, and adds or loses nothing', async () => {
    // Unicode has line breaks that are graphemes of their own, and graphemes that nobody sees.
    const anyLine = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => tidyText(`${text}x`));
    const optional = Object.fromEntries(
      signerFields.filter((field) => field !== 'email').map((field) => [field, anyLine] as const),
    );
    const anySigner = fc.record({ name: anyLine, ...optional }, { requiredKeys: ['name'] });
    await fc.assert(
      fc.asyncProperty(anySigner, async (signer) => {
        const record = createSignatureRecord(intent({ signer }));
        const read = parseSignatureRecord(JSON.parse(JSON.stringify(record)));
        assert.equal(await digestDocument(read), await digestDocument(record));
      }),
    );
  });
});
