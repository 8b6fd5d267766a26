import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CharterLibrary } from '../../../receiver/domain/charters.ts';
import type { KeptCharter } from '../../../receiver/domain/charters.ts';
import { trustProxies } from '../../../receiver/http/client-address.ts';
import { countRows } from '../../../receiver/store/coverage.ts';
import { canonicalForm, readCharter } from '../../../src/charter/index.ts';
import type { Signer } from '../../../src/signature/index.ts';
import type { EngineUnderTest } from '../support/each-store.ts';
import { createRecord, guide } from '../support/records.ts';
import { assertProblem, request, sign } from '../support/requests.ts';

/** Who is counted, and where. Each test has a charter of its own, which nobody else signs. */
export function coverageSuite(get: () => EngineUnderTest): void {
  describe('GET /api/coverage', () => {
    let address: string;
    let close: () => Promise<void>;
    let documents: KeptCharter[];
    before(async () => {
      documents = await Promise.all(
        ['people', 'decisions', 'identities', 'unsigned', 'small', 'clocks', 'invented'].map(createCharter),
      );
      ({ address, close } = await get().serve({
        charters: new CharterLibrary(documents),
        trustedProxies: trustProxies(['127.0.0.1']),
      }));
    });
    after(() => close());

    const charter = (id: string) => documents.find((document) => document.charter.id === id)!;
    const coverage = async (id: string) => {
      const { status, body, text } = await request(address, `/api/coverage?charter=${id}&version=2.0.0`);
      assert.equal(status, 200, text);
      return body;
    };

    it('counts each person once, by the most precise thing that the record says', async () => {
      const signers: Signer[] = [
        { name: 'Ana', department: 'A' },
        { name: ' ANA  ', department: 'a' },
        { name: 'Ana', department: 'B' },
        { name: 'Bob', email: 'Bob@hospital.example', department: 'A' },
        { name: 'Robert', email: 'bob@hospital.example', department: 'B' },
        { name: 'Cy', id: 'X1' },
        { name: 'Cyril', id: 'X1', email: 'cy@hospital.example' },
      ];
      for (const signer of signers) await sign(address, createRecord(charter('people'), { signer }));
      assert.deepEqual(await coverage('people'), {
        charter: 'people',
        version: '2.0.0',
        threshold: 1,
        total: { accepted: 4 },
        departments: [
          // Ana's latest record says "a".
          { department: 'B', accepted: 2 },
          { department: 'a', accepted: 1 },
          { department: null, accepted: 1 },
        ],
      });
    });

    it('counts the latest decision of a person', async () => {
      const decide = (name: string, reason?: string) =>
        sign(address, createRecord(charter('decisions'), { signer: { name, department: 'A' }, reason }));
      await decide('Ana');
      await decide('Bob');
      await decide('Cy', 'no');
      await decide('Ana', 'changed my mind');
      await decide('Cy');
      const { total } = await coverage('decisions');
      assert.deepEqual(total, { accepted: 2 });
      const counts = await get().store.countByDepartment('decisions', '2.0.0', 10);
      assert.deepEqual(counts.total, { accepted: 2, declined: 1 });
    });

    it('counts the answer that was taken last, whatever the clocks of the receivers say', async () => {
      const { client, store } = get();
      const decide = async (receivedAt: string, reason?: string) => {
        const record = createRecord(charter('clocks'), { signer: { name: 'Ana', department: 'A' }, reason });
        const canonicalRecord = canonicalForm(record);
        const added = { record, canonicalRecord, recordDigest: '', receivedAt, receipt: '' };
        assert.equal(await store.add(added), true);
      };
      const ahead = new Date(Date.now() + 600_000).toISOString();
      await decide(ahead, 'no');
      await decide(new Date().toISOString());
      const expected = [{ department: 'A', accepted: 1, declined: 0 }];
      assert.deepEqual((await store.countByDepartment('clocks', '2.0.0', 10)).departments, expected);
      assert.deepEqual(await countRows(client, 'clocks', '2.0.0'), expected);
    });

    it('shows no small group, and no more lines for departments that somebody makes up', async () => {
      const { address: strict, close: end } = await get().serve({
        charters: new CharterLibrary(documents),
        coverageThreshold: 5,
      });
      const ask = async (id: string) => (await request(strict, `/api/coverage?charter=${id}`)).body;
      const add = (id: string, department: string, count: number) =>
        Promise.all(
          Array.from({ length: count }, () =>
            sign(strict, createRecord(charter(id), { signer: { name: crypto.randomUUID(), department } })),
          ),
        );
      await add('small', 'A', 4);
      assert.deepEqual(await ask('small'), {
        charter: 'small',
        version: '2.0.0',
        threshold: 5,
        departments: [],
      });
      await add('small', 'B', 6);
      await add('small', 'A', 1);
      assert.deepEqual((await ask('small'))['departments'], [
        { department: 'A', accepted: 5 },
        { department: 'B', accepted: 6 },
      ]);
      await Promise.all(Array.from({ length: 120 }, (_, made) => add('invented', `Service ${made}`, 1)));
      await end();
      const { departments, others, total } = await coverage('invented');
      assert.equal((departments as object[]).length, 100);
      assert.deepEqual([others, total], [{ accepted: 20 }, { accepted: 120 }]);
    });

    it('believes the identity of the proxy before the posted signer', async () => {
      const record = () => createRecord(charter('identities'), { signer: { name: 'Ana', department: 'A' } });
      await sign(address, record(), { 'X-Remote-User': 'ana' });
      await sign(address, record(), { 'X-Remote-User': 'ana' });
      await sign(address, record(), { 'X-Remote-User': 'other-ana' });
      const { total } = await coverage('identities');
      assert.deepEqual(total, { accepted: 2 });
    });

    it('counts nobody for a version that nobody signed, by default the newest', async () => {
      const { body } = await request(address, '/api/coverage?charter=unsigned');
      const total = { accepted: 0 };
      assert.deepEqual(body, { charter: 'unsigned', version: '2.0.0', threshold: 1, total, departments: [] });
    });

    it('knows no other charter and version', async () => {
      const unknown = [
        '',
        '?charter=other',
        '?charter=people&version=7',
        '?charter=%00',
        '?charter=people&version=%00',
      ];
      for (const query of unknown)
        assertProblem(await request(address, `/api/coverage${query}`), 404, 'not-found');
    });
  });
}

async function createCharter(id: string): Promise<KeptCharter> {
  const document = { ...guide.charter, id };
  return { ...(await readCharter(document)), text: JSON.stringify(document), file: id };
}
