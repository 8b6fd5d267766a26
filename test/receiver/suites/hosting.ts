import assert from 'node:assert/strict';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Hono } from 'hono';
import { createReceiver } from '../../../receiver/app.ts';
import { trustProxies } from '../../../receiver/http/client-address.ts';
import type { LogEntry } from '../../../receiver/http/failures.ts';
import { startReceiver } from '../../../receiver/server.ts';
import type { EngineUnderTest } from '../support/each-store.ts';
import { chartersFolder, createRecord, visits } from '../support/records.ts';
import { assertProblem, pointersOf, post, request, showing, sign } from '../support/requests.ts';

/** How a receiver behaves towards what surrounds it: pages, other sites, many clients, its own failures. */
export function hostingSuite(get: () => EngineUnderTest): void {
  describe('mounted in another application', () => {
    it('answers under its own paths and leaves the others alone', async () => {
      const { optionsOf } = get();
      const app = new Hono();
      app.route('/', createReceiver(optionsOf({ rateLimit: 5 })));
      app.get('/', (c) => c.html('<p>page</p>'));
      const { address, close } = await get().serve(app);

      const page = await request(address, '/');
      assert.equal(page.text, '<p>page</p>');
      assert.equal(page.headers.get('x-content-type-options'), null);
      const record = createRecord();
      const { headers } = await post(address, record);
      assert.equal(headers.get('location'), `/api/signatures/${record.id}`);
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assertProblem(await request(address, '/api/other'), 404, 'not-found');
      assertProblem(await request(address, '/api/coverage', { method: 'POST' }), 405, 'method-not-allowed');
      assert.equal((await request(address, '/elsewhere')).text, '404 Not Found');
      await close();
    });

    it('writes addresses under the path that it is mounted at', async () => {
      const app = new Hono().route('/charte', createReceiver(get().optionsOf()));
      const { address, close } = await get().serve(app);
      const record = createRecord();
      const answer = await request(address, '/charte/api/signatures', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `"${record.id}"` },
        body: JSON.stringify(record),
      });
      assert.equal(answer.headers.get('location'), `/charte/api/signatures/${record.id}`);
      const read = await request(address, answer.headers.get('location')!, showing(answer.body));
      assert.equal(read.status, 200);
      await close();
    });
  });

  describe('started with pages beside it', () => {
    it('serves both on one port, and warns of a charter edited in place', async () => {
      const { dataFolder, databaseURL } = await get().createPlace();
      const folder = `${dataFolder}-charters`;
      await cp(chartersFolder, folder, { recursive: true });
      const log: LogEntry[] = [];
      const start = () =>
        startReceiver({
          port: 0,
          dataFolder,
          databaseURL,
          chartersFolder: folder,
          log: (entry) => void log.push(entry),
          extend: (app) => void app.get('*', (c) => c.text('page')),
        });
      const first = await start();
      assert.equal(first.engine, get().engine);
      assert.equal((await request(first.address, '/demo.html')).text, 'page');
      await sign(first.address, createRecord());
      assertProblem(await request(first.address, '/api/other'), 404, 'not-found');
      await first.close();
      assert.deepEqual(log, []);

      const edited = { ...visits.charter, title: 'Edited' };
      await writeFile(join(folder, 'visits.fr.json'), JSON.stringify(edited));
      const second = await start();
      await second.close();
      assert.deepEqual(
        log.map(({ level, event, charter }) => [level, event, charter]),
        [['warning', 'charter-edited-in-place', 'visits 3 (fr)']],
      );
    });
  });

  describe('pages of other origins', () => {
    const namesOf = (headers: Headers) =>
      headers.get('access-control-allow-headers')!.toLowerCase().split(',').sort();
    const preflight = (address: string, origin: string) =>
      request(address, '/api/signatures', {
        method: 'OPTIONS',
        headers: {
          Origin: origin,
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'content-type,idempotency-key',
        },
      });

    it('are kept out by default', async () => {
      const { address, close } = await get().serve();
      assertProblem(await preflight(address, 'https://intranet.example'), 405, 'method-not-allowed');
      const { headers } = await post(address, createRecord(), { Origin: 'https://intranet.example' });
      assert.equal(headers.get('access-control-allow-origin'), null);
      await close();
    });

    it('may post when they are listed, and read problems too', async () => {
      const { address, close } = await get().serve({ allowedOrigins: ['https://intranet.example'] });
      const { status, headers } = await preflight(address, 'https://intranet.example');
      assert.equal(status, 204);
      assert.equal(headers.get('access-control-allow-origin'), 'https://intranet.example');
      assert.equal(headers.get('access-control-allow-credentials'), 'true');
      assert.deepEqual(namesOf(headers), [
        'accept',
        'authorization',
        'content-type',
        'idempotency-key',
        'x-csrf-token',
      ]);
      const refused = await post(address, {}, { Origin: 'https://intranet.example' });
      assert.equal(refused.headers.get('access-control-allow-origin'), 'https://intranet.example');
      const other = await preflight(address, 'https://other.example');
      assert.equal(other.headers.get('access-control-allow-origin'), null);
      await close();
    });

    it('may send the headers that are listed beside those of the contract', async () => {
      const { address, close } = await get().serve({
        allowedOrigins: ['https://intranet.example'],
        allowedHeaders: ['X-Jeton'],
      });
      const { headers } = await preflight(address, 'https://intranet.example');
      assert.deepEqual(namesOf(headers), ['accept', 'content-type', 'idempotency-key', 'x-jeton']);
      await close();
    });
  });

  describe('a client that sends too much', () => {
    it('is told when to come back, and others are not disturbed', async () => {
      const { address, close } = await get().serve({
        rateLimit: 3,
        trustedProxies: trustProxies(['127.0.0.1']),
      });
      const from = (client: string) => ({ headers: { 'X-Forwarded-For': `10.0.0.66, ${client}` } });
      const ask = (client: string) => request(address, '/api/charters/guide', from(client));
      for (let count = 0; count < 3; count++) assert.equal((await ask('192.0.2.1')).status, 200);
      const answer = await ask('192.0.2.1');
      assertProblem(answer, 429, 'too-many-requests');
      assert.match(answer.headers.get('retry-after')!, /^(19|20)$/);
      assert.equal((await ask('192.0.2.2')).status, 200);
      assert.equal((await request(address, '/healthz', from('192.0.2.1'))).status, 200);
      await close();
    });

    it('is stopped after few large bodies, where small ones still pass', async () => {
      const { address, close } = await get().serve({ rateLimit: 70 });
      // Of 58 kB: fifteen times the price of a small one.
      const statements = Array.from({ length: 19_000 }, () => ({}));
      for (let count = 0; count < 4; count++) {
        const answer = await post(address, { ...createRecord(), statements });
        assertProblem(answer, 422, 'invalid-record');
        assert.deepEqual(pointersOf(answer), ['/statements']);
      }
      const refused = await post(address, { ...createRecord(), statements });
      assertProblem(refused, 429, 'too-many-requests');
      assert.equal((await post(address, createRecord())).status, 201);
      await close();
    });

    it('cannot pretend to be others', async () => {
      const { address, close } = await get().serve({ rateLimit: 2 });
      for (let count = 1; count <= 3; count++) {
        const { status } = await request(address, '/api/charters/guide', {
          headers: { 'X-Forwarded-For': `192.0.2.${count}` },
        });
        assert.equal(status, count <= 2 ? 200 : 429);
      }
      await close();
    });
  });

  describe('an unexpected failure', () => {
    it('is a 500 that tells nothing, and a line in the log that names nobody', async () => {
      const { createPlace, open, serve, log } = get();
      const { client, store } = await open(await createPlace());
      const { address, close } = await serve({ store });
      // From now on the database refuses this signer alone, and quotes the name in its error.
      await client.query(
        "alter table charter_signatures add constraint strange check (signer_name not like 'Zoë%')",
      );

      const logged = log.length;
      const record = createRecord();
      const answer = await post(address, record);
      assertProblem(answer, 500, 'internal');
      assert.doesNotMatch(answer.text, /integer|column|insert|Zoë/);
      const [entry, ...more] = log.slice(logged);
      assert.deepEqual(more, []);
      assert.equal(entry!.event, 'internal-error');
      assert.equal(entry!['route'], '/api/signatures');
      assert.equal(entry!['code'], '23514');
      assert.equal(`urn:uuid:${String(entry!['requestId'])}`, answer.body['instance']);
      assert.doesNotMatch(JSON.stringify(entry), new RegExp(`Zoë|Cardiologie|${record.id}`));
      await close();
    });
  });
}
