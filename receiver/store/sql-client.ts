import { StoreUnavailableError } from '../domain/store.ts';

/** The little that the store asks of a database: PostgreSQL through `pg`, or the embedded one. */
export interface SQLClient {
  readonly engine: 'postgresql' | 'pglite';
  /**
   * Runs one statement with `$1`… parameters, in a transaction of its own.
   *
   * @throws DatabaseUnavailableError when the database cannot be asked now, or refuses whatever the values are; the
   *   engine's own error, with its SQLSTATE in `code`, when it may be the values that it refuses.
   */
  query<Row extends object>(statement: string, values?: readonly unknown[]): Promise<Row[]>;
  /** The same in a transaction that is rolled back: nothing of it stays. */
  rehearse<Row extends object>(statement: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Runs several statements without parameters, however long it takes: all of them or none. */
  run(script: string): Promise<void>;
  close(): Promise<void>;
}

/** The database cannot be asked now; it may be a moment later, or once it was put right. */
export class DatabaseUnavailableError extends StoreUnavailableError {
  override readonly name = 'DatabaseUnavailableError';

  constructor(message: string, options: ErrorOptions = {}) {
    const state = sqlState(options.cause);
    super(message, {
      ...options,
      // A server that refuses a row may still give those that it has.
      isLost: state === undefined,
      needsRepair: state !== undefined && !isAmong(passing, state),
    });
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
 * SQLSTATE classes, and codes of other classes, that say nothing against the values of a statement (PostgreSQL's appendix A).
 * These pass, by waiting or by a failover.
 */
const passing: ReadonlySet<string> = new Set([
  ...['08'], // connection lost
  ...['25'], // a standby that only reads; a transaction that had failed, or was idle for too long
  ...['40'], // a transaction to retry
  ...['26', '42P05'], // a pooler that mixes up prepared statements
  ...['53', '57', '58'], // too many connections, disk full; shut down, cancelled; system error
  ...['55006', '55P03'], // locked by somebody else
]);

/** These stay until an administrator has put something right: the statements of the receiver are the same for everyone. */
const forAdministrator: ReadonlySet<string> = new Set([
  ...['28', '3D', '3F'], // sign-in refused; no such database, no such schema
  ...['42'], // a right, a table, a column or a function that is missing
  ...['0A', '55'], // not supported, or not in the state that it needs
  ...['F0', 'XX001', 'XX002'], // settings that cannot be read; a table or an index that is damaged
]);

const isAmong = (states: ReadonlySet<string>, state: string): boolean =>
  states.has(state) || states.has(state.slice(0, 2));

/**
 * Whether a refusal is about the database and not about the values: the same statement may be taken later. Of any other state
 * (a constraint, somebody's trigger), only another attempt can tell.
 */
export function isOfDatabase(state: string): boolean {
  return isAmong(passing, state) || isAmong(forAdministrator, state);
}
