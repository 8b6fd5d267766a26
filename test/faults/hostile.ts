import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { createRecord } from '../receiver/support/records.ts';
import { sign } from '../receiver/support/requests.ts';
import { endProcesses, launchProcess } from '../receiver/support/server-process.ts';
import { anyHostileRequest } from './hostile-requests.ts';
import { probed, readMemory } from './memory.ts';
import { createPlace, readIds } from './place.ts';
import { sendRaw } from './raw-http.ts';
import type { RawAnswer, RawRequest } from './raw-http.ts';

export interface HostileOptions {
  readonly requests: number;
  /** Decides the requests. */
  readonly seed: number;
  /** Takes a table of the result. */
  readonly log: (line: string) => void;
}

export interface HostileResult {
  readonly seed: number;
  readonly requests: number;
  /** How many of each kind were sent. */
  readonly kinds: Readonly<Record<string, number>>;
  /** How often each status was answered; `closed` is a connection closed without a word. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Answers that should not have been, a line each: a 5xx, a refusal without problem details, none at all. */
  readonly faults: readonly string[];
  /** Rows beside the one valid record that is posted in the end. */
  readonly rows: number;
  /** Bytes that objects and buffers took more in the end than after the first quarter. */
  readonly growth: number;
  /** Bytes that the process held in the end. */
  readonly resident: number;
  readonly seconds: number;
}

const clients = 8;

/** Sends a receiver, over sockets, everything that it must refuse, and looks at what is left of it afterwards. */
export async function runHostile({ requests, seed, log }: HostileOptions): Promise<HostileResult> {
  const began = performance.now();
  const place = await createPlace('pglite');
  const probe = join(place.dataFolder, 'memory.sock');
  const receiver = launchProcess(place, { ...probed(probe), RATE_LIMIT: '1000000' });
  try {
    const address = await receiver.address;
    const port = Number(new URL(address).port);
    const all = fc.sample(fc.noBias(anyHostileRequest), { seed, numRuns: requests });
    const kinds: Record<string, number> = {};
    const statuses: Record<string, number> = {};
    const faults: string[] = [];
    const count = (counts: Record<string, number>, name: string) => (counts[name] = (counts[name] ?? 0) + 1);

    async function sendAll(batch: RawRequest[]): Promise<void> {
      const senders = Array.from({ length: clients }, async () => {
        for (let request = batch.pop(); request; request = batch.pop()) {
          count(kinds, request.kind);
          try {
            const answers = await sendRaw(port, request);
            if (answers.length === 0) count(statuses, 'closed');
            for (const answer of answers) {
              count(statuses, String(answer.status));
              const fault = faultOf(answer, request.kind.startsWith('a form'));
              if (fault) faults.push(`${request.kind}: ${fault} ${describe(request)}`);
            }
          } catch (error) {
            faults.push(`${request.kind}: ${(error as Error).message} ${describe(request)}`);
          }
        }
      });
      await Promise.all(senders);
    }

    const slow = Promise.all(slowHeads.map((head) => sendSlowly(port, head)));
    await sendAll(all.slice(0, requests / 4));
    const before = await readMemory(probe);
    await sendAll(all.slice(requests / 4));
    for (const answer of await slow) {
      count(kinds, 'endless and slow');
      count(statuses, answer.slice(9, 12));
      if (!answer.startsWith('HTTP/1.1 408 ')) faults.push(`endless and slow: ${answer.slice(0, 200)}`);
    }
    const after = await readMemory(probe);

    const valid = createRecord();
    await sign(address, valid);
    await receiver.end('SIGTERM');
    const rows = (await readIds(place)).filter((id) => id !== valid.id).length;
    if (receiver.errors.length > 0) faults.push(...receiver.errors);
    const result: HostileResult = {
      seed,
      requests,
      kinds,
      statuses,
      faults,
      rows,
      growth: after.used - before.used,
      resident: after.resident,
      seconds: Math.round((performance.now() - began) / 1000),
    };
    for (const [name, value] of Object.entries({
      ...result,
      kinds: Object.keys(kinds).length,
      faults: faults.length,
    })) {
      log(`${name.padEnd(14)}${typeof value === 'object' ? JSON.stringify(value) : value}`);
    }
    for (const fault of faults) log(`  ${fault}`);
    return result;
  } finally {
    endProcesses();
    await place.remove();
  }
}

/** What is wrong with an answer to a request that is not to be recorded. */
function faultOf({ status, type, body }: RawAnswer, isForm: boolean): string | undefined {
  if (status >= 500) return `${status} ${body}`;
  // An expectation that nobody knows is refused by Node, before the application.
  if (status < 400 || status === 417) return status === 201 ? 'recorded' : undefined;
  // People who have no script read the answer.
  if (isForm)
    return /^text\/html\b/.test(type) && body.includes('</html>')
      ? undefined
      : `${status} of the type "${type}"`;
  if (type !== 'application/problem+json') return `${status} of the type "${type}"`;
  // A HEAD is answered without a body.
  if (body === '') return undefined;
  const problem = JSON.parse(body) as { status?: unknown };
  return problem.status === status ? undefined : `${status}, and in the body ${body}`;
}

function describe({ bytes }: RawRequest): string {
  return JSON.stringify(bytes.toString('latin1', 0, 300));
}

const slowHeads = [
  'POST /api/signatures HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nIdempotency-Key: "x"\r\n' +
    'Content-Length: 60000\r\n\r\n{',
  'POST /api/signatures HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nIdempotency-Key: "x"\r\n' +
    'Transfer-Encoding: chunked\r\n\r\n',
  'GET /api/charters/guide HTTP/1.1\r\nHost: x\r\nX: ',
];

/** Sends a few bytes now and then until the server has had enough, and answers what it says. */
async function sendSlowly(port: number, head: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const more = head.includes('chunked') ? '1\r\n \r\n' : ' ';
  socket.write(head);
  const drip = setInterval(() => socket.write(more), 200);
  socket.on('error', () => undefined);
  return text(socket).finally(() => clearInterval(drip));
}
