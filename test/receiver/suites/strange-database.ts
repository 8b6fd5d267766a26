import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EngineUnderTest } from '../support/each-store.ts';
import { createRecord, guide } from '../support/records.ts';
import { post, request, sign } from '../support/requests.ts';
import { launchProcess } from '../support/server-process.ts';

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
      const { receivedAt } = await sign(address, record);
      const replay = await post(address, record);
      assert.equal(replay.status, 200);
      assert.equal(replay.body['receivedAt'], receivedAt);
      const { body } = await request(address, `/api/signatures/${record.id}`);
      assert.equal(body['receivedAt'], receivedAt);
      await close();
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
      await client.query(
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
