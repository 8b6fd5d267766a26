import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CharterLibrary } from '../../../receiver/domain/charters.ts';
import type { KeptCharter } from '../../../receiver/domain/charters.ts';
import { trustProxies } from '../../../receiver/http/client-address.ts';
import { readCharter } from '../../../src/charter/index.ts';
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
      documents = await Promise.all(['people', 'decisions', 'identities', 'unsigned'].map(createCharter));
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
        total: { accepted: 4, declined: 0 },
        departments: [
          // Ana's latest record says "a".
          { department: 'B', accepted: 2, declined: 0 },
          { department: 'a', accepted: 1, declined: 0 },
          { department: null, accepted: 1, declined: 0 },
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
      assert.deepEqual(total, { accepted: 2, declined: 1 });
    });

    it('believes the identity of the proxy before the posted signer', async () => {
      const record = () => createRecord(charter('identities'), { signer: { name: 'Ana', department: 'A' } });
      await sign(address, record(), { 'X-Remote-User': 'ana' });
      await sign(address, record(), { 'X-Remote-User': 'ana' });
      await sign(address, record(), { 'X-Remote-User': 'other-ana' });
      const { total } = await coverage('identities');
      assert.deepEqual(total, { accepted: 2, declined: 0 });
    });

    it('counts nobody for a version that nobody signed, by default the newest', async () => {
      const { body } = await request(address, '/api/coverage?charter=unsigned');
      const total = { accepted: 0, declined: 0 };
      assert.deepEqual(body, { charter: 'unsigned', version: '2.0.0', total, departments: [] });
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
