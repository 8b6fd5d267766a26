import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { CharterLibrary, loadCharters } from '../../receiver/domain/charters.ts';
import { missingStatements } from '../../receiver/domain/check-record.ts';
import { showCoverage } from '../../receiver/domain/coverage.ts';
import { readFormRecord } from '../../receiver/domain/form-record.ts';
import { ProblemError } from '../../receiver/domain/problem-error.ts';
import { tooLarge } from '../../receiver/domain/record-size.ts';
import { StoreUnavailableError } from '../../receiver/domain/store.ts';
import { chartersFolder } from './support/records.ts';

describe('the coverage of departments', () => {
  const shown = (...departments: [name: string | null, accepted: number][]) => {
    const all = departments.map(([department, accepted]) => ({ department, accepted, declined: 0 }));
    const accepted = all.reduce((sum, each) => sum + each.accepted, 0);
    return showCoverage(
      { total: { accepted, declined: 0 }, departments: all },
      { threshold: 5, showsDeclined: false },
    );
  };
  const namesOf = ({ departments }: ReturnType<typeof shown>) =>
    departments.map(({ department }) => department);

  it('is in the order of their names, whatever their sizes, and of the unknown one last', () => {
    assert.deepEqual(namesOf(shown([null, 5], ['C', 9], ['A', 7], ['B', 8])), ['A', 'B', 'C', null]);
    assert.deepEqual(namesOf(shown(['B', 5], [null, 9], ['A', 7])), ['A', 'B', null]);
    assert.deepEqual(namesOf(shown(['A', 5], ['B', 6], [null, 7])), ['A', 'B', null]);
  });

  it('is shown from the threshold on, and without the smallest where a smaller one would be told by it', () => {
    assert.deepEqual(namesOf(shown(['A', 5], ['B', 5])), ['A', 'B']);
    const hidden = shown(['A', 6], ['B', 9], ['C', 7], ['D', 1]);
    assert.deepEqual(namesOf(hidden), ['B', 'C']);
    assert.deepEqual(hidden.others, { accepted: 7 });
  });
});

describe('the charters of a receiver', () => {
  it('give the newest in the language asked for, else in French, else in the one there is', async () => {
    const { documents } = await loadCharters(chartersFolder);
    const library = new CharterLibrary(documents);
    const localeOf = (found = library, locale: string) =>
      found.newerThan('guide', '1.0.0', locale)?.charter.locale;
    assert.deepEqual(
      [localeOf(library, 'en'), localeOf(library, 'fr'), localeOf(library, 'de')],
      ['en', 'fr', 'fr'],
    );
    const english = new CharterLibrary(documents.filter(({ charter }) => charter.locale === 'en'));
    assert.equal(localeOf(english, 'de'), 'en');
  });

  it('say why they cannot be read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'charter-limits-'));
    try {
      await assert.rejects(loadCharters(join(folder, 'none')), (error: Error) => {
        assert.equal((error.cause as NodeJS.ErrnoException).code, 'ENOENT');
        return true;
      });
      await writeFile(join(folder, 'wrong.json'), '{');
      await assert.rejects(loadCharters(folder), (error: Error) => error.cause instanceof SyntaxError);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('ask for every statement but those that they call optional', async () => {
    const { documents } = await loadCharters(chartersFolder);
    const [document] = documents;
    const statements = [
      { id: 'a', text: 'e\u0301', required: true },
      { id: 'b', text: 'b' },
      { id: 'c', text: 'c', required: false },
    ];
    const kept = { ...document!, charter: { ...document!.charter, statements } };
    const missing = missingStatements({ decision: 'accepted', statements: [] }, kept);
    assert.deepEqual(missing, [
      { id: 'a', text: '\u00e9' },
      { id: 'b', text: 'b' },
    ]);
  });

  it('may have no statement for a form to sign', async () => {
    const { documents } = await loadCharters(chartersFolder);
    const [document] = documents;
    const { statements: _, ...charter } = { ...document!.charter, id: 'bare', version: '1', locale: 'fr' };
    const { record } = readFormRecord(
      [
        ['charter.id', 'bare'],
        ['charter.version', '1'],
        ['charter.locale', 'fr'],
        ['signer.name', 'Zoë'],
      ],
      {
        charters: new CharterLibrary([{ ...document!, charter }]),
        identity: undefined,
        now: new Date(),
        browserSecret: '',
        authenticate: () => Buffer.alloc(32),
      },
    );
    assert.deepEqual(record.statements, []);
  });
});

describe('what a receiver throws', () => {
  it('closes the connection of a body that is too large', () => {
    const error = tooLarge(5);
    assert.ok(error instanceof ProblemError);
    assert.deepEqual(error.options.headers, { Connection: 'close' });
  });

  it('says whether a store answers at all, and why', () => {
    const cause = new Error('reset');
    for (const isLost of [true, false]) {
      const error = new StoreUnavailableError('gone', { isLost, needsRepair: !isLost, cause });
      assert.deepEqual(
        [error.message, error.isLost, error.needsRepair, error.cause],
        ['gone', isLost, !isLost, cause],
      );
    }
  });
});
