import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { digestDocument } from '../../../src/charter/index.ts';
import type { EngineUnderTest } from '../support/each-store.ts';
import { chartersFolder, createRecord, englishGuide, guide } from '../support/records.ts';
import { assertProblem, readBack, request, sign } from '../support/requests.ts';

/** What can be read from a receiver. */
export function readingSuite(get: () => EngineUnderTest): void {
  describe('reading', () => {
    let address: string;
    let close: () => Promise<void>;
    before(async () => ({ address, close } = await get().serve()));
    after(() => close());

    it('gives a signature back as it was recorded', async () => {
      const record = createRecord(guide, { practices: ['ask'] });
      const signed = await sign(address, record);
      const { receivedAt, recordDigest, receipt } = signed;
      const { status, body } = await readBack(address, signed);
      assert.equal(status, 200);
      assert.equal(await digestDocument(body['record']), recordDigest);
      const { record: _, ...rest } = body;
      assert.deepEqual(rest, { receivedAt, recordDigest, receipt });
      const [row] = await get().client.query<{ record: string; charter_digest: string }>(
        'select record, charter_digest from charter_signatures where id = $1',
        [record.id],
      );
      assert.equal(await digestDocument(JSON.parse(row!.record)), recordDigest);
      assert.equal(row!.charter_digest, guide.digest);
    });

    it('shows a signature to whoever holds its receipt, where nobody is signed in, and to nobody else', async () => {
      const receipt = await sign(address, createRecord());
      const other = await sign(address, createRecord());
      const path = `/api/signatures/${receipt.id}`;
      const [head, claims, signature] = receipt.receipt!.split('.');
      const read = async (authorization: string) =>
        request(address, path, { headers: { Authorization: authorization } });
      assert.equal((await read(`receipt  ${receipt.receipt}`)).status, 200);
      const anonymous = await request(address, path);
      assertProblem(anonymous, 401, 'sign-in-required');
      assert.equal(anonymous.headers.get('www-authenticate'), 'Receipt');
      assert.doesNotMatch(anonymous.text, /Zoë|Cardiologie/);
      for (const shown of [other.receipt, `${head}.${claims}.`, `${claims}.${signature}`, 'x']) {
        assertProblem(await read(`Receipt ${shown}`), 403, 'forbidden');
      }
      for (const scheme of [`Bearer ${receipt.receipt}`, 'Receipt', `Receipt ${receipt.receipt}, x`]) {
        assertProblem(await read(scheme), 401, 'sign-in-required');
      }
    });

    it('knows no signature by another id', async () => {
      for (const id of [crypto.randomUUID(), 'x', '%00', "'; drop table charter_signatures", '%F0%9F']) {
        assertProblem(await request(address, `/api/signatures/${id}`), 404, 'not-found');
      }
    });

    it('serves the newest document of a charter, byte for byte, in the language asked for', async () => {
      const french = await request(address, '/api/charters/guide');
      assert.equal(french.text, await readFile(join(chartersFolder, 'guide.2.fr.json'), 'utf8'));
      assert.equal(french.headers.get('content-language'), 'fr');
      const english = await request(address, '/api/charters/guide', {
        headers: { 'Accept-Language': 'en-GB, fr;q=0.5' },
      });
      assert.equal(await digestDocument(english.body), englishGuide.digest);
      assert.equal((await request(address, '/api/charters/guide?locale=EN')).text, english.text);
      assert.equal((await request(address, '/api/charters/guide?version=1.0.0')).body['version'], '1.0.0');
      for (const query of [
        'other',
        'guide?version=1.0.1',
        'guide?locale=de',
        'guide?version=1.0.0&locale=en',
      ]) {
        assertProblem(await request(address, `/api/charters/${query}`), 404, 'not-found');
      }
    });

    it('answers 304 to a browser that has the document', async () => {
      const { headers } = await request(address, '/api/charters/guide');
      const etag = headers.get('etag')!;
      assert.equal(etag, `W/"${guide.digest}"`);
      assert.equal(headers.get('cache-control'), 'no-cache');
      for (const known of [etag, `"${guide.digest}"`, `"other", ${etag}`, '*']) {
        const answer = await request(address, '/api/charters/guide', { headers: { 'If-None-Match': known } });
        assert.equal(answer.status, 304);
        assert.equal(answer.headers.get('etag'), etag);
      }
      const other = await request(address, '/api/charters/guide', {
        headers: { 'If-None-Match': '"other"' },
      });
      assert.equal(other.status, 200);
    });

    it('tells whether it can record, and describes itself', async () => {
      const health = await request(address, '/healthz');
      assert.deepEqual(health.body, { status: 'ok', database: get().engine });
      assert.equal(health.headers.get('cache-control'), 'no-store');
      const keys = (await request(address, '/.well-known/jwks.json')).body['keys'] as object[];
      assert.deepEqual(Object.keys(keys[0]!).sort(), ['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
      assert.equal((await request(address, '/openapi.json')).body['openapi'], '3.1.0');
    });

    it('answers 404 elsewhere and 405 to other methods, with Allow', async () => {
      for (const path of ['/', '/api', '/api/', '/api/signatures/', '/api/signatures/a/b', '/healthz/x']) {
        assertProblem(await request(address, path), 404, 'not-found');
      }
      const allowed = {
        '/api/signatures': 'POST',
        [`/api/signatures/${crypto.randomUUID()}`]: 'GET, HEAD',
        '/api/charters/guide': 'GET, HEAD',
        '/api/coverage': 'GET, HEAD',
        '/healthz': 'GET, HEAD',
        '/.well-known/jwks.json': 'GET, HEAD',
        '/openapi.json': 'GET, HEAD',
      };
      for (const [path, allow] of Object.entries(allowed)) {
        for (const method of [
          'DELETE',
          'PUT',
          'PATCH',
          'OPTIONS',
          'PROPFIND',
          ...(allow === 'POST' ? ['GET'] : ['POST']),
        ]) {
          const answer = await request(address, path, { method });
          assertProblem(answer, 405, 'method-not-allowed');
          assert.equal(answer.headers.get('allow'), allow);
        }
      }
    });

    it('answers HEAD as GET, without a body', async () => {
      const answer = await fetch(new URL('/api/charters/guide', address), { method: 'HEAD' });
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('etag'), `W/"${guide.digest}"`);
      assert.equal(await answer.text(), '');
    });
  });
}
