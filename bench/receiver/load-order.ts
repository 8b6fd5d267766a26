import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** What the load generator is to do. */
export interface LoadOrder {
  readonly port: number;
  readonly connections: number;
  /** Posts for so long after the warm-up, or so many. */
  readonly seconds?: number;
  readonly warmUpSeconds?: number;
  readonly count?: number;
  /** Records that the receiver takes, with the placeholders in them: the request of a person is a copy of one. */
  readonly records: readonly string[];
  /** Number of the first person; each request has the next one. */
  readonly firstPerson: number;
  /** One request in so many is of a person who signed before; 0 for none. */
  readonly againEvery: number;
}

export interface LoadReport {
  /** Answers 201, with the warm-up. Any other answer ends the run. */
  readonly recorded: number;
  readonly perSecond: number;
  /** Milliseconds from request to answer. */
  readonly p50: number;
  readonly p99: number;
  /** Of the load generator itself. */
  readonly processorSeconds: number;
}

export const recordIdPlaceholder = '00000000-0000-4000-8000-000000000000';
export const personPlaceholder = '999999999';

/** Runs the load generator. @throws Error when the receiver answers anything but 201. */
export async function runLoad(order: LoadOrder): Promise<LoadReport> {
  const load = spawn(process.execPath, [join(import.meta.dirname, 'load.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  load.stdin.end(JSON.stringify(order));
  const [output, [code]] = await Promise.all([text(load.stdout), once(load, 'close') as Promise<[number]>]);
  if (code !== 0) throw new Error('the load generator failed');
  return JSON.parse(output) as LoadReport;
}
