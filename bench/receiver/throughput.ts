import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignatureStore } from '../../receiver/store/signature-store.ts';
import { figure, ratio, sampleOf } from '../support/result.ts';
import type { Result } from '../support/result.ts';
import { runLoad } from './load-order.ts';
import { preparePgbench } from './pgbench.ts';
import { secondsOf, secondsOfFamily } from './processor-time.ts';
import { startBenchReceiver, startBenchServer } from './receiver-process.ts';
import type { BenchReceiver } from './receiver-process.ts';
import { createRecords } from './records.ts';

const runs = 7;
const connectionCounts = [1, 16, 64, 256] as const;
/** The row that has a target is measured for longer. Seconds. */
const duration = (connections: number) => (connections === 64 ? 5 : 3);

export interface Measured {
  readonly perSecond: number[];
  readonly p50: number[];
  readonly p99: number[];
  /** Microseconds of processor a signature took: receiver, database server, load generator. */
  readonly processor: Record<'receiver' | 'database' | 'load', number[]>;
}

/** Signatures a second through HTTP, beside what pgbench inserts on the same server. */
export async function measurePostgreSQL(log: (line: string) => void): Promise<Result[]> {
  const server = await startBenchServer();
  const folder = await mkdtemp(join(tmpdir(), 'charter-bench-'));
  const { url, client } = await server.createDatabase();
  const receiver = await startBenchReceiver(url);
  try {
    const measure = await createMeasure(receiver, server.pid);
    await measure(64, 3, createMeasured());
    const same = await server.createDatabase();
    await SignatureStore.open(same.client);
    const bare = await server.createDatabase();
    await SignatureStore.open(bare.client);
    // What it takes to keep the counts of departments.
    await bare.client.run(
      'drop function charter_count_added, charter_count_changed, charter_count_anew cascade',
    );
    const pgbench = await preparePgbench(server.pid, same.url, folder, client);
    const pgbenchBare = await preparePgbench(server.pid, bare.url, folder, client);

    const results: Result[] = [];
    for (const connections of connectionCounts) {
      const seconds = duration(connections);
      const ours = createMeasured();
      const theirs: number[] = [];
      const theirProcessor: number[] = [];
      const theirsBare: number[] = [];
      for (let run = 0; run < runs; run++) {
        await measure(connections, seconds, ours);
        const { perSecond, processor } = await pgbench.insert(connections, seconds);
        theirs.push(perSecond);
        theirProcessor.push(processor);
        if (connections === 64) theirsBare.push((await pgbenchBare.insert(connections, seconds)).perSecond);
        log(
          `PostgreSQL, ${connections}: ${Math.round(ours.perSecond.at(-1)!)} a second, ` +
            `pgbench ${Math.round(perSecond)}${theirsBare.length ? `, without counts ${Math.round(theirsBare.at(-1)!)}` : ''}`,
        );
      }
      const what = `Signatures recorded over HTTP in PostgreSQL, ${ofConnections(connections)}`;
      results.push(
        ratio(
          what,
          'per second',
          ours.perSecond,
          { name: 'pgbench', values: theirs },
          {
            note:
              `${latencyNote(ours)} A signature takes ${processorNote(ours)} µs of processor in the receiver, the ` +
              `database and the client; of pgbench, ${median(theirProcessor)} µs in the database and the client.`,
            ...(connections === 64 && {
              target: { least: 1 },
              headline: 'Signatures recorded in PostgreSQL over HTTP, 64 at once',
            }),
            inSummary: connections > 64,
          },
        ),
      );
      if (connections !== 64) continue;
      results.push(
        ratio(
          'The same beside pgbench on a table without the counts of departments',
          'per second',
          ours.perSecond,
          { name: 'pgbench', values: theirsBare },
        ),
        ...latencies('PostgreSQL, 64 connections', ours),
      );
    }
    return results;
  } finally {
    await receiver.end();
    await server.remove();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same in the embedded database, which nothing else can be measured beside. */
export async function measurePGlite(log: (line: string) => void): Promise<Result[]> {
  const receiver = await startBenchReceiver();
  try {
    const measure = await createMeasure(receiver);
    await measure(64, 2, createMeasured());
    const results: Result[] = [];
    for (const connections of connectionCounts) {
      const ours = createMeasured();
      for (let run = 0; run < runs; run++) await measure(connections, 2, ours);
      log(`embedded, ${connections}: ${median(ours.perSecond)} a second`);
      const what = `Signatures recorded over HTTP in the embedded database, ${ofConnections(connections)}`;
      const inSummary = connections === 64;
      results.push(figure(what, 'per second', ours.perSecond, { note: latencyNote(ours), inSummary }));
      if (connections === 64) results.push(...latencies('embedded database, 64 connections', ours));
    }
    return results;
  } finally {
    await receiver.end();
  }
}

export function createMeasured(): Measured {
  return { perSecond: [], p50: [], p99: [], processor: { receiver: [], database: [], load: [] } };
}

/** @returns What posts new people's signatures for so many seconds and adds the figures. */
export async function createMeasure({ port, pid }: Pick<BenchReceiver, 'port' | 'pid'>, serverPid?: number) {
  const records = await createRecords(false);
  let firstPerson = 0;
  return async (connections: number, seconds: number, into: Measured): Promise<void> => {
    const processor = () =>
      [secondsOf(pid), serverPid === undefined ? 0 : secondsOfFamily(serverPid)] as const;
    const before = processor();
    firstPerson += 1_000_000;
    const order = { port, connections, seconds, warmUpSeconds: 1, records, firstPerson, againEvery: 0 };
    const report = await runLoad(order);
    const after = processor();
    into.perSecond.push(report.perSecond);
    into.p50.push(report.p50);
    into.p99.push(report.p99);
    const each = (seconds: number, count: number) => (seconds * 1e6) / count;
    into.processor.receiver.push(each(after[0] - before[0], report.recorded));
    into.processor.database.push(each(after[1] - before[1], report.recorded));
    into.processor.load.push(each(report.processorSeconds, report.perSecond * seconds));
  };
}

function latencies(where: string, { p50, p99 }: Measured): Result[] {
  return [
    figure(`From request to receipt, half of them (${where})`, 'ms', p50),
    figure(`From request to receipt, 99 in 100 (${where})`, 'ms', p99),
  ];
}

function latencyNote({ p50, p99 }: Measured): string {
  const ms = (values: number[]) => sampleOf(values).median.toFixed(1);
  return `Half of the answers come within ${ms(p50)} ms, 99 in 100 within ${ms(p99)} ms.`;
}

function processorNote({ processor: { receiver, database, load } }: Measured): string {
  return `${median(receiver)}, ${median(database)} and ${median(load)}`;
}

function median(values: number[]): number {
  return Math.round(sampleOf(values).median);
}

function ofConnections(count: number): string {
  return count === 1 ? '1 connection' : `${count} connections`;
}
