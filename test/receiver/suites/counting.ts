import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { openPostgreSQL } from '../../../receiver/store/postgresql-client.ts';
import { countRows, readCounts } from '../../../receiver/store/coverage.ts';
import { SignatureStore } from '../../../receiver/store/signature-store.ts';
import type { NewSignature } from '../../../receiver/domain/store.ts';
import type { SQLClient } from '../../../receiver/store/sql-client.ts';
import { canonicalForm, digestDocument } from '../../../src/charter/index.ts';
import type { SignatureRecord } from '../../../src/signature/index.ts';
import type { EngineUnderTest } from '../support/each-store.ts';
import { ownError } from '../support/own-error.ts';
import { createRecord } from '../support/records.ts';
import { seed } from '../support/seed.ts';

/** Few of everything, so that people sign several times, from several departments and at the same instant. */
const signing = fc.record({
  person: fc.constantFrom('Ana', 'Bob', 'Cy'),
  department: fc.constantFrom('A', 'B', undefined),
  version: fc.constantFrom('1', '2'),
  declines: fc.boolean(),
  second: fc.integer({ min: 0, max: 3 }),
  /** The record with this number before it is sent again. */
  again: fc.option(fc.nat(20), { nil: undefined, freq: 8 }),
  /** By which of two receivers. */
  receiver: fc.nat(1),
  /** Whether those before it are waited for. */
  waits: fc.boolean(),
});

/** The counts that the database keeps are those that its rows give. */
export function countingSuite(get: () => EngineUnderTest): void {
  describe('the counts of the database', () => {
    let client: SQLClient;
    let stores: SignatureStore[];
    before(async () => {
      const { createPlace, open } = get();
      const place = await createPlace();
      const { client: first, store } = await open(place);
      client = first;
      // The embedded engine has one connection.
      stores = [store, place.databaseURL ? (await open(place)).store : store];
    });

    const assertExact = async (charter: string, versions = ['1', '2']) => {
      for (const version of versions) {
        const counted = await countRows(client, charter, version);
        assert.deepEqual(await readCounts(client, charter, version), counted, `${charter} ${version}`);
      }
    };

    it('are those of the rows, whoever signs what and when', async () => {
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(signing, { minLength: 1, maxLength: 30 }), async (signings) => {
          const charter = `counted-${++run}`;
          const made: NewSignature[] = [];
          const adding: Promise<boolean>[] = [];
          for (const { person, department, version, declines, second, again, receiver, waits } of signings) {
            const signature =
              made[again ?? made.length] ??
              (await createSignature({
                charter: { id: charter, version },
                signer: { name: 'x', id: person, ...(department && { department }) },
                ...(declines && { decision: 'declined', reason: 'no' }),
                receivedAt: new Date(second * 1000).toISOString(),
              }));
            made.push(signature);
            adding.push(stores[receiver]!.add(signature));
            if (waits) await Promise.all(adding.splice(0));
          }
          await Promise.all(adding);
          await assertExact(charter);
        }),
        { seed, numRuns: 60 },
      );
    });

    it('are made from the rows of a database that had none', async () => {
      const { createPlace, open } = get();
      const place = await createPlace();
      const { client: old, store } = await open(place);
      for (const person of ['Ana', 'Bob', 'Ana']) {
        const signer = { name: 'x', id: person, department: 'A' };
        await store.add(await createSignature({ charter: { id: 'old', version: '1' }, signer }));
      }
      const expected = [{ department: 'A', accepted: 2, declined: 0 }];
      assert.deepEqual(await readCounts(old, 'old', '1'), expected);
      await old.run(
        `drop function charter_count_added, charter_count_changed, charter_count_anew cascade;
         drop table charter_latest_decisions, charter_department_counts`,
      );
      const migrated = await SignatureStore.open(old);
      assert.equal(migrated.hasCounts, true);
      assert.deepEqual((await migrated.countByDepartment('old', '1', 10)).departments, expected);
    });

    it('are ordered anew where an earlier version of the receiver went by its clock', async () => {
      const { createPlace, open } = get();
      const place = await createPlace();
      const { client: old, store } = await open(place);
      const decide = async (to: SignatureStore, receivedAt: string, decision?: 'declined') => {
        const signer = { name: 'x', id: 'Ana', department: 'A' };
        const charter = { id: 'ordered', version: '1' };
        const refusal = decision && { decision, reason: 'no' };
        await to.add(await createSignature({ charter, signer, receivedAt, ...refusal }));
      };
      await decide(store, '2026-01-02T00:00:00Z', 'declined');
      await decide(store, '2026-01-01T00:00:00Z');
      await old.run(
        `alter table charter_signatures drop column position;
         alter table charter_latest_decisions drop column position`,
      );
      const migrated = await SignatureStore.open(old);
      assert.equal(migrated.hasCounts, true);
      const count = () => readCounts(old, 'ordered', '1');
      assert.deepEqual(await count(), [{ department: 'A', accepted: 1, declined: 0 }]);
      await decide(migrated, '2025-01-01T00:00:00Z', 'declined');
      assert.deepEqual(await count(), [{ department: 'A', accepted: 0, declined: 1 }]);
      assert.deepEqual(await countRows(old, 'ordered', '1'), await count());
    });

    it('follow an administrator who deletes rows when their time is over', async () => {
      for (const person of ['Ana', 'Bob']) {
        const signer = { name: 'x', id: person };
        await stores[0]!.add(await createSignature({ charter: { id: 'ended', version: '1' }, signer }));
      }
      const script = await readFile(
        new URL('../../../receiver/store/append-only.sql', import.meta.url),
        'utf8',
      );
      await client.run(
        `drop trigger charter_signatures_no_change on charter_signatures;
         delete from charter_signatures where charter_id = 'ended' and signer_key = 'id:Ana';
         ${script}`,
      );
      await assertExact('ended', ['1']);
      assert.deepEqual(await readCounts(client, 'ended', '1'), [
        { department: null, accepted: 1, declined: 0 },
      ]);
    });
  });

  describe('signatures that arrive together', () => {
    it('are one row and one addition for an id that comes twice', async () => {
      const { store } = get();
      const signature = await createSignature({});
      const others = await Promise.all(Array.from({ length: 5 }, () => createSignature({})));
      const added = await Promise.all(
        [signature, ...others, { ...signature }, signature].map((each) => store.add(each)),
      );
      assert.deepEqual(added, [true, true, true, true, true, true, false, false]);
    });

    it('are added although one of them cannot be', async () => {
      const { store } = get();
      const bad = await createSignature({ signer: { name: 'A\0B' } });
      const good = await Promise.all(Array.from({ length: 5 }, () => createSignature({})));
      const [refused, ...others] = await Promise.allSettled([bad, ...good].map((each) => store.add(each)));
      assert.equal(refused!.status, 'rejected');
      assert.deepEqual(
        others.map((result) => result.status === 'fulfilled' && result.value),
        [true, true, true, true, true],
      );
    });
  });
}

