import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { CompactSign, generateKeyPair } from 'jose';
import type { CompactJWEHeaderParameters, JWK } from 'jose';
import { addEncryptionKey, openEncryptionKeys } from '../../../receiver/domain/encrypted-records.ts';
import { trustProxies } from '../../../receiver/http/client-address.ts';
import { digestDocument } from '../../../src/charter/index.ts';
import { verifyReceipt } from '../../../src/signature/index.ts';
import type { JSONWebKeySet, Receipt, Signer } from '../../../src/signature/index.ts';
import type { EngineUnderTest } from '../support/each-store.ts';
import { encrypt, fetchEncryptionKey, postEncrypted } from '../support/encrypted-records.ts';
import { createRecord, guide, oldGuide } from '../support/records.ts';
import { assertProblem, pointersOf, post, request } from '../support/requests.ts';
import { seed } from '../support/seed.ts';

/** Records that a shared device kept encrypted to the receiver. */
export function encryptedSuite(get: () => EngineUnderTest): void {
  describe('POST /api/signatures of an encrypted record', () => {
    let address: string;
    let close: () => Promise<void>;
    let key: JWK;
    before(async () => {
      ({ address, close } = await get().serve());
      key = await fetchEncryptionKey(address);
    });
    after(() => close());

    it('publishes one key for it, after those of receipts', async () => {
      const { body } = await request(address, '/.well-known/jwks.json');
      const keys = body['keys'] as JWK[];
      assert.deepEqual(
        keys.map(({ kty, crv, use, alg }) => [kty, crv, use, alg]),
        [
          ['EC', 'P-256', 'sig', 'ES256'],
          ['EC', 'P-256', 'enc', 'ECDH-ES'],
        ],
      );
      assert.ok(key.kid);
      assert.ok(keys.every((published) => !('d' in published)));
    });

    it('records it as if it had come in JSON', async () => {
      const record = createRecord();
      const answer = await postEncrypted(address, record.id, await encrypt(record, key));
      assert.equal(answer.status, 201, answer.text);
      assert.equal(answer.headers.get('location'), `/api/signatures/${record.id}`);
      const receipt = answer.body as unknown as Receipt;
      assert.equal(receipt.recordDigest, await digestDocument(record));
      const keys = (await request(address, '/.well-known/jwks.json')).body as unknown as JSONWebKeySet;
      await verifyReceipt(receipt, record, keys);
      const again = await postEncrypted(address, record.id, await encrypt(record, key));
      assert.equal(again.status, 200, again.text);
      assert.deepEqual(again.body, answer.body);
      assert.deepEqual((await post(address, record)).body, answer.body);
    });

    it('checks it as if it had come in JSON', async () => {
      const send = async (value: unknown, id: string) =>
        postEncrypted(address, id, await encrypt(value, key));
      const record = createRecord();
      assertProblem(await send(record, ''), 400, 'idempotency-key-missing');
      assertProblem(await send(record, crypto.randomUUID()), 422, 'idempotency-key-mismatch');
      const outdated = createRecord(oldGuide);
      assertProblem(await send(outdated, outdated.id), 409, 'charter-outdated');
      assertProblem(await send('{', record.id), 400, 'malformed-json');
      assertProblem(await send('[]', record.id), 422, 'invalid-record');
      const nobody = await send({ ...record, signer: { name: ' ' } }, record.id);
      assertProblem(nobody, 422, 'invalid-record');
      assert.deepEqual(pointersOf(nobody), ['/signer/name']);
      assertProblem(await request(address, `/api/signatures/${record.id}`), 404, 'not-found');
    });

    it('reads what was encrypted to an earlier key, and nothing of another receiver', async () => {
      const { dataFolder } = await get().createPlace();
      const file = join(dataFolder, 'encryption-keys.json');
      const earlier = await openEncryptionKeys(file);
      await addEncryptionKey(file);
      const record = createRecord();
      const jwe = await encrypt(record, earlier.publicKey);
      assertProblem(await postEncrypted(address, record.id, jwe), 422, 'unreadable-record');

      const rotated = await get().serve({ decrypter: await openEncryptionKeys(file) });
      const newest = await fetchEncryptionKey(rotated.address);
      assert.notEqual(newest.kid, (earlier.publicKey as JWK).kid);
      assert.equal((await postEncrypted(rotated.address, record.id, jwe)).status, 201);
      const next = createRecord();
      const answer = await postEncrypted(rotated.address, next.id, await encrypt(next, newest));
      assert.equal(answer.status, 201, answer.text);
      await rotated.close();
    });

    it('refuses to read it when it is not encrypted by the contract', async () => {
      const record = createRecord();
      const headers: Partial<CompactJWEHeaderParameters>[] = [
        { alg: 'ECDH-ES+A256KW' },
        { enc: 'A128GCM' },
        { enc: 'A256CBC-HS512' },
        { kid: 'another' },
        { kid: '__proto__' },
        { cty: 'JWT' },
        { zip: 'DEF' },
      ];
      const jwes = await Promise.all(headers.map((header) => encrypt(record, key, header)));
      const { privateKey } = await generateKeyPair('ES256');
      const jws = await new CompactSign(Buffer.from(JSON.stringify(record)))
        .setProtectedHeader({ alg: 'ES256' })
        .sign(privateKey);
      const valid = await encrypt(record, key);
      const padded = valid.replace(/\./g, '=.');
      for (const jwe of [...jwes, jws, '....', 'x', '', `${valid} `, padded, JSON.stringify(record)]) {
        assertProblem(await postEncrypted(address, record.id, jwe), 422, 'unreadable-record');
      }
      assertProblem(await request(address, `/api/signatures/${record.id}`), 404, 'not-found');
      assert.equal((await postEncrypted(address, record.id, valid)).status, 201);
    });

    it('takes a record of 64 KiB, and no more', async () => {
      const pad = (text: string, size: number) => text + ' '.repeat(size - Buffer.byteLength(text));
      const record = createRecord();
      const text = JSON.stringify(record);
      for (const [size, status] of [
        [65_536, 201],
        [65_537, 413],
        [100_000, 413],
      ] as const) {
        const answer = await postEncrypted(address, record.id, await encrypt(pad(text, size), key));
        assert.equal(answer.status, status, answer.text);
        if (status === 413) assertProblem(answer, 413, 'payload-too-large');
      }
      // Refused by its size, before anything is decrypted.
      assertProblem(await postEncrypted(address, record.id, 'x'.repeat(100_000)), 413, 'payload-too-large');
    });

    it('never fails, nor makes a row, whatever arrives in its place', async () => {
      const record = createRecord();
      const valid = await encrypt(record, key);
      const rows = await get().countRows();
      const altered = fc
        .record({ at: fc.nat(valid.length - 1), to: fc.string({ minLength: 0, maxLength: 2 }) })
        .map(({ at, to }) => valid.slice(0, at) + to.replace(/[^\x20-\x7e]/g, '') + valid.slice(at + 1))
        .filter((jwe) => jwe !== valid);
      const header = fc
        .record({
          alg: fc.constantFrom('ECDH-ES', 'dir', 'none', 'PBES2-HS256+A128KW'),
          enc: fc.constantFrom('A256GCM', 'A128GCM', ''),
          kid: fc.constantFrom(key.kid!, '', 1),
          cty: fc.constantFrom('charter-signature+json', 1),
          epk: fc.oneof(
            fc.constant({ kty: 'EC', crv: 'P-256', x: key.x, y: key.y }),
            fc.constant({ kty: 'EC', crv: 'P-256', x: key.y, y: key.x }),
            fc.jsonValue({ maxDepth: 1 }),
          ),
          extra: fc.jsonValue({ maxDepth: 1 }),
        })
        .map((value) => `${Buffer.from(JSON.stringify(value)).toString('base64url')}..AAAA.AAAA.AAAA`);
      const parts = fc.array(fc.base64String(), { minLength: 4, maxLength: 6 }).map((all) => all.join('.'));
      await fc.assert(
        fc.asyncProperty(fc.oneof(altered, header, parts, fc.string()), async (jwe) => {
          assertProblem(await postEncrypted(address, record.id, jwe), 422, 'unreadable-record');
        }),
        { seed, numRuns: 300 },
      );
      assert.equal(await get().countRows(), rows);
    });
  });

  describe('an encrypted record and who is signed in', () => {
    let address: string;
    let close: () => Promise<void>;
    let key: JWK;
    before(async () => {
      ({ address, close } = await get().serve({
        trustedProxies: trustProxies(['127.0.0.1']),
        identityHeaders: { id: 'x-remote-user', name: 'x-remote-name', department: 'x-remote-department' },
        requireIdentity: true,
      }));
      key = await fetchEncryptionKey(address);
    });
    after(() => close());

    const as = (id: string, name?: string, department?: string) => ({
      'X-Remote-User': id,
      ...(department !== undefined && { 'X-Remote-Department': encodeURIComponent(department) }),
      ...(name !== undefined && { 'X-Remote-Name': encodeURIComponent(name) }),
    });
    const cases: [signer: Signer, headers: Record<string, string>, status: number][] = [
      [{ name: 'Zoë Lefèvre', id: 'zlefevre' }, as('zlefevre'), 201],
      [{ name: 'Zoë Lefèvre', id: ' zlefevre ' }, as('zlefevre', 'Zoé L.'), 201],
      [{ name: 'Zoë Lefèvre', id: 'zlefevre' }, as('ZLefevre'), 403],
      [{ name: 'Zoë Lefèvre', id: 'zlefevre' }, as('bob', 'Zoë Lefèvre'), 403],
      [{ name: 'zoë  LEFÈVRE'.normalize('NFD') }, as('zlefevre', 'Zoë Lefèvre'), 201],
      [{ name: 'Zoë Lefèvre' }, as('bob', 'Bob'), 403],
      // People share names: the department tells them apart.
      [{ name: 'Zoë Lefèvre', department: 'cardiologie' }, as('zlefevre', 'Zoë Lefèvre', 'Cardiologie'), 201],
      [{ name: 'Zoë Lefèvre', department: 'Cardiologie' }, as('zlefevre2', 'Zoë Lefèvre', 'Urgences'), 403],
      [{ name: 'Zoë Lefèvre' }, as('zlefevre', 'Zoë Lefèvre', 'Cardiologie'), 201],
      // What a person may write now is not enough for one that waited.
      [{ name: 'Lefèvre Zoë' }, as('zlefevre', 'Zoë Lefèvre'), 403],
      // Nothing to compare with.
      [{ name: 'Zoë Lefèvre' }, as('zlefevre'), 403],
      [{ name: 'zlefevre' }, as('zlefevre'), 403],
      [{ name: 'Zoë Lefèvre' }, {}, 401],
    ];
    for (const [signer, headers, status] of cases) {
      it(`is ${status} for ${JSON.stringify(signer)} under ${JSON.stringify(headers)}`, async () => {
        const record = createRecord(guide, { signer });
        const answer = await postEncrypted(address, record.id, await encrypt(record, key), headers);
        assert.equal(answer.status, status, answer.text);
        const rows = await get().client.query('select identity_id from charter_signatures where id = $1', [
          record.id,
        ]);
        assert.deepEqual(
          rows.map((row) => ({ ...row })),
          status === 201 ? [{ identity_id: headers['X-Remote-User'] }] : [],
        );
        if (status === 403) assertProblem(answer, 403, 'other-signer');
      });
    }

    it('gives no receipt of an earlier record to somebody else', async () => {
      const record = createRecord(guide, { signer: { name: 'Zoë Lefèvre', id: 'zlefevre' } });
      const jwe = await encrypt(record, key);
      assert.equal((await postEncrypted(address, record.id, jwe, as('zlefevre'))).status, 201);
      assertProblem(await postEncrypted(address, record.id, jwe, as('bob')), 403, 'other-signer');
      assert.equal((await postEncrypted(address, record.id, jwe, as('zlefevre'))).status, 200);
    });
  });
}
