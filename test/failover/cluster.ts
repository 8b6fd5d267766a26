import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, readFileSync, rmSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { serverUser } from '../support/postgres.ts';
import { Elections } from './elections.ts';
import { Link } from './link.ts';
import { findFreePorts } from './ports.ts';
import { findFailoverPrograms } from './programs.ts';
import { haproxyConfiguration, patroniConfiguration } from './settings.ts';
import type { NodePlace, PatroniSettings } from './settings.ts';

const run = promisify(execFile);

/**
 * What dies of a node: all, as a machine that loses its power; PostgreSQL alone, which Patroni sees; or Patroni alone, and
 * PostgreSQL goes on with nobody to tell it that it is no longer the primary.
 */
export type Mortal = 'machine' | 'postgresql' | 'patroni';

/** A PostgreSQL server and the Patroni that watches over it, as they would be on a machine of their own. */
export interface DatabaseNode {
  readonly name: string;
  /** Where its database is reached, whatever part it plays. */
  readonly databaseURL: string;
  /** Starts Patroni where it does not run; it starts PostgreSQL in the part that is left to it. The network passes again. */
  start(): void;
  /** The network to the other node stalls: what is committed from now on is on this disk alone. */
  isolate(): void;
  /** Kills with SIGKILL. What was on its way to the other node is lost with PostgreSQL. */
  kill(what: Mortal): Promise<void>;
}

/** Two nodes with automatic failover. One etcd is enough on one machine: it is never what is killed. */
export interface Cluster {
  readonly nodes: readonly DatabaseNode[];
  readonly elections: Elections;
  /** Where receivers find the primary, whichever node it is. */
  readonly databaseURL: string;
  /** Waits until the standby has written and shows all that the primary has committed until now. */
  waitForStandby(): Promise<void>;
  /** Ends of what the programs have written. */
  readLogs(): Promise<string>;
  remove(): Promise<void>;
}

/**
 * Starts etcd, two PostgreSQL servers under Patroni and HAProxy before them, in a temporary folder, on free ports of
 * 127.0.0.1, and waits until the standby is synchronous.
 *
 * @throws Error when a program is missing, or says why it does not start.
 */
