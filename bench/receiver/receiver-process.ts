import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgreSQL } from '../../receiver/store/postgresql-client.ts';
import type { SQLClient } from '../../receiver/store/sql-client.ts';
import { launchProcess } from '../../test/receiver/support/server-process.ts';
import { startPostgreSQL } from '../../test/support/postgres.ts';
import { probed, readMemory } from '../../test/faults/memory.ts';
import type { Memory } from '../../test/faults/memory.ts';
import { parentOf } from './processor-time.ts';
import { chartersFolder } from './records.ts';

/** A receiver in a process of its own, as a hospital runs it. */
export interface BenchReceiver {
  readonly port: number;
  readonly pid: number;
  readMemory(): Promise<Memory>;
  end(): Promise<void>;
}

/** @param databaseURL - Of a PostgreSQL database; without one the receiver has its embedded one. */
export async function startBenchReceiver(databaseURL?: string): Promise<BenchReceiver> {
  const folder = await mkdtemp(join(tmpdir(), 'charter-bench-'));
  const socket = join(folder, 'memory.sock');
  const receiver = launchProcess(
    { dataFolder: join(folder, 'data'), ...(databaseURL !== undefined && { databaseURL }) },
    { CHARTERS_DIR: chartersFolder, ...probed(socket) },
  );
  return {
    port: Number(new URL(await receiver.address).port),
    pid: receiver.pid!,
    readMemory: () => readMemory(socket),
    async end() {
      await receiver.end('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A PostgreSQL server that commits as it does by default: on its disk before it answers. */
export interface BenchServer {
  /** Its first process, the parent of the others. */
  readonly pid: number;
  createDatabase(): Promise<{ url: string; client: SQLClient }>;
  remove(): Promise<void>;
}

export async function startBenchServer(): Promise<BenchServer> {
  const server = await startPostgreSQL({ settings: { fsync: 'on', max_connections: '300' } });
  const clients: SQLClient[] = [];
  async function createDatabase() {
    const url = await server.createDatabase();
    const client = openPostgreSQL(url);
    clients.push(client);
    return { url, client };
  }
  const { client } = await createDatabase();
  const [row] = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return {
    pid: parentOf(row!.pid)!,
    createDatabase,
    async remove() {
      await Promise.all(clients.map((each) => each.close()));
      await server.remove();
    },
  };
}
