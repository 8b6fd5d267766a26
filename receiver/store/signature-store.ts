import { randomUUID } from 'node:crypto';
import type { KeptCharter } from '../domain/charters.ts';
import type { NewSignature, RecordedSignature, Store } from '../domain/store.ts';
import type { SignatureRecord } from 'charter-elements/signature';
import { readCoverage } from './coverage.ts';
import { GroupCommit } from './group-commit.ts';
import { insertSignatures } from './insert-signatures.ts';
import { prepareSchema } from './schema.ts';
import type { PreparedSchema, SchemaOptions } from './schema.ts';
import { DatabaseUnavailableError } from './sql-client.ts';
import type { SQLClient } from './sql-client.ts';

interface SignatureRow {
  record: string;
  record_digest: string;
  /** Milliseconds since the epoch. As text: what a session writes of a time depends on its settings. */
  received_at: string;
  receipt: string;
  identity_id: string | null;
  identity_name: string | null;
  identity_department: string | null;
}

/** The signatures in a database, whichever engine it is. Rows are only ever added. */
export class SignatureStore implements Store {
  readonly #client: SQLClient;
  /** The last attempt to add a row succeeded. On a full disk, for instance, reading goes on. */
  #isProven = false;
  #checking: Promise<void> | undefined;
  readonly #groups: GroupCommit<NewSignature>;
  /** Whether the database itself counts people, so that coverage need not read every signature. */
  readonly hasCounts: boolean;
  /** Whether what the database says is committed is on its disk, and on its synchronous standby where it has one. */
  readonly awaitsCommit: boolean;

  private constructor(client: SQLClient, { hasCounts, awaitsCommit }: PreparedSchema) {
    this.#client = client;
    this.hasCounts = hasCounts;
    this.awaitsCommit = awaitsCommit;
    this.#groups = new GroupCommit({
      addAll: (signatures) => this.#watch(insertSignatures(client.query, signatures)),
      sizeOf: ({ canonicalRecord }) => canonicalRecord.length,
      maxItems: 64,
      maxSize: 2 ** 20,
      // The embedded engine runs one statement at a time. A server inserts one group while it writes another to its disk
      // and a third is on its way.
      maxGroups: client.engine === 'pglite' ? 1 : 3,
    });
  }

  /** Makes the tables where they are missing, and checks that they refuse changes. */
  static async open(client: SQLClient, options: SchemaOptions = {}): Promise<SignatureStore> {
    return new SignatureStore(client, await prepareSchema(client, options));
  }

  get engine(): SQLClient['engine'] {
    return this.#client.engine;
  }

  async find(id: string): Promise<RecordedSignature | undefined> {
    const [row] = await this.#client.query<SignatureRow>(
      `select record, record_digest, (extract(epoch from received_at) * 1000)::bigint::text as received_at, receipt, identity_id, identity_name, identity_department
       from charter_signatures where id = $1`,
      [id],
    );
    return row && toSignature(row);
  }

  /**
   * Records a signature, in one transaction with those that arrive at the same time. Answers once it is committed; false,
   * and changes nothing, when its id is already there.
   *
   * @throws DatabaseUnavailableError when no signature can be added; the engine's own error when it is this one that it
   *   refuses.
   */
  async add(signature: NewSignature): Promise<boolean> {
    try {
      return await this.#groups.add(signature);
    } catch (error) {
      // A constraint or a trigger that is not the receiver's: whether it refuses everybody, a signature of nobody tells.
      if (!(error instanceof DatabaseUnavailableError)) await this.#checkOnce();
      throw error;
    }
  }

  /** Those who are refused together ask once. */
  #checkOnce(): Promise<void> {
    return (this.#checking ??= this.check().finally(() => {
      this.#checking = undefined;
    }));
  }

  countByDepartment(charter: string, version: string, most: number) {
    return readCoverage(this.#client, { charter, version, hasCounts: this.hasCounts, most });
  }

  /**
   * Keeps the text of a charter for as long as the signatures that name its digest.
   *
   * @returns The other texts that were published as the same version: someone edited it in place.
   */
  async keepDocument({ charter, digest, text }: KeptCharter): Promise<string[]> {
    const { id, version, locale } = charter;
    await this.#client.query(
      `insert into charter_documents (digest, charter_id, charter_version, charter_locale, document)
       values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [digest, id, version, locale, text],
    );
    const others = await this.#client.query<{ digest: string }>(
      `select digest from charter_documents
       where charter_id = $1 and charter_version = $2 and charter_locale = $3 and digest <> $4`,
      [id, version, locale, digest],
    );
    return others.map((other) => other.digest);
  }

  /**
   * Checks that a signature could be added now, and leaves none. Rows are only rehearsed where there is a doubt: each attempt
   * leaves dead ones in the table.
   *
   * @throws DatabaseUnavailableError when the database does not answer, or takes no row.
   */
  async check(): Promise<void> {
    try {
      const [found] = await this.#client.query<{ mayAdd: boolean }>(
        `select has_table_privilege('charter_signatures', 'insert')
           and current_setting('transaction_read_only') = 'off'
           and (select count(*) from (select id from charter_signatures limit 1) as one) >= 0 as "mayAdd"`,
      );
      if (!this.#isProven || !found?.mayAdd) await this.#rehearse();
    } catch (error) {
      if (error instanceof DatabaseUnavailableError) throw error;
      throw new DatabaseUnavailableError('The database takes no signature', { cause: error });
    }
  }

  close(): Promise<void> {
    return this.#client.close();
  }

  /** Remembers from an attempt to add rows whether they can be added. */
  async #watch(attempt: Promise<boolean[]>): Promise<boolean[]> {
    try {
      const answer = await attempt;
      if (answer.includes(true)) this.#isProven = true;
      return answer;
    } catch (error) {
      this.#isProven = false;
      throw error;
    }
  }

  /** Adds more rows than fit into a page, as signatures are added, and takes them back. */
  async #rehearse(): Promise<void> {
    const rows = Array.from({ length: 8 }, () => createSample());
    await this.#watch(insertSignatures(this.#client.rehearse, rows));
  }
}

/** A signature of nobody. */
function createSample(): NewSignature {
  const id = randomUUID();
  const record: SignatureRecord = {
    schema: 'charter-signature/1',
    id,
    decision: 'accepted',
    charter: { id: '', version: '', locale: '', digest: `sha256:${'0'.repeat(64)}`, audience: 'staff' },
    signer: { name: id },
    statements: [],
    signedAt: new Date(0).toISOString(),
    component: '',
  };
  return {
    record,
    // Short enough for a row not to be compressed (2 kB).
    canonicalRecord: 'x'.repeat(1500),
    recordDigest: '',
    receivedAt: record.signedAt,
    receipt: '',
  };
}

function toSignature(row: SignatureRow): RecordedSignature {
  return {
    record: JSON.parse(row.record) as SignatureRecord,
    recordDigest: row.record_digest,
    receivedAt: new Date(Number(row.received_at)).toISOString(),
    receipt: row.receipt,
    identity:
      row.identity_id === null
        ? undefined
        : {
            id: row.identity_id,
            ...(row.identity_name !== null && { name: row.identity_name }),
            ...(row.identity_department !== null && { department: row.identity_department }),
          },
  };
}
