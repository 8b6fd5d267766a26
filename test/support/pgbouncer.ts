import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { chmod, chown, mkdtemp, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { serverUser } from './postgres.ts';

/** A pooler in front of a PostgreSQL server. */
export interface TestPgBouncer {
  /** The address of a database through the pooler, from that at the server. */
  through(databaseURL: string): string;
  stop(): Promise<void>;
}

/**
 * Starts PgBouncer from the system's package in transaction mode: each transaction gets whichever of three sessions is free.
 *
 * @param databaseURL - Of any database of the server.
 * @throws Error when it is not installed.
 */
export async function startPgBouncer(databaseURL: string): Promise<TestPgBouncer> {
  const program = findProgram();
  const server = new URL(databaseURL).searchParams.get('host')!;
  const folder = await mkdtemp(join(tmpdir(), 'charter-pgbouncer-'));
  const { uid, gid } = await stat(server);
  if (process.getuid?.() === 0) await chown(folder, uid, gid);
  await chmod(folder, 0o700);
  const file = join(folder, 'pgbouncer.ini');
  const settings = {
    listen_addr: '',
    listen_port: 5432,
    unix_socket_dir: folder,
    auth_type: 'any',
    pool_mode: 'transaction',
    default_pool_size: 3,
  };
  await writeFile(
    file,
    [
      '[databases]',
      `* = host=${server} user=postgres`,
      '[pgbouncer]',
      ...Object.entries(settings).map(([name, value]) => `${name} = ${value}`),
    ].join('\n'),
  );
  await chmod(file, 0o644);
  const [command, ...before] = [...serverUser(process.getuid?.() === 0), program];
  const pooler = spawn(command, [...before, file], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  const said: string[] = [];
  let isReady = false;
  for await (const line of createInterface({ input: pooler.stderr })) {
    said.push(line);
    isReady = line.includes('process up');
    if (isReady) break;
  }
  pooler.stderr.resume();
  if (!isReady) throw new Error(`PgBouncer did not start: ${said.slice(-5).join(' / ')}`);
  return {
    through(url) {
      const through = new URL(url);
      through.searchParams.set('host', folder);
      return through.href;
    },
    async stop() {
      const ended = once(pooler, 'exit');
      pooler.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function findProgram(): string {
  const folders = ['/usr/sbin', ...(process.env['PATH'] ?? '').split(delimiter)];
  const found = folders.map((folder) => join(folder, 'pgbouncer')).find((file) => existsSync(file));
  if (found) return found;
  throw new Error(
    'PgBouncer is not installed, and the receiver is tested behind it: run test/setup-postgresql.sh',
  );
}