/** What only a server shows: a role that may not count, and one that tries to lead the counting astray. */
export function countingRoleSuite(get: () => EngineUnderTest): void {
  describe('a role that may add signatures', () => {
    it('has them counted without a right on the counts, and reads them when it may', async () => {
      const { createPlace, open } = get();
      const place = await createPlace();
      const { client: owner } = await open(place);
      await owner.run(
        `create role adder login;
         grant select, insert on charter_signatures, charter_documents to adder;
         revoke create on schema public from public`,
      );
      const databaseURL = place.databaseURL!.replace('postgres@', 'adder@');
      const { client, store } = await open({ ...place, databaseURL });
      assert.equal(store.hasCounts, false);
      // Tables of its own under the same names are not those that are counted in.
      await client.query('create temp table charter_department_counts (like charter_signatures)');
      const signer = { name: 'x', department: 'A' };
      await store.add(await createSignature({ charter: { id: 'adder', version: '1' }, signer }));
      const expected = [{ department: 'A', accepted: 1, declined: 0 }];
      assert.deepEqual(await readCounts(owner, 'adder', '1'), expected);
      assert.deepEqual((await store.countByDepartment('adder', '1', 10)).departments, expected);

      await owner.query('grant select on charter_department_counts to adder');
      const other = openPostgreSQL(databaseURL);
      const reading = await SignatureStore.open(other);
      assert.equal(reading.hasCounts, true);
      assert.deepEqual((await reading.countByDepartment('adder', '1', 10)).departments, expected);
      for (const change of [
        'update charter_department_counts set accepted = 9',
        'select charter_count_anew()',
      ])
        await assert.rejects(ownError(other.query(change)), { code: '42501' });
      await other.close();
    });
  });
}

interface Given {
  readonly charter?: Pick<SignatureRecord['charter'], 'id' | 'version'>;
  readonly signer?: SignatureRecord['signer'];
  readonly decision?: 'declined';
  readonly reason?: string;
  readonly receivedAt?: string;
}

/** A signature as the receiver adds it. */
async function createSignature({ charter, receivedAt, ...given }: Given): Promise<NewSignature> {
  const made = createRecord();
  const record = { ...made, ...given, charter: { ...made.charter, ...charter } } as SignatureRecord;
  return {
    record,
    canonicalRecord: canonicalForm(record),
    recordDigest: await digestDocument(record),
    receivedAt: receivedAt ?? new Date().toISOString(),
    receipt: 'receipt',
  };
}
