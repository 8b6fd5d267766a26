import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { NewSignature } from '../../receiver/domain/store.ts';
import { countRows } from '../../receiver/store/coverage.ts';
import { openPGlite } from '../../receiver/store/pglite-client.ts';
import { SignatureStore } from '../../receiver/store/signature-store.ts';

import { DatabaseUnavailableError } from '../../receiver/store/sql-client.ts';
import type { SQLClient } from '../../receiver/store/sql-client.ts';
import { canonicalForm } from '../../src/charter/index.ts';
import { createRecord, guide } from './support/records.ts';
import { optionalScripts, portableSQL } from './support/sql-dialect.ts';
import { featuresOf } from './support/sql-features.ts';
import { findSQLLiterals } from './support/sql-literals.ts';

const beyond = (sql: string) => [...featuresOf(sql)].filter((feature) => !portableSQL.has(feature));

describe('the SQL of the receiver', () => {
  let folder: string;
  let database: SQLClient;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'charter-dialect-'));
    database = await openPGlite(folder);
  });
  after(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is enough for a store on an engine that takes nothing beyond the list', async () => {
    const sent: string[] = [];
    let isFull = false;
    const take = (sql: string) => {
      const missing = beyond(sql);
      if (missing.length > 0) throw refusal(`${missing.join(', ')} in ${sql}`);
      if (isFull && sql.startsWith('insert')) throw new DatabaseUnavailableError('full');
      sent.push(sql);
    };
    const engine: SQLClient = {
      engine: 'postgresql',
      // Both are asynchronous, so that a refusal is a rejection.
      query: async (sql, values) => {
        take(sql);
        return database.query(sql, values);
      },
      rehearse: async (sql, values) => {
        take(sql);
        return database.rehearse(sql, values);
      },
      run: async (script) => {
        take(script);
        await database.run(script);
      },
      close: () => Promise.resolve(),
    };
    await assert.rejects(SignatureStore.open(engine), /ALLOW_MUTABLE_TABLE/);
    const store = await SignatureStore.open(engine, { allowMutableTable: true });
    assert.equal(store.hasCounts, false);

    const [one, two, three] = ['one', 'two', 'three'].map(createSignature) as [
      NewSignature,
      NewSignature,
      NewSignature,
    ];
    assert.equal(await store.add(one), true);
    assert.deepEqual(await Promise.all([two, three, one].map((each) => store.add(each))), [
      true,
      true,
      false,
    ]);
    assert.equal(canonicalForm((await store.find(one.record.id))?.record), one.canonicalRecord);
    const { id, version } = guide.charter;
    const counts = [{ department: 'Cardiologie', accepted: 3, declined: 0 }];
    assert.deepEqual(await store.countByDepartment(id, version, 10), {
      total: { accepted: 3, declined: 0 },
      departments: counts,
    });
    assert.deepEqual(await countRows(engine, id, version), counts);
    assert.deepEqual(await store.keepDocument({ ...guide, text: '{}', file: 'guide' }), []);
    await store.check();
    isFull = true;
    await assert.rejects(store.add(createSignature('four')), DatabaseUnavailableError);
    isFull = false;
    await store.check();
    assert.ok(sent.some((sql) => sql.startsWith('insert')));
  });

  it('keeps to the list, also where nothing runs it here', () => {
    const literals = findSQLLiterals();
    assert.ok(literals.length > 10, `${literals.length} statements were found`);
    for (const { place, text } of literals) {
      assert.deepEqual(beyond(text), [], `${place} goes beyond test/receiver/support/sql-dialect.ts`);
    }
  });

  it('keeps to the list in its scripts, but for those that an engine may refuse', () => {
    const folders = join(import.meta.dirname, '../../receiver');
    const scripts = globSync('**/*.sql', {
      cwd: folders,
      exclude: (name) => ['dist', 'node_modules'].includes(name),
    });
    assert.ok(scripts.length >= 3);
    for (const script of scripts) {
      const missing = beyond(readFileSync(join(folders, script), 'utf8'));
      const isOptional = optionalScripts.has(basename(script));
      assert.equal(missing.length > 0, isOptional, `${script}: ${missing.join(', ')}`);
    }
  });

  it('needs all that is on the list', () => {
    const tables = readFileSync(join(import.meta.dirname, '../../receiver/store/tables.sql'), 'utf8');
    const used = new Set(
      [tables, ...findSQLLiterals().map(({ text }) => text)].flatMap((sql) => [...featuresOf(sql)]),
    );
    // Of the columns' types, which are put into the statement that inserts several.
    for (const feature of featuresOf('select unnest($1::uuid[], $2::text[], $3::timestamptz[])'))
      used.add(feature);
    assert.deepEqual(
      [...portableSQL].filter((feature) => !used.has(feature)),
      [],
    );
  });
});

function createSignature(name: string): NewSignature {
  const record = createRecord(guide, { signer: { name, department: 'Cardiologie' } });
  return {
    record,
    canonicalRecord: canonicalForm(record),
    recordDigest: 'sha256:0',
    receivedAt: new Date().toISOString(),
    receipt: 'receipt',
  };
}

/** As an engine refuses what it does not know. */
function refusal(message: string): Error {
  return Object.assign(new Error(message), { code: '0A000', severity: 'ERROR' });
}
