import assert from 'node:assert/strict';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { EngineUnderTest } from '../support/each-store.ts';
import { createRecord } from '../support/records.ts';
import { assertProblem, post, request, sign } from '../support/requests.ts';

/** A database that goes away, and comes back without anyone restarting the receiver. */
export function outageSuite(get: () => EngineUnderTest): void {
  describe('a lost database', () => {
    let address: string;
    let close: () => Promise<void>;
    let lose: () => Promise<void>;
    let giveBack: () => Promise<void>;

    before(async () => {
      const { server, createPlace, open, serve } = get();
      const place = await createPlace();
      const { client, store } = await open(place);
      ({ address, close } = await serve({ store }));
      const log = join(place.dataFolder, 'database', 'pg_wal');
      lose = server
        ? () => server.stop()
        : async () => {
            // As a disk that is full or gone: the embedded engine gives up when it next extends its log.
            await rename(log, `${log}.lost`);
            await client.query('select pg_switch_wal()');
          };
      giveBack = server ? () => server.start() : () => rename(`${log}.lost`, log);
    });
    after(() => close());

    it('is a 503 that says when to come back, and heals by itself', async () => {
      const earlier = createRecord();
      const receipt = await sign(address, earlier);
      const record = createRecord();
      await lose();

      const { log } = get();
      const logged = log.length;
      const answers = await Promise.all([post(address, record), post(address, createRecord())]);
      answers.push(await request(address, '/healthz'));
      for (const answer of answers) {
        assertProblem(answer, 503, 'unavailable');
        assert.match(answer.headers.get('retry-after')!, /^\d+$/);
      }
      assert.equal((await request(address, '/api/charters/guide')).status, 200);
      const entries = log.slice(logged);
      assert.deepEqual(
        entries.map(({ event, requestId }) => [event, `urn:uuid:${String(requestId)}`]),
        answers.map(({ body }) => ['database-unavailable', body['instance']]),
      );
      assert.doesNotMatch(JSON.stringify(entries), /Zoë|Cardiologie/);

      await giveBack();
      assert.equal((await request(address, '/healthz')).status, 200);
      await sign(address, record);
      assert.deepEqual((await post(address, earlier)).body, receipt);
    });
  });
}
