import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { SignatureStore } from '../../../receiver/store/signature-store.ts';
import type { SQLClient } from '../../../receiver/store/sql-client.ts';
import { readCharter } from '../../../src/charter/index.ts';
import type { EngineUnderTest } from '../support/each-store.ts';
import { ownError } from '../support/own-error.ts';
import { createRecord, guide } from '../support/records.ts';
import { post, sign } from '../support/requests.ts';

/** What the tables refuse to whoever reaches the database. */
export function appendOnlySuite(get: () => EngineUnderTest): void {
  describe('the tables', () => {
    let client: SQLClient;
    let address: string;
    let close: () => Promise<void>;
    before(async () => {
      client = get().client;
      ({ address, close } = await get().serve());
    });
    after(() => close());

    it('refuse UPDATE, DELETE and TRUNCATE of signatures', async () => {
      const { id } = await sign(address, createRecord());
      const before = await readRow(client, id);
      const changes = [
        `update charter_signatures set decision = 'declined' where id = '${id}'`,
        `update charter_signatures set department = 'Elsewhere'`,
        `delete from charter_signatures where id = '${id}'`,
        'delete from charter_signatures',
        'truncate charter_signatures',
        'truncate charter_signatures, charter_documents cascade',
        `insert into charter_signatures overriding user value select * from charter_signatures where id = '${id}'
         on conflict (id) do update set receipt = 'x'`,
      ];
      for (const change of changes)
        await assert.rejects(ownError(client.query(change)), /append-only/, change);
      assert.deepEqual(await readRow(client, id), before);
    });

    it('refuse UPDATE, DELETE and TRUNCATE of the texts that were signed', async () => {
      const { store } = get();
      await store.keepDocument({ ...guide, text: JSON.stringify(guide.charter), file: 'guide' });
      const changes = [
        `update charter_documents set document = '{}'`,
        'delete from charter_documents',
        'truncate charter_documents',
      ];
      for (const change of changes)
        await assert.rejects(ownError(client.query(change)), /append-only/, change);
    });

    it('take a decision that the contract names, and no other', async () => {
      const { id } = await sign(address, createRecord());
      const columns = (
        await client.query<{ name: string }>(
          `select column_name as name from information_schema.columns
         where table_name = 'charter_signatures' and column_name not in ('id', 'decision', 'position')`,
        )
      )
        .map(({ name }) => name)
        .join(', ');
      await assert.rejects(
        client.query(
          `insert into charter_signatures (id, decision, ${columns})
           select $1, 'maybe', ${columns} from charter_signatures where id = $2`,
          [crypto.randomUUID(), id],
        ),
        { code: '23514' },
      );
    });

    it('keep both texts of a charter that was edited in place, and tell', async () => {
      const { store } = get();
      const edited = { ...guide.charter, id: 'edited' };
      const [first, second] = await Promise.all(
        [edited, { ...edited, title: 'Edited' }].map(async (document) => ({
          ...(await readCharter(document)),
          text: JSON.stringify(document),
          file: 'edited.json',
        })),
      );
      assert.deepEqual(await store.keepDocument(first!), []);
      assert.deepEqual(await store.keepDocument(first!), []);
      assert.deepEqual(await store.keepDocument(second!), [first!.digest]);
      const texts = await client.query<{ document: string }>(
        `select document from charter_documents where charter_id = 'edited' order by kept_since`,
      );
      assert.deepEqual(
        texts.map(({ document }) => document),
        [first!.text, second!.text],
      );
    });

    it('are left alone by a receiver that finds them complete', async () => {
      const statements: string[] = [];
      const watched: SQLClient = {
        ...client,
        query: (statement, values) => client.query(statement, values),
        run: async (script) => void statements.push(script),
      };
      await SignatureStore.open(watched);
      assert.deepEqual(statements, []);
    });
  });

  describe('without its triggers', () => {
    it('the receiver refuses to start, unless told to go on', async () => {
      const { client } = get();
      const script = await readFile(
        new URL('../../../receiver/store/append-only.sql', import.meta.url),
        'utf8',
      );
      const [name = ''] = /charter_\w+_no_truncate/.exec(script) ?? [];
      await client.query(`drop trigger ${name} on charter_signatures`);
      // An engine, or a role, that cannot make triggers.
      const limited: SQLClient = {
        ...client,
        run: () =>
          Promise.reject(Object.assign(new Error('no triggers here'), { code: '0A000', severity: 'ERROR' })),
      };
      await assert.rejects(SignatureStore.open(limited), /append-only\.sql .* ALLOW_MUTABLE_TABLE=true/);
      await SignatureStore.open(limited, { allowMutableTable: true });
      await SignatureStore.open(client);
      await assert.rejects(ownError(client.query('truncate charter_signatures')), /append-only/);
      // Enabled for replication alone, a trigger is there and refuses nothing.
      await client.query(`alter table charter_signatures enable replica trigger ${name}`);
      await assert.rejects(SignatureStore.open(limited), /append-only\.sql/);
      await SignatureStore.open(client);
      await assert.rejects(ownError(client.query('truncate charter_signatures')), /append-only/);
    });
  });
}

/** What the embedded engine cannot show, since it has one user. */
export function limitedRoleSuite(get: () => EngineUnderTest): void {
  describe('a role that may not change the tables', () => {
    it('needs no more than to read and to add, once the tables are there', async () => {
      const { createPlace, open, serve } = get();
      const place = await createPlace();
      const { client: owner } = await open(place);
      await owner.run(
        `create role receiver login;
         grant select, insert on charter_signatures, charter_documents to receiver;
         revoke create on schema public from public`,
      );
      const databaseURL = place.databaseURL!.replace('postgres@', 'receiver@');
      const { client: limited, store } = await open({ ...place, databaseURL });
      const receiver = await serve({ store });
      const record = createRecord();
      await store.keepDocument({ ...guide, text: '{}', file: 'guide' });
      await sign(receiver.address, record);
      assert.equal((await post(receiver.address, record)).status, 200);
      const triggers = 'alter table charter_signatures disable trigger all';
      await assert.rejects(ownError(limited.query(triggers)), { code: '42501' });
      await receiver.close();
    });
  });
}

async function readRow(client: SQLClient, id: string): Promise<object | undefined> {
  const [row] = await client.query('select * from charter_signatures where id = $1', [id]);
  return row;
}
