import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startPgBouncer } from '../../support/pgbouncer.ts';
import type { EngineUnderTest } from '../support/each-store.ts';
import { createRecord, guide } from '../support/records.ts';
import { assertProblem, post, readBack, request, sign } from '../support/requests.ts';
import type { Answer } from '../support/requests.ts';

import { launchProcess } from '../support/server-process.ts';

/** What a database answers, and what whoever signs is told: to send it again later, or that something is wrong. */
const states: readonly (readonly [state: string, status: 503 | 500])[] = [
  ['08000', 503], // connection exception
  ['08006', 503], // connection failure
  ['08P01', 503], // protocol violation: what PgBouncer says of itself
  ['25006', 503], // read only
  ['25P02', 503], // a transaction that had failed before
  ['25P03', 503], // idle in a transaction for too long
  ['26000', 503], // no such prepared statement: of a pooler
  ['42P05', 503], // such a prepared statement already: of a pooler
  ['28P01', 503], // the password was changed
  ['3D000', 503], // no such database
  ['40001', 503], // serialization failure
  ['40P01', 503], // deadlock
  ['53100', 503], // disk full
  ['53300', 503], // too many connections
  ['55006', 503], // object in use
  ['55P03', 503], // lock not available
  ['57014', 503], // cancelled, by a limit on its time
  ['57P01', 503], // shut down by an administrator
  ['57P03', 503], // cannot connect now
  ['58030', 503], // input or output error
  ['22P02', 500], // data exception
  ['23502', 500], // a column that the receiver does not know
  ['42501', 500], // insufficient privilege
  ['42703', 500], // undefined column
  ['42P01', 500], // undefined table
  ['25001', 500], // a statement that no transaction takes
  ['55000', 500], // object not in the state that it needs
  ['P0001', 500], // raised by somebody's trigger
  ['XX000', 500], // internal error
];

