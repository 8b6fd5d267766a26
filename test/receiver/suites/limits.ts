import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import type { EngineUnderTest } from '../support/each-store.ts';
import { createRecord, guide } from '../support/records.ts';
import { assertProblem, pointersOf, post, request, sign } from '../support/requests.ts';

/** What a receiver refuses to read. */
export function limitsSuite(get: () => EngineUnderTest): void {
  describe('limits', () => {
    let address: string;
    let close: () => Promise<void>;
    before(async () => ({ address, close } = await get().serve()));
    after(() => close());

    it('takes application/json in UTF-8, and nothing else', async () => {
      const record = createRecord();
      const types = ['', 'text/plain', 'application/jsonp', 'application/json;charset=utf-16'];
      for (const type of types) {
        const answer = await post(address, record, { 'Content-Type': type });
        assertProblem(answer, 415, 'unsupported-media-type');
        assert.equal(answer.headers.get('accept-post'), 'application/json, application/jose');
      }
      assertProblem(
        await post(address, record, { 'Content-Encoding': 'gzip' }),
        415,
        'unsupported-media-type',
      );
      await sign(address, record, { 'Content-Type': 'Application/JSON; charset="UTF-8"' });
    });

    it('answers 406 to a client that excludes JSON', async () => {
      for (const accept of [
        'text/html',
        'application/problem+json',
        'application/json;q=0, */*',
        'application/*;q=0',
      ]) {
        assertProblem(await post(address, createRecord(), { Accept: accept }), 406, 'not-acceptable');
      }
      for (const accept of [
        '*/*',
        'text/html, application/*;q=0.1',
        'application/json;q=0.5, text/html;q=1',
      ]) {
        await sign(address, createRecord(), { Accept: accept });
      }
    });

    it('answers 400 to what is not JSON', async () => {
      const key = { 'Idempotency-Key': crypto.randomUUID() };
      for (const body of ['', '{', '{"a":1,}', "{'a':1}", '[1] 2', 'undefined', '\u00e9']) {
        assertProblem(await post(address, body, key), 400, 'malformed-json');
      }
      const bytes = { method: 'POST', headers: { ...key, 'Content-Type': 'application/json' } };
      const latin1 = Buffer.from(JSON.stringify(createRecord()), 'latin1');
      assertProblem(
        await request(address, '/api/signatures', { ...bytes, body: latin1 }),
        400,
        'malformed-json',
      );
    });

    it('answers 422 to JSON that is no record, however deep it nests', async () => {
      const key = { 'Idempotency-Key': crypto.randomUUID() };
      const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;
      for (const body of ['null', '1', '"text"', '[]', '{}', '{"charter":[]}', deep, `{"signer":${deep}}`]) {
        assertProblem(await post(address, body, key), 422, 'invalid-record');
      }
      const wrong = {
        id: 1,
        charter: 'guide',
        signer: null,
        statements: {},
        practices: 'all',
        signedAt: 0,
        decision: true,
      };
      for (const [name, value] of Object.entries(wrong)) {
        const record = createRecord();
        const answer = await post(address, { ...record, [name]: value }, { 'Idempotency-Key': record.id });
        assertProblem(answer, 422, 'invalid-record');
        assert.deepEqual(
          pointersOf(answer).map((pointer) => pointer.split('/')[1]),
          [name],
          answer.text,
        );
      }
    });

    it('takes the last of keys that are given twice, and refuses those of prototypes', async () => {
      const record = createRecord();
      const twice = JSON.stringify(record).replace('{', '{"component":"first",');
      await sign(address, record, {});
      assert.equal((await post(address, twice, { 'Idempotency-Key': record.id })).status, 200);
      for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
        const other = createRecord();
        const body = JSON.stringify(other).replace('{', `{"${name}":{"polluted":true},`);
        const answer = await post(address, body, { 'Idempotency-Key': other.id });
        assertProblem(answer, 422, 'invalid-record');
        assert.deepEqual(pointersOf(answer), [`/${name}`]);
      }
      assert.equal(({} as { polluted?: boolean }).polluted, undefined);
    });

    it('refuses text that no database could keep', async () => {
      for (const character of ['\0', '\ud800', '\udfff']) {
        const answer = await post(address, createRecord(guide, { signer: { name: `A${character}B` } }));
        assertProblem(answer, 422, 'invalid-record');
        assert.deepEqual(pointersOf(answer), ['/signer/name']);
      }
    });

    it('takes the longest texts that the contract allows', async () => {
      const long = '\uffe6'.repeat(200);
      const signer = { name: long, department: long, role: long };
      await sign(address, createRecord(guide, { signer }));
      // NFC makes three characters of this one.
      const growing = { name: '\ufb2c'.repeat(200) };
      assertProblem(await post(address, createRecord(guide, { signer: growing })), 422, 'invalid-record');
    });

    it('answers 413 to more than 64 KiB, announced or not, without reading on', async () => {
      const large = JSON.stringify({ ...createRecord(), padding: 'x'.repeat(64 * 1024) });
      const key = { 'Idempotency-Key': crypto.randomUUID() };
      assertProblem(await post(address, large, key), 413, 'payload-too-large');

      const chunk = Buffer.alloc(1024, ' ');
      let sent = 0;
      const endless = new ReadableStream({
        pull: (controller) => {
          sent += chunk.length;
          controller.enqueue(chunk);
        },
      });
      const headers = { ...key, 'Content-Type': 'application/json' };
      const init = { method: 'POST', headers, body: endless, duplex: 'half' } as RequestInit;
      assertProblem(await request(address, '/api/signatures', init), 413, 'payload-too-large');
      assert.ok(sent < 8_000_000, `${sent} bytes were taken`);
    });

    it('takes a record of exactly 64 KiB', async () => {
      const record = createRecord();
      const body = JSON.stringify(record);
      const padded = `${body}${' '.repeat(64 * 1024 - Buffer.byteLength(body))}`;
      assert.equal((await post(address, padded, { 'Idempotency-Key': record.id })).status, 201);
      assertProblem(
        await post(address, `${padded} `, { 'Idempotency-Key': record.id }),
        413,
        'payload-too-large',
      );
    });

    it('answers problem details also to what is hardly HTTP', async () => {
      const requests = [
        'GARBAGE\r\n\r\n',
        'GET http://[ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
        'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
        'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n',
        'GET /healthz HTTP/1.1\r\nHost: x\r\nHost: y\r\nConnection: close\r\n\r\n',
        'GET /healthz HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nOrigin: http://y\r\nConnection: close\r\n\r\n',
        `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
      ];
      for (const request of requests) {
        const socket = connect(Number(new URL(address).port), '127.0.0.1');
        socket.write(request);
        const answer = await text(socket);
        assert.match(answer, /^HTTP\/1\.1 400 /, request.slice(0, 40));
        assert.match(answer, /content-type: application\/problem\+json/i);
      }
    });
  });
}
