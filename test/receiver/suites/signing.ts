import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { digestDocument } from '../../../src/charter/index.ts';
import { verifyReceipt } from '../../../src/signature/index.ts';
import type { JSONWebKeySet, Receipt, SignatureRecord } from '../../../src/signature/index.ts';
import type { EngineUnderTest } from '../support/each-store.ts';
import {
  createRecord,
  englishGuide,
  guide,
  loadEarlierLibrary,
  oldGuide,
  visits,
} from '../support/records.ts';
import { assertProblem, pointersOf, post, readBack, request, sign } from '../support/requests.ts';

/** The rows of the contract's table, one by one. */
export function signingSuite(get: () => EngineUnderTest): void {
  describe('POST /api/signatures', () => {
    let address: string;
    let close: () => Promise<void>;
    before(async () => ({ address, close } = await get().serve()));
    after(() => close());

    it('records a signature: 201, where it is, and a receipt that verifies', async () => {
      const record = createRecord();
      const before = Date.now();
      const answer = await post(address, record);
      assert.equal(answer.status, 201, answer.text);
      assert.equal(answer.headers.get('location'), `/api/signatures/${record.id}`);
      assert.equal(answer.headers.get('cache-control'), 'no-store');
      assert.deepEqual(Object.keys(answer.body).sort(), ['id', 'receipt', 'receivedAt', 'recordDigest']);
      const receipt = answer.body as unknown as Receipt;
      assert.equal(receipt.id, record.id);
      assert.equal(receipt.recordDigest, await digestDocument(record));
      assert.ok(Date.parse(receipt.receivedAt) >= before && Date.parse(receipt.receivedAt) <= Date.now());

      const keys = (await request(address, '/.well-known/jwks.json')).body as unknown as JSONWebKeySet;
      const claims = await verifyReceipt(receipt, record, keys);
      assert.deepEqual(claims, {
        id: record.id,
        recordDigest: receipt.recordDigest,
        receivedAt: receipt.receivedAt,
        charter: record.charter,
      });
      const altered = { ...record, signer: { name: 'Someone Else' } };
      await assert.rejects(verifyReceipt(receipt, altered, keys), { fault: 'mismatch' });
    });

    it('answers a replay with 200 and the receipt of the first time', async () => {
      const record = createRecord();
      const first = await post(address, record);
      const reordered = JSON.stringify(Object.fromEntries(Object.entries(record).reverse()), null, 2);
      const again = await post(address, reordered, { 'Idempotency-Key': `"${record.id}"` });
      assert.equal(again.status, 200, again.text);
      assert.deepEqual(again.body, first.body);
      assert.equal(again.headers.get('location'), first.headers.get('location'));
    });

    it('answers a replay with 200 also when the charter has a newer version since', async () => {
      const all = await get().serve();
      const older = await get().serve({ charters: await loadEarlierLibrary() });
      const record = createRecord(oldGuide);
      const receipt = await sign(older.address, record);
      const again = await post(all.address, record);
      assert.equal(again.status, 200, again.text);
      assert.deepEqual(again.body, receipt);
      await Promise.all([older.close(), all.close()]);
    });

    it('refuses another body under the same id', async () => {
      const record = createRecord();
      const receipt = await sign(address, record);
      const answer = await post(address, { ...record, signer: { name: 'Someone Else' } });
      assertProblem(answer, 422, 'idempotency-mismatch');
      const { body } = await readBack(address, receipt);
      assert.deepEqual(body['record'], JSON.parse(JSON.stringify(record).normalize('NFC')));
    });

    it('takes the Idempotency-Key quoted or not, and with parameters', async () => {
      for (const write of [(id: string) => `"${id}"`, (id: string) => id, (id: string) => `"${id}";v=1`]) {
        const record = createRecord();
        await sign(address, record, { 'Idempotency-Key': write(record.id) });
      }
    });

    it('wants an Idempotency-Key, and the id of the record in it', async () => {
      const record = createRecord();
      assertProblem(await post(address, record, { 'Idempotency-Key': '' }), 400, 'idempotency-key-missing');
      assertProblem(await post(address, record, { 'Idempotency-Key': '""' }), 400, 'idempotency-key-missing');
      const other = { 'Idempotency-Key': `"${crypto.randomUUID()}"` };
      assertProblem(await post(address, record, other), 422, 'idempotency-key-mismatch');
      assertProblem(await request(address, `/api/signatures/${record.id}`), 404, 'not-found');
    });

    it('answers 409 to an older version, and says which one to sign', async () => {
      const answer = await post(address, createRecord(oldGuide));
      assertProblem(answer, 409, 'charter-outdated');
      const current = answer.body['current'] as { href: string };
      const { digest } = guide;
      assert.deepEqual(current, { id: 'guide', version: '2.0.0', locale: 'fr', digest, href: current.href });
      const document = await request(address, current.href);
      assert.equal(await digestDocument(document.body), digest);
    });

    it('knows only the charters, versions and locales that it keeps', async () => {
      const { charter } = createRecord();
      for (const change of [{ id: 'other' }, { version: '2.0.1' }, { version: 'two' }, { locale: 'de' }]) {
        const record = { ...createRecord(), charter: { ...charter, ...change } };
        assertProblem(await post(address, record), 422, 'unknown-charter');
      }
    });

    it('computes the digest of the charter over its own copy', async () => {
      const record = createRecord({ ...guide, digest: englishGuide.digest });
      assertProblem(await post(address, record), 422, 'digest-mismatch');
    });

    it('wants the required statements of the charter, in its words, and practices that it has', async () => {
      const record = createRecord(guide, { practices: ['blur', 'fly', 'blur'], statementIds: ['commit'] });
      const [commit] = record.statements;
      const statements = [commit, { id: 'news', text: 'Anything' }, commit, { id: 'sing', text: 'La la' }];
      const answer = await post(address, { ...record, statements });
      assertProblem(answer, 422, 'invalid-record');
      assert.deepEqual(pointersOf(answer), [
        '/statements/1/text',
        '/statements/2/id',
        '/statements/3/id',
        '/statements',
        '/practices/1',
        '/practices/2',
      ]);
    });

    it('needs neither optional statements nor practices, and compares texts in NFC', async () => {
      const record = createRecord(guide, { statementIds: ['read', 'commit'] });
      await sign(address, record);
      const decomposed = JSON.parse(JSON.stringify(createRecord()).normalize('NFD')) as SignatureRecord;
      const receipt = await sign(address, decomposed);
      assert.equal(receipt.recordDigest, await digestDocument(decomposed));
      await sign(address, createRecord(visits));
    });

    it('records a refusal with its reason, without statements', async () => {
      await sign(address, createRecord(guide, { reason: 'Je ne suis pas d’accord.', statementIds: [] }));
      const { reason: _, ...without } = createRecord(guide, { reason: 'x' }) as { reason?: string };
      assert.deepEqual(pointersOf(await post(address, without)), ['/reason']);
    });

    it('names every fault of a record by JSON Pointer', async () => {
      const record = createRecord();
      const wrong = { ...record, signer: { name: ' ', 'a/b~c': 1 }, signedAt: 'yesterday', ip: '10.0.0.1' };
      const answer = await post(address, wrong);
      assertProblem(answer, 422, 'invalid-record');
      assert.deepEqual(pointersOf(answer).sort(), ['/ip', '/signedAt', '/signer/a~1b~0c', '/signer/name']);
    });

    it('refuses a record signed more than ten minutes in the future', async () => {
      const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
      assertProblem(
        await post(address, { ...createRecord(), signedAt: inMinutes(11) }),
        422,
        'signed-in-the-future',
      );
      await sign(address, { ...createRecord(), signedAt: inMinutes(9) });
    });

    it('stores one row of 200 posts of one record at once', async () => {
      const record = createRecord();
      const answers = await Promise.all(Array.from({ length: 200 }, () => post(address, record)));
      const statuses = answers.map(({ status }) => status);
      assert.equal(statuses.filter((status) => status === 201).length, 1, statuses.join(' '));
      assert.equal(statuses.filter((status) => status === 200).length, 199);
      assert.equal(new Set(answers.map(({ text }) => text)).size, 1);
      const rows = await get().client.query('select 1 from charter_signatures where id = $1', [record.id]);
      assert.equal(rows.length, 1);
    });

    it('records one of many different bodies posted at once under one id', async () => {
      const record = createRecord();
      const bodies = Array.from({ length: 30 }, (_, index) => ({
        ...record,
        signer: { name: `Person ${index}` },
      }));
      const answers = await Promise.all(bodies.map((body) => post(address, body)));
      assert.equal(answers.filter(({ status }) => status === 201).length, 1);
      for (const answer of answers.filter(({ status }) => status !== 201)) {
        assertProblem(answer, 422, 'idempotency-mismatch');
      }
    });
  });
}
