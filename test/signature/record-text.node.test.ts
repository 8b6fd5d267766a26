import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toJsonSchema } from '@valibot/to-json-schema';
import { Ajv2020 } from 'ajv/dist/2020.js';
import {
  createSignatureRecord,
  parseReceiptFile,
  parseSignatureRecord,
  signatureRecordSchema,
} from '../../src/signature/index.ts';
import { findTextFault, textRules } from '../../src/signature/record-text.ts';
import type { TextFault } from '../../src/signature/record-text.ts';
import { tidyText } from '../../src/signature/tidy-text.ts';
import { intent, validRecord } from './support/records.ts';

// As build/documents.ts publishes it, read as JSON Schema says: patterns with the `u` flag, lengths in code points.
const published = new Ajv2020().compile(
  toJsonSchema(signatureRecordSchema, {
    errorMode: 'ignore',
    typeMode: 'input',
    target: 'draft-2020-12',
  }) as object,
);

/** What is written as a name, and why it is refused. */
const names: [what: string, name: string, fault: TextFault | undefined][] = [
  ['an accent, an apostrophe and a hyphen', 'Zoë L’Hermitte-Đặng', undefined],
  ['200 letters', 'é'.repeat(200), undefined],
  ['200 emoji', '🏥'.repeat(200), undefined],
  ['an emoji of several people', '👩🏽‍⚕️ Claire', undefined],
  ['the flag of Wales, written with tags', '🏴󠁧󠁢󠁷󠁬󠁳󠁿 Rhys', undefined],
  ['Arabic with a mark of direction', 'ليلى\u200f (د.)', undefined],
  ['Persian with a joiner', 'علی\u200cرضا', undefined],
  ['a tab, pasted from a table', 'Martin\tClaire', undefined],
  ['nothing', '', 'empty'],
  ['spaces alone', ' \u00a0\u2003', 'empty'],
  ['two zero-width spaces', '\u200b\u200b', 'invisible'],
  ['a soft hyphen and a Hangul filler', '\u00ad\u3164', 'invisible'],
  ['a blank braille pattern', '\u2800', 'invisible'],
  ['tags alone', '\u{e0041}\u{e0042}', 'invisible'],
  ['a mark of direction alone', '\u200e', 'invisible'],
  ['U+0000', 'Claire\0', 'control-character'],
  ['U+0007', 'Cla\u0007ire', 'control-character'],
  ['U+009F', 'Claire\u009f', 'control-character'],
  ['half of a surrogate pair', 'Claire \ud83c', 'unpaired-surrogate'],
  ['the other half', 'Claire \udfe5', 'unpaired-surrogate'],
  ['U+202E, which turns what follows around', 'Claire\u202enitraM', 'bidirectional-control'],
  ['U+2066', '\u2066Claire', 'bidirectional-control'],
  ['two lines', 'Claire\nMartin', 'line-break'],
  ['U+2028', 'Claire\u2028Martin', 'line-break'],
  ['201 letters', 'é'.repeat(201), 'too-long'],
  ['201 emoji', '🏥'.repeat(201), 'too-long'],
];

describe('a name', () => {
  for (const [what, name, fault] of names) {
    it(`with ${what} is ${fault ?? 'accepted'}, in the form, the record and the JSON Schema alike`, () => {
      const record = { ...validRecord(), signer: { name } };
      assert.equal(findTextFault(name, textRules.name), fault);
      assert.equal(accepts(record), fault === undefined);
      assert.equal(published(record), fault === undefined);
    });
  }

  it('is as long as its NFC form: 101 letters that NFC makes two of are too long', () => {
    const letters = '\u0958'.repeat(101);
    assert.equal(findTextFault(letters, textRules.name), 'too-long');
    assert.equal(accepts({ ...validRecord(), signer: { name: letters } }), false);
    assert.equal(published({ ...validRecord(), signer: { name: letters.normalize('NFC') } }), false);
  });

  it('is as long as its NFC form: 200 letters with accents written apart are not', () => {
    const letters = 'e\u0301'.repeat(200);
    assert.equal(findTextFault(letters, textRules.name), undefined);
    assert.equal(accepts({ ...validRecord(), signer: { name: letters } }), true);
  });

  it('is checked in time whatever was pasted', () => {
    const start = performance.now();
    findTextFault(`${'\u200b '.repeat(500_000)}x${' x'.repeat(500_000)}\0`, textRules.name);
    assert.ok(performance.now() - start < 1000);
  });
});

describe('an e-mail address', () => {
  for (const [email, fault] of [
    ['claire.martin@hopital.example', undefined],
    ['claire', 'malformed-email'],
    ['claire@', 'malformed-email'],
    ['claire martin@hopital.example', 'malformed-email'],
    ['claire\u202e@hopital.example', 'bidirectional-control'],
    [`${'c'.repeat(240)}@hopital.example`, 'too-long'],
  ] as const) {
    it(`${email.slice(0, 40)} is ${fault ?? 'accepted'}`, () => {
      const record = { ...validRecord(), signer: { name: 'Claire', email } };
      assert.equal(findTextFault(email, textRules.email), fault);
      assert.equal(accepts(record), fault === undefined);
      assert.equal(published(record), fault === undefined);
    });
  }
});

describe('a reason', () => {
  const declined = (reason: string) => ({ ...validRecord(), decision: 'declined', reason });

  it('may have several lines and 4,000 characters', () => {
    for (const reason of ['Non.\nEn parler d’abord.\r\n\tMerci.', '🏥'.repeat(4000)]) {
      assert.equal(findTextFault(reason, textRules.reason), undefined);
      assert.ok(accepts(declined(reason)) && published(declined(reason)));
    }
  });

  it('has no control character and not 4,001 characters', () => {
    for (const reason of ['Non\u0000', 'Non\u001b[31m', '\n\u200b\n', 'é'.repeat(4001)]) {
      assert.ok(findTextFault(reason, textRules.reason));
      assert.ok(!accepts(declined(reason)) && !published(declined(reason)));
    }
  });
});

describe('tidyText', () => {
  it('composes letters, takes spaces off the ends and makes one line of several', () => {
    assert.equal(tidyText(' Zoe\u0308\tL\n\nM ', textRules.name), 'Zoë L M');
    assert.equal(tidyText(' e\u0301\nb ', textRules.reason), 'é\nb');
  });
});

describe('a statement', () => {
  it('keeps the characters that the charter is written in', () => {
    for (const text of ['\u2067قرأت\u2069 الميثاق.', 'J’ai lu.\n\u202aGHT\u202c']) {
      const record = { ...validRecord(), statements: [{ id: 'read', text }] };
      assert.ok(accepts(record) && published(record));
    }
  });
});

describe('createSignatureRecord', () => {
  it('composes what a person wrote', () => {
    const record = createSignatureRecord(intent({ signer: { name: 'Zoe\u0308' }, reason: 'Re\u0301serve' }));
    assert.equal(record.signer.name, 'Zoë');
    assert.equal(record.decision === 'declined' && record.reason, 'Réserve');
  });
});

describe('a receipt of version 1.0', () => {
  it('is read whatever its name was written with', () => {
    const record = { ...validRecord(), signer: { name: 'Claire\u202eMartin' } };
    const file = { id: record.id, receivedAt: '2026-11-23T12:00:00.000Z', recordDigest: 'sha256:x', record };
    assert.equal(parseReceiptFile(file).record.signer.name, 'Claire\u202eMartin');
  });
});

function accepts(record: unknown): boolean {
  try {
    parseSignatureRecord(record);
    return true;
  } catch {
    return false;
  }
}
