import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { chmod, mkdtemp } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

/** A PostgreSQL server of one's own, in a temporary folder, reached through a local socket. */
export interface TestPostgreSQL {
  /** Makes an empty database. */
  createDatabase(): Promise<string>;
  /** Stops the server as an administrator would; connections are cut. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Stops the server and removes its files. */
  remove(): Promise<void>;
}

/** Where a server runs that is not to run as these tests do. */
export interface PostgreSQLOptions {
  /** Where it keeps its data; by default in its temporary folder. */
  readonly data?: string;
  /** Start of the commands that run its programs, when they are to see another disk. */
  readonly within?: readonly string[];
  /** Whether these commands run as root, which the server refuses; by default when these tests do. */
  readonly isRoot?: boolean;
  /** Folder of its programs; by default those of the newest PostgreSQL of this machine. */
  readonly programs?: string;
  /** Settings of the server, beside those of tests or in their place. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * Starts a PostgreSQL server, from the system's package unless other programs are given.
 *
 * @throws Error when it is not installed.
 */
export async function startPostgreSQL(options: PostgreSQLOptions = {}): Promise<TestPostgreSQL> {
  const { within = [], isRoot = process.getuid?.() === 0 } = options;
  const bin = options.programs ?? findPrograms();
  const folder = await mkdtemp(join(tmpdir(), 'charter-postgresql-'));
  if (isRoot) await run('chown', ['postgres:', folder]);
  await chmod(folder, 0o700);
  const data = options.data ?? join(folder, 'data');
  const asServerUser = (program: string) => [...within, ...serverUser(isRoot), join(bin, program)];
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'];
  const [program = '', ...prefix] = asServerUser('initdb');
  await run(program, [...prefix, ...initdb], { cwd: folder });

  const urlOf = (database: string) => `postgresql://postgres@localhost/${database}?host=${folder}`;
  let server: ChildProcess | undefined;
  let databases = 0;
  const removeAtExit = () => {
    server?.kill('SIGQUIT');
    // Tried again while the server's processes end.
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  };
  process.once('exit', removeAtExit);

  async function start() {
    const settings = {
      unix_socket_directories: folder,
      listen_addresses: '',
      fsync: 'off',
      log_timezone: 'UTC',
      ...options.settings,
    };
    const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const [command = '', ...before] = asServerUser('postgres');
    server = spawn(command, [...before, '-D', data, ...given], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await untilReady(server);
  }

  async function stop() {
    const stopping = server;
    server = undefined;
    if (!stopping || stopping.exitCode !== null) return;
    const exit = once(stopping, 'exit');
    stopping.kill('SIGINT');
    await exit;
  }

  await start();
  return {
    start,
    stop,
    async createDatabase() {
      const name = `test_${++databases}`;
      const client = new pg.Client(urlOf('postgres'));
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return urlOf(name);
    },
    async remove() {
      await stop();
      process.off('exit', removeAtExit);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The folder of the programs of the newest PostgreSQL of this machine.
 *
 * @throws Error when there is none.
 */
export function findPrograms(): string {
  const packages = '/usr/lib/postgresql';
  const versions = existsSync(packages) ? readdirSync(packages) : [];
  const folders = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(packages, version, 'bin'));
  const all = [...folders, ...(process.env['PATH'] ?? '').split(delimiter)];
  const found = all.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))));
  if (found) return found;
  throw new Error(
    'PostgreSQL is not installed, and the receiver is tested on it: run test/setup-postgresql.sh',
  );
}

/**
 * Start of a command that takes the user who may run a server; on Linux the server dies with these tests, however they end.
 *
 * @param signal - What the server is sent then, without the `SIG`.
 */
export function serverUser(isRoot: boolean, signal = 'QUIT'): string[] {
  const user = isRoot ? ['--reuid=postgres', '--regid=postgres', '--init-groups'] : [];
  return process.platform === 'linux' ? ['setpriv', ...user, `--pdeathsig=${signal}`] : [];
}

async function untilReady(server: ChildProcess): Promise<void> {
  const said: string[] = [];
  for await (const line of createInterface({ input: server.stderr! })) {
    said.push(line);
    if (!line.includes('ready to accept connections')) continue;
    server.stderr!.resume();
    return;
  }
  throw new Error(`PostgreSQL did not start: ${said.slice(-5).join(' / ')}`);
}
