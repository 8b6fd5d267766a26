import { join } from 'node:path';
import { request } from '../receiver/support/requests.ts';
import { endProcesses, launchProcess } from '../receiver/support/server-process.ts';
import { probed, readMemory } from './memory.ts';
import { createPlace } from './place.ts';

export interface ForwardedOptions {
  /** Client addresses that the trusted proxy names. */
  readonly clients: number;
  /** Takes a table of the result. */
  readonly log: (line: string) => void;
}

export interface ForwardedResult {
  readonly clients: number;
  /** Bytes that the receiver took more after them than before. */
  readonly growth: number;
  /** Whether a client that had no request left was still refused after all the others had come. */
  readonly isStillLimited: boolean;
  readonly seconds: number;
}

/** Asks a receiver as its trusted proxy, each time for another client: what it remembers of them must be bounded. */
export async function runForwarded({ clients, log }: ForwardedOptions): Promise<ForwardedResult> {
  const began = performance.now();
  const place = await createPlace('pglite');
  const probe = join(place.dataFolder, 'memory.sock');
  const environment = { RATE_LIMIT: '1', TRUSTED_PROXY: '127.0.0.1' };
  const receiver = launchProcess(place, { ...probed(probe), ...environment });
  try {
    const address = await receiver.address;
    const ask = (client: string) =>
      request(address, '/api/charters/guide', { headers: { 'X-Forwarded-For': client } });
    const askAsMany = async (network: number, count: number) => {
      let next = 0;
      const askers = Array.from({ length: 8 }, async () => {
        while (next < count) {
          const client = next++;
          const { status } = await ask(`10.${network}.${client >> 8}.${client & 255}`);
          if (status !== 200) throw new Error(`The first request of a client was answered ${status}`);
        }
      });
      await Promise.all(askers);
    };
    // What is compiled and pooled at the first requests is not theirs.
    await askAsMany(1, 500);
    const before = await readMemory(probe);
    const first = performance.now();
    await ask('192.0.2.1');
    await askAsMany(2, clients);
    const { status } = await ask('192.0.2.1');
    // A slow machine may have taken the minute after which the client has a request again.
    const isDue = performance.now() - first > 60_000;
    const after = await readMemory(probe);
    const result: ForwardedResult = {
      clients,
      growth: after.used - before.used,
      isStillLimited: status === 429 || isDue,
      seconds: Math.round((performance.now() - began) / 1000),
    };
    for (const [name, value] of Object.entries(result)) log(`${name.padEnd(16)}${value}`);
    return result;
  } finally {
    endProcesses();
    await place.remove();
  }
}
