import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPGlite } from '../../demo/receiver/store/pglite-client.ts';
import { openPostgreSQL } from '../../demo/receiver/store/postgresql-client.ts';
import type { SQLClient } from '../../demo/receiver/store/sql-client.ts';
import type { Place } from '../../test/receiver/support/each-store.ts';
import { startPostgreSQL } from '../../test/support/postgres.ts';

/** The engine that a bench runs on. */
export type Store = SQLClient['engine'];

/** A place that is removed, with its PostgreSQL server, after a bench. */
export interface TemporaryPlace extends Place {
  remove(): Promise<void>;
}

/** Makes an empty place: nothing in it has been started before. */
export async function createPlace(store: Store): Promise<TemporaryPlace> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'charter-bench-'));
  const server = store === 'postgresql' ? await startPostgreSQL() : undefined;
  return {
    dataFolder,
    ...(server && { databaseURL: await server.createDatabase() }),
    async remove() {
      await server?.remove();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** The ids of all rows of a place whose receiver has ended, each as often as it is there. */
export async function readIds({ dataFolder, databaseURL }: Place): Promise<string[]> {
  const client = databaseURL ? openPostgreSQL(databaseURL) : await openPGlite(dataFolder);
  try {
    // With the text of the record, which no index holds: an index could hide a row that is there twice.
    const rows = await client.query<{ id: string }>('select id, length(record) from charter_signatures');
    return rows.map(({ id }) => id);
  } finally {
    await client.close();
  }
}
