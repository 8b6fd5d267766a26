import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { SQLClient } from '../../receiver/store/sql-client.ts';
import { childrenOf, secondsOfEnded, secondsOfFamily } from './processor-time.ts';
import { departments } from './records.ts';

const run = promisify(execFile);

export interface PgbenchReport {
  /** Transactions, without the time that connecting took. */
  readonly perSecond: number;
  /** Microseconds of processor that a transaction took, in the database and in pgbench itself. */
  readonly processor: number;
}

/** Signatures that pgbench, the load generator of PostgreSQL itself, inserts each in a transaction of its own. */
export interface Pgbench {
  insert(connections: number, seconds: number): Promise<PgbenchReport>;
}

/**
 * Prepares pgbench for a table like the receiver's.
 *
 * @param server - Id of the first process of the database server.
 * @param like - A client of the receiver's database: a row there is the one that is inserted again and again, under new
 *   ids, by new people of every department.
 */
export async function preparePgbench(
  server: number,
  databaseURL: string,
  folder: string,
  like: SQLClient,
): Promise<Pgbench> {
  const [row = {}] = await like.query<Record<string, string | Date | null>>(
    'select * from charter_signatures limit 1',
  );
  // A colon would begin a variable of pgbench.
  const escapes: Record<string, string> = { "'": "''", '\\': '\\\\', ':': '\\003a' };
  const quote = (text: string) => `U&'${text.replace(/['\\:]/g, (character) => escapes[character]!)}'`;
  const changing: Record<string, string> = {
    id: 'gen_random_uuid()',
    received_at: 'now()',
    signer_key: `${quote('id:')} || :person::bigint`,
    department: `(array[${departments.map(quote).join(', ')}])[1 + :person::bigint % ${departments.length}]`,
  };
  const columns = Object.keys(row);
  const values = columns.map(
    (name) => changing[name] ?? (row[name] === null ? 'null' : quote(String(row[name]))),
  );
  const script = join(folder, 'insert.sql');
  await writeFile(
    script,
    `\\set person random(1, 1000000000000)\n` +
      `insert into charter_signatures (${columns.join(', ')}) values (${values.join(', ')});\n`,
  );
  const url = new URL(databaseURL);
  const connection = ['-h', url.searchParams.get('host')!, '-U', url.username, url.pathname.slice(1)];

  return {
    async insert(connections, seconds) {
      const load = ['-c', String(connections), '-j', '2', '-M', 'prepared', '-T', String(seconds)];
      const children = childrenOf(server).length;
      const before = secondsOfFamily(server) + secondsOfEnded(process.pid);
      const { stdout } = await run('pgbench', ['-n', '-f', script, ...load, ...connection]);
      // The server takes a moment to end the processes of the connections, whose time counts.
      for (let tries = 0; tries < 100 && childrenOf(server).length > children; tries++) await wait(20);
      const taken = secondsOfFamily(server) + secondsOfEnded(process.pid) - before;
      const perSecond = /tps = ([\d.]+) \(without initial/.exec(stdout)?.[1];
      const transactions = /transactions actually processed: (\d+)/.exec(stdout)?.[1];
      const failed = /number of failed transactions: (\d+)/.exec(stdout)?.[1] ?? '0';
      if (perSecond === undefined || failed !== '0') throw new Error(`pgbench said: ${stdout}`);
      return { perSecond: Number(perSecond), processor: (taken * 1e6) / Number(transactions) };
    },
  };
}
