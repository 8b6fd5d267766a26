import pg from 'pg';
import { DatabaseUnavailableError, mayBeTakenLater, sqlState } from './sql-client.ts';
import type { SQLClient } from './sql-client.ts';

/** Connects to a PostgreSQL server, or to any engine that speaks its protocol. Connections are made when needed. */
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
    statement_timeout: 10_000,
    query_timeout: 12_000,
  });
  // An idle connection was lost. The pool has dropped it, and the next statement opens another.
  pool.on('error', () => undefined);

  async function ask<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (cause) {
      const state = sqlState(cause);
      // No SQLSTATE: the connection failed, timed out or was cut, so the server said nothing.
      if (state !== undefined && !mayBeTakenLater(state)) throw cause;
      throw new DatabaseUnavailableError(`The PostgreSQL server cannot be asked${because(cause)}`, { cause });
    }
  }

  return {
    engine: 'postgresql',
    query: async <Row extends object>(text: string, values: readonly unknown[] = [], name?: string) =>
      (await ask(() => pool.query<Row>({ text, values: [...values], ...(name !== undefined && { name }) })))
        .rows,
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
