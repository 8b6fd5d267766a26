import { StoreUnavailableError } from '../domain/store.ts';

/** The little that the store asks of a database: PostgreSQL through `pg`, or the embedded one. */
export interface SQLClient {
  readonly engine: 'postgresql' | 'pglite';
  /**
   * Runs one statement with `$1`… parameters, in a transaction of its own.
   *
   * @throws DatabaseUnavailableError when the database cannot be asked now; the engine's own error, with its SQLSTATE
   *   in `code`, when it refuses the statement.
   */
  query<Row extends object>(statement: string, values?: readonly unknown[]): Promise<Row[]>;
  /** The same in a transaction that is rolled back: nothing of it stays. */
  rehearse<Row extends object>(statement: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Runs several statements without parameters, however long it takes: all of them or none. */
  run(script: string): Promise<void>;
  close(): Promise<void>;
}

/** The database cannot be asked now; it may be a moment later. */
export class DatabaseUnavailableError extends StoreUnavailableError {
  override readonly name = 'DatabaseUnavailableError';

  constructor(message: string, options: ErrorOptions = {}) {
    // A server that refuses a row may still give those that it has.
    super(message, { ...options, isLost: sqlState(options.cause) === undefined });
  }
}

/** The SQLSTATE of an error that the database itself answered; nothing for a lost connection. */
export function sqlState(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && 'severity' in (error as object)
    ? code
    : undefined;
}

/**
 * SQLSTATE classes, and codes of other classes, that say nothing against the statement itself (PostgreSQL's appendix A).
 */
const unavailable = new Set([
  ...['08', '28', '3D'], // connection lost; sign-in refused; no such database
  ...['25006', '25P02', '25P03'], // a standby that only reads; a transaction that had failed, or was idle for too long
  ...['40'], // a transaction to retry
  ...['26', '42P05'], // a pooler that mixes up prepared statements
  ...['53', '57', '58'], // too many connections, disk full; shut down, cancelled; system error
  ...['55006', '55P03'], // locked by somebody else
]);

/** Whether a statement may be taken later although it was refused now: nothing is wrong with the statement itself. */
export function mayBeTakenLater(state: string): boolean {
  return unavailable.has(state) || unavailable.has(state.slice(0, 2));
}
