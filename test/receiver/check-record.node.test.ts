import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CharterLibrary, loadCharters } from '../../receiver/domain/charters.ts';
import type { KeptCharter } from '../../receiver/domain/charters.ts';
import { checkRecord, missingStatements } from '../../receiver/domain/check-record.ts';
import { ProblemError } from '../../receiver/domain/problem-error.ts';
import { readRecord } from '../../receiver/domain/read-record.ts';
import type { SignatureRecord } from '../../src/signature/index.ts';
import {
  chartersFolder,
  createRecord as createPosted,
  englishGuide,
  guide,
  loadEarlierLibrary,
  oldGuide,
  visits,
} from './support/records.ts';

const library = await loadCharters(chartersFolder);
const hrefOf = ({ charter: { id, version, locale } }: KeptCharter) => `/charters/${id}/${version}/${locale}`;

/** A record as the receiver has read it: in NFC. */
const createRecord = (...args: Parameters<typeof createPosted>): SignatureRecord =>
  readRecord(createPosted(...args)).record;

/** The problem that a record is refused with; `undefined` where it is not refused. */
function refusalOf(record: SignatureRecord, charters = library): ProblemError | undefined {
  try {
    checkRecord(record, charters, hrefOf);
    return undefined;
  } catch (error) {
    assert.ok(error instanceof ProblemError, String(error));
    return error;
  }
}

const kept = library.find('guide', '2.0.0', 'fr')!;
const [read, commit, news] = createRecord().statements as [Statement, Statement, Statement];
type Statement = SignatureRecord['statements'][number];

describe('a record and the charter kept here', () => {
  it('agree where every word does, with and without optional statements, with practices, in any language', () => {
    for (const record of [
      createRecord(),
      createRecord(guide, { statementIds: ['read', 'commit'] }),
      createRecord(guide, { practices: ['ask', 'blur'] }),
      createRecord(guide, { practices: [] }),
      createRecord(englishGuide),
      createRecord(visits),
      createRecord(guide, { reason: 'Je refuse.', statementIds: [] }),
    ])
      assert.equal(refusalOf(record)?.message, undefined);
  });

  it('do not agree when there is a newer one, which is named with where it is', () => {
    const refusal = refusalOf(createRecord(oldGuide))!;
    assert.equal(refusal.problem, 'charter-outdated');
    assert.deepEqual(refusal.options.members, {
      current: {
        id: 'guide',
        version: '2.0.0',
        locale: 'fr',
        digest: guide.digest,
        href: '/charters/guide/2.0.0/fr',
      },
    });
    assert.match(refusal.message, /signs guide 1\.0\.0 \(fr\); the version to sign is 2\.0\.0/);
  });

  it('do not agree on a charter, a version or a language that is not kept, and those that are kept are named', async () => {
    const named = (charter: Partial<SignatureRecord['charter']>, charters?: CharterLibrary) => {
      const record = createRecord();
      return refusalOf({ ...record, charter: { ...record.charter, ...charter } }, charters)!;
    };
    for (const charter of [{ version: '3' }, { locale: 'de' }]) {
      const refusal = named(charter);
      assert.equal(refusal.problem, 'unknown-charter');
      assert.match(
        refusal.message,
        /Kept: guide 2\.0\.0 \(en\), guide 2\.0\.0 \(fr\), guide 1\.0\.0 \(fr\)\./,
      );
    }
    assert.match(named({ id: 'elsewhere' }).message, /Kept: guide, visits\./);
    assert.equal(named({ version: '2.0.0' }, await loadEarlierLibrary()).problem, 'unknown-charter');
  });

  it('do not agree when the text that was shown is another', () => {
    const record = createRecord();
    const digest = `sha256:${'1'.repeat(64)}` as const;
    const refusal = refusalOf({ ...record, charter: { ...record.charter, digest } })!;
    assert.equal(refusal.problem, 'digest-mismatch');
    assert.ok(refusal.message.includes(digest) && refusal.message.includes(guide.digest), refusal.message);
  });
});

