import pg from 'pg';
import { DatabaseUnavailableError, isOfDatabase, sqlState } from './sql-client.ts';
import type { SQLClient } from './sql-client.ts';

/** Milliseconds that the server may take for a statement. */
const statementTimeout = 10_000;

/**
 * Connects to a PostgreSQL server, or to any engine that speaks its protocol. Connections are made when needed.
 *
 * A pooler may stand between (PgBouncer in transaction mode), which gives each transaction another session: nothing is asked
 * of a session that outlives its transaction, neither settings nor prepared statements, and nothing but what every pooler
 * knows is asked for at start-up.
 */
export function openPostgreSQL(connectionString: string): SQLClient {
  const connection = {
    connectionString,
    application_name: 'charter-receiver',
    connectionTimeoutMillis: 3_000,
    keepAlive: true,
  };
  const pool = new pg.Pool({
    ...connection,
    max: 10,
    idleTimeoutMillis: 30_000,
    query_timeout: statementTimeout + 2_000,
    // A whole transaction is sent at once, and takes no more time on the way than a statement.
    pipeline: true,
  });
  // A connection was lost: an idle one, which the pool has dropped, or one whose statements fail for it.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));

  async function ask<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (cause) {
      const state = sqlState(cause);
      // No SQLSTATE: the connection failed, timed out or was cut, so the server said nothing.
      if (state !== undefined && !isOfDatabase(state)) throw cause;
      throw new DatabaseUnavailableError(`The PostgreSQL server cannot be asked${because(cause)}`, { cause });
    }
  }

  async function transact<Row extends object>(
    text: string,
    values: readonly unknown[],
    end: 'commit' | 'rollback',
  ): Promise<Row[]> {
    const client = await pool.connect();
    const [begun, answer, ended] = await Promise.allSettled([
      client.query(`begin; set local statement_timeout = ${statementTimeout}`),
      client.query<Row>({ text, values: [...values] }),
      client.query(end),
    ]);
    const failed = [begun, answer, ended].find((result) => result.status === 'rejected');
    // Of a connection that was lost, the pool is told.
    client.release(failed !== undefined && sqlState(failed.reason) === undefined);
    if (failed) throw failed.reason;
    return answer.status === 'fulfilled' ? answer.value.rows : [];
  }

  return {
    engine: 'postgresql',
    query: <Row extends object>(text: string, values: readonly unknown[] = []) =>
      ask(() => transact<Row>(text, values, 'commit')),
    rehearse: <Row extends object>(text: string, values: readonly unknown[] = []) =>
      ask(() => transact<Row>(text, values, 'rollback')),
    run: (script) =>
      // A connection of its own, without the limits on time: counting many signatures anew takes a while.
      ask(async () => {
        const client = new pg.Client(connection);
        try {
          await client.connect();
          await client.query(script);
        } finally {
          await client.end();
        }
      }),
    close: async () => {
      if (!pool.ended) await pool.end();
    },
  };
}

function because(cause: unknown): string {
  const { message = '', code } = cause as { message?: string; code?: string };
  return message || code ? `: ${message || code}` : '';
}
