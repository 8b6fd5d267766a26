import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { countRows, readCounts } from '../../receiver/store/coverage.ts';
import { openPostgreSQL } from '../../receiver/store/postgresql-client.ts';
import { SignatureStore } from '../../receiver/store/signature-store.ts';
import type { SQLClient } from '../../receiver/store/sql-client.ts';
import { startPostgreSQL } from '../support/postgres.ts';
import type { TestPostgreSQL } from '../support/postgres.ts';
import { createRecord, guide, visits } from './support/records.ts';
import { ownError } from './support/own-error.ts';
import { post, sign } from './support/requests.ts';
import { startProcess } from './support/server-process.ts';
import type { ServerProcess } from './support/server-process.ts';

const root = join(import.meta.dirname, '../..');

/** The blocks of SQL of a section of docs/scaling.md, as an administrator would paste them, for a charter of the tests. */
async function readDocumentedSQL(section: string): Promise<string[]> {
  const text = await readFile(join(root, 'docs/scaling.md'), 'utf8');
  const part = text.split(/^## /m).find((each) => each.startsWith(`${section}\n`)) ?? '';
  const blocks = [...part.matchAll(/^```sql\n([^]*?)^```$/gm)].map(([, sql = '']) => sql);
  return blocks.map((sql) => sql.replaceAll("'social-media'", `'${guide.charter.id}'`));
}

describe('the partitions of docs/scaling.md', () => {
  let server: TestPostgreSQL;
  let folder: string;
  let client: SQLClient;
  let receiver: ServerProcess;
  let retire: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'charter-partitions-'));
    server = await startPostgreSQL();
    const databaseURL = await server.createDatabase();
    client = openPostgreSQL(databaseURL);
    const [make = '', guard = '', end = ''] = await readDocumentedSQL('Partitions');
    retire = end;
    await client.run(await readFile(join(root, 'receiver/store/tables.sql'), 'utf8'));
    await client.run(make);
    receiver = await startProcess({ dataFolder: folder, databaseURL });
    await client.run(guard);
  });
  after(async () => {
    await receiver.end('SIGTERM');
    await client.close();
    await server.remove();
    await rm(folder, { recursive: true, force: true });
  });

  it('take signatures once, count them and refuse to change them', async () => {
    const record = createRecord(guide);
    await sign(receiver.address, record);
    assert.equal((await post(receiver.address, record)).status, 200);
    await Promise.all(
      [guide, visits, guide, visits].map((charter) => sign(receiver.address, createRecord(charter))),
    );
    const rows = await client.query<{ partition: string; rows: number }>(
      `select tableoid::regclass::text as partition, count(*)::int4 as rows from charter_signatures
       group by 1 order by 1`,
    );
    assert.deepEqual(rows, [
      { partition: 'charter_signatures_others', rows: 2 },
      { partition: 'charter_signatures_social_media', rows: 3 },
    ]);
    assert.equal((await SignatureStore.open(client)).hasCounts, true);
    const { id, version } = guide.charter;
    assert.deepEqual(await readCounts(client, id, version), await countRows(client, id, version));
    for (const table of [
      'charter_signatures',
      'charter_signatures_social_media',
      'charter_signatures_others',
    ]) {
      await assert.rejects(
        ownError(client.query(`update ${table} set decision = 'declined'`)),
        { code: '42501' },
        table,
      );
      await assert.rejects(ownError(client.query(`delete from ${table}`)), { code: '42501' }, table);
      await assert.rejects(ownError(client.query(`truncate ${table}`)), { code: '42501' }, table);
    }
  });

  it('let go of a charter whose retention is over', async () => {
    await client.run(retire);
    const { id, version } = guide.charter;
    assert.deepEqual(await readCounts(client, id, version), []);
    assert.equal((await readCounts(client, visits.charter.id, visits.charter.version)).length, 1);
    await sign(receiver.address, createRecord(guide));
    assert.equal((await readCounts(client, id, version)).length, 1);
  });
});