describe('the time that a record gives', () => {
  const inMinutes = (minutes: number) => ({
    ...createRecord(),
    signedAt: new Date(Date.now() + minutes * 60_000).toISOString(),
  });

  it('may be of a clock that is ten minutes fast', (t) => {
    t.mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-11-23T12:00:00Z') });
    for (const minutes of [-1e6, 0, 9, 10]) assert.equal(refusalOf(inMinutes(minutes)), undefined);
    const refusal = refusalOf(inMinutes(10.001))!;
    assert.equal(refusal.problem, 'signed-in-the-future');
    assert.match(refusalOf(inMinutes(90))!.message, /is 2026-11-23T13:30:00\.000Z, 90 minutes ahead/);
  });

  it('is looked at where the charter is the right one', () => {
    const record = { ...createRecord(oldGuide), signedAt: inMinutes(90).signedAt };
    assert.equal(refusalOf(record)?.problem, 'charter-outdated');
  });
});

describe('the statements and practices of a record', () => {
  const cases: [what: string, change: Partial<SignatureRecord>, pointers: string[], missing: string[]][] = [
    ['a statement left out', { statements: [read] }, ['/statements'], [commit.text]],
    ['none of them', { statements: [] }, ['/statements', '/statements'], [read.text, commit.text]],
    [
      'one of another charter',
      { statements: [read, commit, { id: 'x', text: 'x' }] },
      ['/statements/2/id'],
      [],
    ],
    ['one given twice', { statements: [read, commit, news, read] }, ['/statements/3/id'], []],
    ['other words', { statements: [read, { ...commit, text: 'Je m’engage.' }] }, ['/statements/1/text'], []],
    ['a practice of another charter', { practices: ['blur', 'x'] }, ['/practices/1'], []],
    ['a practice given twice', { practices: ['blur', 'ask', 'blur'] }, ['/practices/2'], []],
    [
      'everything at once',
      { statements: [{ ...read, text: '' }, read], practices: ['x', 'blur', 'blur'] },
      ['/statements/0/text', '/statements/1/id', '/statements', '/practices/0', '/practices/2'],
      [commit.text],
    ],
  ];
  for (const [what, change, pointers, missing] of cases)
    it(`are refused with ${what}`, () => {
      const refusal = refusalOf({ ...createRecord(), ...change } as SignatureRecord)!;
      assert.equal(refusal.problem, 'invalid-record');
      assert.deepEqual(
        refusal.options.errors?.map(({ pointer }) => pointer),
        pointers,
      );
      assert.ok(refusal.options.errors.every(({ detail }) => detail !== ''));
      assert.deepEqual(refusal.options.missingStatements, missing);
    });

  it('are compared in NFC, as the charter kept here need not be', () => {
    assert.notEqual(kept.charter.statements![1]!.text, commit.text);
    assert.equal(kept.charter.statements![1]!.text.normalize('NFC'), commit.text);
    assert.equal(refusalOf(createRecord()), undefined);
  });

  it('have none to give where the charter has none', async () => {
    const { statements: _, practices: __, ...bare } = { ...kept.charter, id: 'bare' };
    const document = { ...kept, charter: bare };
    const charters = new CharterLibrary([document]);
    const record = { ...createRecord(document, { statementIds: [] }) };
    assert.equal(refusalOf(record, charters), undefined);
    const pointersOf = (change: object) =>
      refusalOf({ ...record, ...change }, charters)?.options.errors?.map(({ pointer }) => pointer);
    assert.deepEqual(pointersOf({ statements: [read] }), ['/statements/0/id']);
    assert.deepEqual(pointersOf({ practices: ['blur'] }), ['/practices/0']);
  });

  it('are all asked of who accepts, and none of who declines', () => {
    const given = (...ids: string[]) => ids.map((id) => ({ id }));
    const missing = (decision: string, ...ids: string[]) =>
      missingStatements({ decision, statements: given(...ids) }, kept).map(({ id }) => id);
    assert.deepEqual(missing('accepted'), ['read', 'commit']);
    assert.deepEqual(missing('accepted', 'news', 'commit'), ['read']);
    assert.deepEqual(missing('accepted', 'read', 'commit'), []);
    assert.deepEqual(missing('declined'), []);
    assert.deepEqual(missingStatements({ decision: 'accepted', statements: [read] }, kept), [
      { id: 'commit', text: commit.text },
    ]);
  });
});
