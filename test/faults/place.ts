import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { countRows, readCounts } from '../../receiver/store/coverage.ts';
import { openPGlite } from '../../receiver/store/pglite-client.ts';
import { openPostgreSQL } from '../../receiver/store/postgresql-client.ts';
import type { SQLClient } from '../../receiver/store/sql-client.ts';
import type { Place } from '../receiver/support/server-process.ts';
import { startPostgreSQL } from '../support/postgres.ts';

/** The engine that a receiver runs on. */
export type Store = SQLClient['engine'];

/** A place that is removed, with its PostgreSQL server, after a run. */
export interface TemporaryPlace extends Place {
  remove(): Promise<void>;
}

/** Makes an empty place: nothing in it has been started before. */
export async function createPlace(store: Store): Promise<TemporaryPlace> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'charter-faults-'));
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
export function readIds(place: Place): Promise<string[]> {
  return withClient(place, async (client) => {
    // With the text of the record, which no index holds: an index could hide a row that is there twice.
    const rows = await client.query<{ id: string }>('select id, length(record) from charter_signatures');
    return rows.map(({ id }) => id);
  });
}

/**
 * Compares the counts that the database of a place keeps with its rows, once its receiver has ended.
 *
 * @throws Error when they differ.
 */
export function requireExactCounts(place: Place): Promise<void> {
  return withClient(place, async (client) => {
    const versions = await client.query<{ id: string; version: string }>(
      'select distinct charter_id as id, charter_version as version from charter_signatures',
    );
    for (const { id, version } of versions) {
      const [kept, counted] = [await readCounts(client, id, version), await countRows(client, id, version)];
      if (isDeepStrictEqual(kept, counted)) continue;
      throw new Error(
        `Of ${id} ${version}, ${JSON.stringify(kept)} is kept and ${JSON.stringify(counted)} is right`,
      );
    }
  });
}

async function withClient<T>(
  { dataFolder, databaseURL }: Place,
  act: (client: SQLClient) => Promise<T>,
): Promise<T> {
  const client = databaseURL ? openPostgreSQL(databaseURL) : await openPGlite(dataFolder);
  try {
    return await act(client);
  } finally {
    await client.close();
  }
}
