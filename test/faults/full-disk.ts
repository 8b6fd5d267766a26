import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SignatureRecord } from '../../src/signature/index.ts';
import { createRecord, guide } from '../receiver/support/records.ts';
import { request } from '../receiver/support/requests.ts';
import { endProcesses, launchProcess } from '../receiver/support/server-process.ts';
import { startPostgreSQL } from '../support/postgres.ts';
import { Acknowledgements } from './acknowledgements.ts';
import type { Store } from './place.ts';
import { mountSmallDisk } from './small-disk.ts';

export interface FullDiskOptions {
  readonly store: Store;
  /** Takes a table of the result. */
  readonly log: (line: string) => void;
}

export interface FullDiskResult {
  readonly store: Store;
  readonly acknowledged: number;
  /** Answered 503 while the disk was full, and recorded once there was space. */
  readonly refused: number;
  /** Acknowledged records that are not there word for word, or whose receipt does not verify. */
  readonly lost: number;
  /** Rows beyond one for each record. */
  readonly doubled: number;
  readonly seconds: number;
}

const clients = 4;

/** Less than one file of PostgreSQL's write-ahead log: tables grow for a while, then the log cannot. */
const lessThanLogFile = 15 * 2 ** 20;

/**
 * Fills the disk of a database while clients post: first to the last byte, so that no table can grow; then so that the
 * write-ahead log cannot, at which the engine gives up.
 *
 * @throws Error when the receiver ends, answers something else than 201 or 503, or does not recover.
 */
export async function runFullDisk({ store, log }: FullDiskOptions): Promise<FullDiskResult> {
  const began = performance.now();
  const disk = await mountSmallDisk(80);
  const keys = await mkdtemp(join(tmpdir(), 'charter-faults-'));
  const server =
    store === 'postgresql'
      ? await startPostgreSQL({
          data: join(disk.folder, 'data'),
          within: disk.withoutRoot,
          isRoot: disk.isRoot,
        })
      : undefined;
  try {
    const databaseURL = await server?.createDatabase();
    const place = databaseURL
      ? { dataFolder: keys, databaseURL }
      : { dataFolder: join(disk.folder, 'receiver') };
    const launch = () => launchProcess(place, {}, server ? [] : disk.within);
    const receiver = launch();
    const address = await receiver.address;
    const acknowledgements = new Acknowledgements();
    const refused: SignatureRecord[] = [];

    /** Posts without pause until so many are refused. */
    async function postUntilRefused(count: number, reason?: () => string): Promise<void> {
      const enough = refused.length + count;
      const people = Array.from({ length: clients }, async () => {
        while (refused.length < enough) {
          const record = createRecord(guide, reason && { reason: reason() });
          const status = await statusOf(record);
          if (status === 503) refused.push(record);
        }
      });
      await Promise.all(people);
      await expectHealth(address, 503);
    }

    async function statusOf(record: SignatureRecord): Promise<number> {
      const answer = await acknowledgements.post(address, record);
      if (answer && [200, 201, 503].includes(answer.status)) return answer.status;
      throw new Error(
        answer ? `A full disk was answered ${answer.status}: ${answer.text}` : receiver.errors.join('\n'),
      );
    }

    async function postRefusedAgain(): Promise<void> {
      await expectHealth(address, 200);
      for (const record of refused) {
        const status = await statusOf(record);
        if (status === 503) throw new Error('There is space again, and a record was answered 503');
      }
    }

    const posting = postUntilRefused(20);
    for (let count = 0; count < 30; count++) await acknowledgements.next();
    await disk.fill();
    await posting;
    const unreadable = await acknowledgements.readBack(address);
    await disk.free();
    await postRefusedAgain();

    await disk.fill(lessThanLogFile);
    await postUntilRefused(6, longReason);
    await disk.free();
    // A PostgreSQL server that could not write its log has ended. The embedded one is started by the receiver.
    await server?.stop();
    await server?.start();
    await postRefusedAgain();
    unreadable.push(...(await acknowledgements.readBack(address)));

    await receiver.end('SIGTERM');
    const second = launch();
    unreadable.push(...(await acknowledgements.readBack(await second.address)));
    await second.end('SIGTERM');
    const { lost, doubled, unexpected } = await acknowledgements.compareRows(
      databaseURL ? place : { dataFolder: join(disk.seenFrom, 'receiver') },
    );
    const result: FullDiskResult = {
      store,
      acknowledged: acknowledgements.acknowledged,
      refused: refused.length,
      lost: new Set([...unreadable.map((line) => line.slice(0, 36)), ...lost]).size,
      doubled: doubled.length + unexpected.length,
      seconds: Math.round((performance.now() - began) / 1000),
    };
    for (const [name, value] of Object.entries(result)) log(`${name.padEnd(14)}${value}`);
    for (const fault of [...unreadable, ...lost, ...doubled, ...unexpected]) log(`  ${fault}`);
    return result;
  } finally {
    endProcesses();
    await server?.remove();
    await disk.remove();
    await rm(keys, { recursive: true });
  }
}

async function expectHealth(address: string, expected: number): Promise<void> {
  const { status, text } = await request(address, '/healthz');
  if (status !== expected) throw new Error(`/healthz answers ${status} and not ${expected}: ${text}`);
}

/** The longest reason there may be, which nothing compresses. */
function longReason(): string {
  const numbers = crypto.getRandomValues(new Uint16Array(4000));
  return String.fromCharCode(...numbers.map((number) => 0x4e00 + (number % 20_000)));
}