/** Databases that an administrator has set up in a way of their own. */
export function strangeDatabaseSuite(get: () => EngineUnderTest): void {
  describe('a database', () => {
    it('that writes dates in a way of its own is read all the same', async () => {
      const { createPlace, open, serve } = get();
      const place = await createPlace();
      const { client } = await open(place);
      const [{ name } = { name: '' }] = await client.query<{ name: string }>(
        'select current_database() as name',
      );
      for (const setting of [
        "datestyle to 'SQL, DMY'",
        "timezone to 'Asia/Kolkata'",
        "intervalstyle to 'iso_8601'",
      ])
        await client.query(`alter database ${name} set ${setting}`);

      const { client: later, store } = await open(place);
      const [{ written } = { written: '' }] = await later.query<{ written: string }>(
        "select timestamptz '2026-11-30T12:00:00Z'::text as written",
      );
      assert.match(written, /^30\/11\/2026 17:30:00/);
      const { address, close } = await serve({ store });
      const record = createRecord(guide);
      const receipt = await sign(address, record);
      const { receivedAt } = receipt;
      const replay = await post(address, record);
      assert.equal(replay.status, 200);
      assert.equal(replay.body['receivedAt'], receivedAt);
      const { body } = await readBack(address, receipt);
      assert.equal(body['receivedAt'], receivedAt);
      await close();
    });

    it('behind PgBouncer in transaction mode takes every signature, and gives it back', async () => {
      const { createPlace, open, serve } = get();
      const place = await createPlace();
      const pooler = await startPgBouncer(place.databaseURL!);
      try {
        const { client, store } = await open({ ...place, databaseURL: pooler.through(place.databaseURL!) });
        const { address, close } = await serve({ store });
        const records = Array.from({ length: 300 }, () => createRecord());
        const posted = await Promise.all(records.map((record) => post(address, record)));
        assert.deepEqual(tally(posted), { 201: 300 });
        const again = await Promise.all(records.map((record) => post(address, record)));
        assert.deepEqual(tally(again), { 200: 300 });
        assert.equal((await request(address, '/healthz')).status, 200);
        // Nothing was left in a session that the next transaction of somebody else would find.
        const left = await client.query('select name from pg_prepared_statements');
        const [{ timeout } = { timeout: '' }] = await client.query<{ timeout: string }>(
          "select reset_val as timeout from pg_settings where name = 'statement_timeout'",
        );
        assert.deepEqual([left, timeout], [[], '0']);
        await close();
        await client.close();
      } finally {
        await pooler.stop();
      }
    });

    it('has as long as ten seconds for a statement', async () => {
      const { client } = get();
      const [found] = await client.query('show statement_timeout');
      assert.deepEqual({ ...found }, { statement_timeout: '10s' });
    });

    it('that refuses to add is a 503 where the statement is not at fault, else a 500', async () => {
      const { createPlace, open, serve } = get();
      const place = await createPlace();
      const { client, store } = await open(place);
      const { address, close } = await serve({ store });
      await client.run(
        `create table refusals (state text);
         create function refuse() returns trigger language plpgsql as $$
         declare code text := (select max(state) from refusals);
         begin
           if code is not null then raise exception 'refused' using errcode = code; end if;
           return new;
         end $$;
         create trigger refuse before insert on charter_signatures for each row execute function refuse()`,
      );
      for (const [state, status] of states) {
        await client.run(`truncate refusals; insert into refusals values ('${state}')`);
        const record = createRecord();
        assert.equal((await post(address, record)).status, status, state);
        assertProblem(await request(address, '/healthz'), 503, 'unavailable');
        await client.run('truncate refusals');
        assert.equal((await request(address, '/healthz')).status, 200, state);
        assert.equal((await post(address, record)).status, 201, state);
      }
      await close();
    });

    it('that no longer lets it add is seen at once by whoever watches', async () => {
      const { createPlace, open, serve } = get();
      const place = await createPlace();
      const { client: owner } = await open(place);
      const [{ name } = { name: '' }] = await owner.query<{ name: string }>(
        'select current_database() as name',
      );
      await owner.run(
        `create role revoked login; grant select, insert on charter_signatures, charter_documents to revoked`,
      );
      const databaseURL = place.databaseURL!.replace('postgres@', 'revoked@');
      const { client, store } = await open({ ...place, databaseURL });
      const { address, close } = await serve({ store });
      const health = async () => (await request(address, '/healthz')).status;
      const rows = () => owner.query('select id from charter_signatures');
      const before = await rows();
      assert.equal(await health(), 200);
      assert.deepEqual(await rows(), before);
      await sign(address, createRecord());
      const changes = [
        ['revoke insert on charter_signatures from revoked', 'grant insert on charter_signatures to revoked'],
        ['revoke select on charter_signatures from revoked', 'grant select on charter_signatures to revoked'],
        ['alter table charter_signatures rename to lost', 'alter table lost rename to charter_signatures'],
      ];
      for (const [change = '', back = ''] of changes) {
        await owner.query(change);
        assert.equal(await health(), 503, change);
        await owner.query(back);
        assert.equal(await health(), 200, back);
      }
      await close();
      await client.close();
      // Of a server that has become a standby, as of a role that may only read.
      await owner.query('grant select on charter_department_counts to revoked');
      for (const setting of ['on', 'off']) {
        await owner.run(
          `alter role revoked in database ${name} set default_transaction_read_only to ${setting}`,
        );
        const later = await open({ ...place, databaseURL });
        const served = await serve({ store: later.store });
        const { status } = await request(served.address, '/healthz');
        assert.equal(status, setting === 'on' ? 503 : 200);
        await served.close();
        await later.client.close();
      }
    });

    it('that answers before its standby has a row is told of in the log', async () => {
      const { createPlace, open } = get();
      const place = await createPlace();
      const events = async () => {
        const receiver = launchProcess(place);
        await receiver.address;
        await receiver.end('SIGTERM');
        return receiver.errors.map((line) => (JSON.parse(line) as { event: string }).event);
      };
      assert.deepEqual(await events(), []);
      const { client } = await open(place);
      await client.query(
        `alter database ${new URL(place.databaseURL!).pathname.slice(1)} set synchronous_commit to local`,
      );
      assert.deepEqual(await events(), ['commits-not-awaited']);
    });

    it('that cannot hold every name is refused at the start, in words', async () => {
      const { createPlace, open } = get();
      const place = await createPlace();
      const { client } = await open(place);
      await client.run(
        "create database in_latin9 encoding 'LATIN9' lc_collate 'C' lc_ctype 'C' template template0",
      );
      const url = new URL(place.databaseURL!);
      url.pathname = '/in_latin9';
      await assert.rejects(open({ ...place, databaseURL: url.href }), {
        message:
          "The database is encoded in LATIN9, which cannot hold every name: make one with encoding 'UTF8'.",
      });
    });
  });
}

/** How many answers have each status. */
function tally(answers: readonly Answer[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
