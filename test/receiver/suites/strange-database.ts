import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startPgBouncer } from '../../support/pgbouncer.ts';
import type { EngineUnderTest } from '../support/each-store.ts';
import { createRecord, guide } from '../support/records.ts';
import { assertProblem, post, readBack, request, sign } from '../support/requests.ts';
import type { Answer } from '../support/requests.ts';

import { launchProcess } from '../support/server-process.ts';

/** What a database answers, and whether it passes by itself or somebody has to put something right. */
const states: readonly (readonly [state: string, event: 'unavailable' | 'needs-repair'])[] = [
  ['08000', 'unavailable'], // connection exception
  ['08006', 'unavailable'], // connection failure
  ['08P01', 'unavailable'], // protocol violation: what PgBouncer says of itself
  ['25001', 'unavailable'], // a statement that no transaction takes
  ['25006', 'unavailable'], // read only
  ['25P02', 'unavailable'], // a transaction that had failed before
  ['25P03', 'unavailable'], // idle in a transaction for too long
  ['26000', 'unavailable'], // no such prepared statement: of a pooler
  ['42P05', 'unavailable'], // such a prepared statement already: of a pooler
  ['40001', 'unavailable'], // serialization failure
  ['40P01', 'unavailable'], // deadlock
  ['53100', 'unavailable'], // disk full
  ['53300', 'unavailable'], // too many connections
  ['55006', 'unavailable'], // object in use
  ['55P03', 'unavailable'], // lock not available
  ['57014', 'unavailable'], // cancelled, by a limit on its time
  ['57P01', 'unavailable'], // shut down by an administrator
  ['57P03', 'unavailable'], // cannot connect now
  ['58030', 'unavailable'], // input or output error
  ['28P01', 'needs-repair'], // the password was changed
  ['3D000', 'needs-repair'], // no such database
  ['3F000', 'needs-repair'], // no such schema
  ['42501', 'needs-repair'], // insufficient privilege
  ['42703', 'needs-repair'], // undefined column
  ['42P01', 'needs-repair'], // undefined table
  ['42883', 'needs-repair'], // undefined function
  ['0A000', 'needs-repair'], // not supported
  ['55000', 'needs-repair'], // object not in the state that it needs
  ['F0000', 'needs-repair'], // settings that cannot be read
  ['XX001', 'needs-repair'], // a damaged table
  // Of these, that a signature of nobody is refused too tells.
  ['22P02', 'needs-repair'], // data exception
  ['23502', 'needs-repair'], // a column that the receiver does not know
  ['P0001', 'needs-repair'], // raised by somebody's trigger
  ['XX000', 'needs-repair'], // internal error
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

    /** Has every row refused with the state that stands in `refusals`, or those of one name. */
    const refuse = `create table refusals (state text, name text);
      create function refuse() returns trigger language plpgsql as $$
      declare code text := (select max(state) from refusals where name is null or name = new.signer_name);
      begin
        if code is not null then raise exception 'refused' using errcode = code; end if;
        return new;
      end $$;
      create trigger refuse before insert on charter_signatures for each row execute function refuse()`;

    it('that refuses every signature is a 503, to whoever signs and to whoever watches', async () => {
      const { createPlace, open, serve, log } = get();
      const place = await createPlace();
      const { client, store } = await open(place);
      const { address, close } = await serve({ store });
      await client.run(refuse);
      for (const [state, event] of states) {
        await client.run(`truncate refusals; insert into refusals values ('${state}')`);
        const record = createRecord();
        const logged = log.length;
        for (const answer of [await post(address, record), await request(address, '/healthz')]) {
          assertProblem(answer, 503, 'unavailable');
          const seconds = event === 'unavailable' ? '5' : '60';
          assert.equal(answer.headers.get('retry-after'), seconds, state);
        }
        assert.deepEqual(
          log.slice(logged).map((entry) => [entry.event, (entry['cause'] as { code: string }).code]),
          [
            [`database-${event}`, state],
            [`database-${event}`, state],
          ],
        );
        await client.run('truncate refusals');
        assert.equal((await request(address, '/healthz')).status, 200, state);
        assert.equal((await post(address, record)).status, 201, state);
      }
      await close();
    });

    it('that refuses one signature is a 500 to it alone, for it and those that come with it', async () => {
      const { createPlace, open, serve, log } = get();
      const place = await createPlace();
      const { client, store } = await open(place);
      const { address, close } = await serve({ store });
      await client.run(refuse);
      for (const state of ['22P02', '23514', 'P0001', 'XX000']) {
        await client.run(`truncate refusals; insert into refusals values ('${state}', 'Nobody')`);
        const refused = createRecord(guide, { signer: { name: 'Nobody' } });
        const logged = log.length;
        const others = Array.from({ length: 5 }, () => post(address, createRecord()));
        assertProblem(await post(address, refused), 500, 'internal');
        assert.deepEqual(tally(await Promise.all(others)), { 201: 5 });
        assert.deepEqual(
          log.slice(logged).map(({ event, code }) => [event, code]),
          [['internal-error', state]],
        );
        assert.equal((await request(address, '/healthz')).status, 200);
      }
      await close();
    });

    it('that no longer lets it add is seen at once by whoever signs, and whoever watches', async () => {
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
      const earlier = createRecord();
      const receipt = await sign(address, earlier);
      for (const [change = '', back = ''] of changes) {
        await owner.query(change);
        const record = createRecord();
        assertProblem(await post(address, record), 503, 'unavailable');
        assert.equal(await health(), 503, change);
        // What was recorded is still proved, where it may be read.
        const replay = await post(address, earlier);
        const isReadable = change.startsWith('revoke insert');
        assert.equal(replay.status, isReadable ? 200 : 503, change);
        const read = await readBack(address, receipt);
        assert.equal(read.status, isReadable ? 200 : 503, change);
        await owner.query(back);
        assert.equal((await post(address, record)).status, 201, back);
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
