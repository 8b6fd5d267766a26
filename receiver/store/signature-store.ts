import type { KeptCharter } from '../domain/charters.ts';
import type { Identity } from '../domain/identity.ts';
import type { SignatureRecord } from 'charter-elements/signature';
import { countRows, readCounts } from './coverage.ts';
import type { DepartmentCount } from './coverage.ts';
import { GroupCommit } from './group-commit.ts';
import { insertSignatures } from './insert-signatures.ts';
import { prepareSchema } from './schema.ts';
import type { PreparedSchema, SchemaOptions } from './schema.ts';
import { DatabaseUnavailableError, sqlState } from './sql-client.ts';
import type { SQLClient } from './sql-client.ts';

const divisionByZero = '22012';

/** A signature as it was recorded. */
export interface RecordedSignature {
  readonly record: SignatureRecord;
  readonly recordDigest: string;
  /** RFC 3339 in UTC, with milliseconds. */
  readonly receivedAt: string;
  /** Compact JWS. */
  readonly receipt: string;
  /** Who the hospital's proxy said was signing. */
  readonly identity?: Identity | undefined;
}

/** A signature to record. */
export interface NewSignature extends RecordedSignature {
  /** Canonical text of the record, kept as it is so that the digest can be computed again. */
  readonly canonicalRecord: string;
}

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
export class SignatureStore {
  readonly #client: SQLClient;
  /** The last row could not be added, as on a full disk, where reading goes on. */
  #isFull = false;
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
      addAll: (signatures) => this.#watch(insertSignatures(client, signatures)),
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
      'find-signature',
    );
    return row && toSignature(row);
  }

  /**
   * Records a signature, in one transaction with those that arrive at the same time. Answers once it is committed; false,
   * and changes nothing, when its id is already there.
   */
  add(signature: NewSignature): Promise<boolean> {
    return this.#groups.add(signature);
  }

  /** How many people of each department accepted or declined a version: the latest record of each counts. */
  countByDepartment(charter: string, version: string): Promise<DepartmentCount[]> {
    return (this.hasCounts ? readCounts : countRows)(this.#client, charter, version);
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

  /** @throws DatabaseUnavailableError when the database does not answer, or takes no row. */
  async check(): Promise<void> {
    await this.#client.query('select 1 from charter_signatures limit 1');
    if (this.#isFull) await this.#checkSpace();
  }

  close(): Promise<void> {
    return this.#client.close();
  }

  /** Remembers from an attempt to add rows whether there is space for them. */
  async #watch<T>(attempt: Promise<T>): Promise<T> {
    try {
      const answer = await attempt;
      this.#isFull = false;
      return answer;
    } catch (error) {
      if (error instanceof DatabaseUnavailableError) this.#isFull = true;
      throw error;
    }
  }

  /** Adds more rows than fit into a page, in a statement that fails after it has: they need space and do not stay. */
  async #checkSpace(): Promise<void> {
    const attempt = this.#client.query(
      `with added as (
         insert into charter_signatures (
           id, decision, record, record_digest, charter_id, charter_version, charter_locale, charter_digest,
           audience, signer_key, signer_name, receipt)
         select gen_random_uuid(), 'accepted', repeat('x', 1800), '', '', '', '', '', '', '', '', ''
         from generate_series(1, 8)
         returning id)
       select 1 / (count(*) - 8) from added`,
    );
    await this.#watch(attempt).catch((error: unknown) => {
      if (sqlState(error) !== divisionByZero) throw error;
      this.#isFull = false;
    });
  }
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
