/** The little that the store asks of a database: PostgreSQL through `pg`, or the embedded one. */
export interface SQLClient {
  readonly engine: 'postgresql' | 'pglite';
  /**
   * Runs one statement with `$1`… parameters.
   *
   * @param name - Of a statement that is run often: a connection then parses it once. One name, one statement.
   * @throws DatabaseUnavailableError when the database cannot be asked now; the engine's own error, with its SQLSTATE
   *   in `code`, when it refuses the statement.
   */
  query<Row extends object>(statement: string, values?: readonly unknown[], name?: string): Promise<Row[]>;
  /** Runs several statements without parameters, however long it takes: all of them or none. */
  run(script: string): Promise<void>;
  close(): Promise<void>;
}

/** The database cannot be asked now; it may be a moment later. */
export class DatabaseUnavailableError extends Error {
  override readonly name = 'DatabaseUnavailableError';
}

/** The SQLSTATE of an error that the database itself answered; nothing for a lost connection. */
export function sqlState(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && 'severity' in (error as object)
    ? code
    : undefined;
}

// By SQLSTATE class: connection lost, sign-in refused, no such database, too many connections or disk full,
// shut down, system error, transaction to retry; and a standby that only reads.
const unavailable = /^(08|28|3D|53|57|58|40)|^25006$/;

/** Whether a statement may be taken later although it was refused now: nothing is wrong with the statement itself. */
export function mayBeTakenLater(state: string): boolean {
  return unavailable.test(state);
}