export async function startCluster(settings: PatroniSettings): Promise<Cluster> {
  const programs = findFailoverPrograms();
  const folder = await mkdtemp(join(tmpdir(), 'charter-failover-'));
  const isRoot = process.getuid?.() === 0;
  const passwords = {
    superuser: randomBytes(16).toString('hex'),
    replication: randomBytes(16).toString('hex'),
    rewind: randomBytes(16).toString('hex'),
    receiver: randomBytes(16).toString('hex'),
  };
  const [etcdPort = 0, peerPort = 0, proxyPort = 0, ...ports] = await findFreePorts(7);
  const links = await Promise.all(ports.slice(0, 2).map((port) => Link.open(port)));
  const places: NodePlace[] = ['one', 'two'].map((name, index) => ({
    name,
    folder: join(folder, name),
    data: join(folder, name, 'data'),
    port: ports[index]!,
    linkPort: links[index]!.port,
    restPort: ports[2 + index]!,
  }));
  await chmod(folder, 0o700);
  for (const place of places) {
    await mkdir(place.folder, { mode: 0o700 });
    const text = patroniConfiguration(place, etcdPort, programs.postgreSQL, passwords, settings);
    await writeFile(join(place.folder, 'patroni.yml'), text, { mode: 0o600 });
  }
  await writeFile(join(folder, 'haproxy.cfg'), haproxyConfiguration(proxyPort, places));
  if (isRoot) await run('chown', ['-R', 'postgres:', folder]);

  const running = new Set<ChildProcess>();
  function launch(name: string, program: string, ...args: string[]): ChildProcess {
    const [command, ...before] = [...serverUser(isRoot, 'TERM'), program, ...args] as [string, ...string[]];
    const child = spawn(command, before, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    const log = createWriteStream(join(folder, `${name}.log`), { flags: 'a' });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    running.add(child);
    // PostgreSQL writes to what Patroni has given it, and may outlive it.
    child.once('exit', () => running.delete(child));
    child.once('close', () => log.end());
    return child;
  }

  const removeAtExit = () => {
    for (const child of running) child.kill('SIGKILL');
    for (const { data } of places) killPostmaster(data);
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  };
  process.once('exit', removeAtExit);

  const etcdURL = `http://127.0.0.1:${etcdPort}`;
  const peerURL = `http://127.0.0.1:${peerPort}`;
  launch(
    'etcd',
    programs.etcd,
    ...['--name', 'etcd', '--data-dir', join(folder, 'etcd'), '--log-level', 'warn', '--logger', 'zap'],
    ...['--listen-client-urls', etcdURL, '--advertise-client-urls', etcdURL],
    ...['--listen-peer-urls', peerURL, '--initial-advertise-peer-urls', peerURL],
    ...['--initial-cluster', `etcd=${peerURL}`],
  );
  const elections = await Elections.follow(etcdURL);
  launch('haproxy', programs.haproxy, '-db', '-f', join(folder, 'haproxy.cfg'));

  const urlOf = (port: number, database = 'charter', user = 'charter', password = passwords.receiver) =>
    `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
  const asAdministrator = async (port: number, database: string, ...statements: string[]) => {
    const client = new pg.Client(urlOf(port, database, 'postgres', passwords.superuser));
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  };
  const portOf = (name: string | undefined) => places.find((place) => place.name === name)!.port;

  const nodes = places.map((place, index): DatabaseNode => {
    const link = links[index]!;
    let patroni: ChildProcess | undefined;
    return {
      name: place.name,
      databaseURL: urlOf(place.port),
      start: () => {
        link.restore();
        if (patroni && running.has(patroni)) return;
        patroni = launch(place.name, programs.patroni, join(place.folder, 'patroni.yml'));
      },
      isolate: () => link.stall(),
      kill: async (what) => {
        // Patroni first: it has no time to see PostgreSQL die and to give up its part.
        const ended = what !== 'postgresql' && patroni ? once(patroni, 'exit') : undefined;
        if (ended) patroni?.kill('SIGKILL');
        if (what !== 'patroni') {
          killPostmaster(place.data);
          link.restore();
        }
        await ended;
      },
    };
  });

  async function readLogs(): Promise<string> {
    const names = ['etcd', 'haproxy', ...places.map(({ name }) => name)];
    const ends = await Promise.all(
      names.map(async (name) => {
        const text = await readFile(join(folder, `${name}.log`), 'utf8').catch(() => '');
        return `${name}:\n${text.split('\n').slice(-25).join('\n')}`;
      }),
    );
    return ends.join('\n');
  }

  async function remove(): Promise<void> {
    elections.close();
    for (const link of links) link.close();
    const ended = [...running].map((child) => once(child, 'exit'));
    removeAtExit();
    process.off('exit', removeAtExit);
    await Promise.all(ended);
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }

  try {
    for (const node of nodes) node.start();
    const { primary } = await elections.until('a pair', ({ standby }) => standby !== undefined, 120_000);
    await asAdministrator(
      portOf(primary),
      'postgres',
      `create role charter login password '${passwords.receiver}'`,
      'create database charter owner charter',
    );
  } catch (cause) {
    const logs = await readLogs();
    await remove();
    throw new Error(`${(cause as Error).message}\n${logs}`, { cause });
  }
  return {
    nodes,
    elections,
    databaseURL: urlOf(proxyPort),
    waitForStandby: () =>
      asAdministrator(
        portOf(elections.roles.primary),
        'charter',
        'set synchronous_commit = remote_apply',
        "select pg_logical_emit_message(true, 'failover', 'end')",
      ),
    readLogs,
    remove,
  };
}

/** Kills the first process of a PostgreSQL server, by the id that it keeps in its folder. The others end without it. */
function killPostmaster(data: string): void {
  try {
    const [pid] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    if (Number(pid) > 1) process.kill(Number(pid), 'SIGKILL');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    // It has not been started, or has ended.
    if (!['ENOENT', 'ESRCH'].includes(code)) throw error;
  }
}
