import { readFile } from 'node:fs/promises';
import { DatabaseUnavailableError, sqlState } from './sql-client.ts';
import type { SQLClient } from './sql-client.ts';

export interface SchemaOptions {
  /** Goes on although the engine cannot refuse changes. Rows can then be altered by whoever reaches the database. */
  readonly allowMutableTable?: boolean | undefined;
}

const tables = ['charter_signatures', 'charter_documents'];
const triggers = tables.flatMap((table) => [`${table}_no_change`, `${table}_no_truncate`]);

export interface PreparedSchema {
  /** The database counts people by department, and this role may read the counts. */
  readonly hasCounts: boolean;
  /** A commit is answered once it is on the disk of the database, and on its synchronous standby where it has one. */
  readonly awaitsCommit: boolean;
}

/**
 * Makes what is missing of `tables.sql`, `position.sql`, `append-only.sql` and `coverage.sql`. Nothing is run when all is there, so a role
 * that may only insert and select is enough from then on.
 */
export async function prepareSchema(
  client: SQLClient,
  { allowMutableTable }: SchemaOptions,
): Promise<PreparedSchema> {
  const awaitsCommit = await checkSettings(client);
  if (!(await hasTables(client))) await runScript(client, 'tables.sql', hasTables);
  if (!(await hasOrder(client))) await runScript(client, 'position.sql', hasOrder);
  if (!(await refusesChanges(client))) await refuseChanges(client, allowMutableTable);
  return { hasCounts: (await keepsCounts(client)) || (await count(client)), awaitsCommit };
}

/** Answers whether commits are waited for; throws where names cannot be kept. */
async function checkSettings(client: SQLClient): Promise<boolean> {
  const [found] = await client.query<{ encoding: string; commits: string }>(
    "select current_setting('server_encoding') as encoding, current_setting('synchronous_commit') as commits",
  );
  if (found?.encoding === 'UTF8') return client.engine === 'pglite' || !/^(off|local)$/.test(found.commits);
  throw new Error(
    `The database is encoded in ${found?.encoding}, which cannot hold every name: make one with encoding 'UTF8'.`,
  );
}

async function refuseChanges(client: SQLClient, allowMutableTable = false): Promise<void> {
  try {
    await runScript(client, 'append-only.sql', refusesChanges);
  } catch (cause) {
    if (allowMutableTable) return;
    throw new Error(
      `The triggers that refuse changes of ${tables.join(' and ')} could not be created: run ` +
        'append-only.sql of charter-receiver as the owner of the tables, or set ALLOW_MUTABLE_TABLE=true to go on ' +
        'with tables that can be altered.',
      { cause },
    );
  }
}

/** Counts the signatures that are there, and has those that come counted. Answers false where that is refused. */
async function count(client: SQLClient): Promise<boolean> {
  try {
    await runScript(client, 'coverage.sql', keepsCounts);
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    // One that does not let this role make tables or triggers, or has none, is left as it is.
    if (cause instanceof DatabaseUnavailableError && !cause.needsRepair) throw error;
    return false;
  }
  return keepsCounts(client);
}

async function runScript(
  client: SQLClient,
  name: string,
  isDone: (client: SQLClient) => Promise<boolean>,
): Promise<void> {
  const script = await readFile(new URL(name, import.meta.url), 'utf8');
  for (let attempt = 1; ; attempt++) {
    try {
      await client.run(script);
      return;
    } catch (cause) {
      // Another receiver that starts at the same time may have made them first.
      if (await isDone(client)) return;
      const state = sqlState(cause) ?? sqlState((cause as Error).cause) ?? '';
      if (attempt === 5 || !lostARace.test(state)) {
        throw new Error(
          `The database refused ${name} of charter-receiver: have its administrator run the file.`,
          { cause },
        );
      }
    }
  }
}

// Unique violation in the catalogue, transaction to retry, "tuple concurrently updated", duplicate or missing object.
const lostARace = /^(23505|40001|40P01|XX000|42P07|42710|42704)$/;

async function hasTables(client: SQLClient): Promise<boolean> {
  const found = await client.query(
    `select 1 from pg_catalog.pg_class c
     where c.oid in (to_regclass('charter_signatures'), to_regclass('charter_documents'))`,
  );
  return found.length === tables.length;
}

function hasOrder(client: SQLClient): Promise<boolean> {
  return hasPosition(client, 'charter_signatures');
}

/** A trigger that is disabled, or enabled for replication alone, refuses nothing to a session. */
async function refusesChanges(client: SQLClient): Promise<boolean> {
  const found = await client.query(
    `select 1 from pg_catalog.pg_trigger
     where tgrelid in (to_regclass('charter_signatures'), to_regclass('charter_documents'))
       and tgenabled in ('O', 'A') and tgname in ($1, $2, $3, $4)`,
    triggers,
  );
  return found.length === triggers.length;
}

async function keepsCounts(client: SQLClient): Promise<boolean> {
  const found = await client.query(
    `select 1 from pg_catalog.pg_trigger
     where tgrelid = to_regclass('charter_signatures')
       and tgenabled in ('O', 'A') and tgname in ('charter_signatures_count_added', 'charter_signatures_count_changed')
       and has_table_privilege(to_regclass('charter_department_counts'), 'select')`,
  );
  return found.length === 2 && (await hasPosition(client, 'charter_latest_decisions'));
}

/** Earlier versions of the receiver ordered signatures by its clock. */
async function hasPosition(client: SQLClient, table: string): Promise<boolean> {
  const found = await client.query(
    `select 1 from pg_catalog.pg_attribute
     where attrelid = to_regclass($1) and attname = 'position' and not attisdropped`,
    [table],
  );
  return found.length === 1;
}
