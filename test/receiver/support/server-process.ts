import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import type { Place } from './each-store.ts';
import { chartersFolder } from './records.ts';

const program = join(import.meta.dirname, '../../../demo/receiver/server.ts');

/** A receiver that runs as a process of its own, as in a hospital. */
export interface ServerProcess {
  readonly address: string;
  /** Sends a signal and answers the exit code once the process has ended. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/**
 * Starts a receiver in a place.
 *
 * @throws Error with what it wrote on its error output when it does not start.
 */
export async function startProcess(
  place: Place,
  environment: NodeJS.ProcessEnv = {},
): Promise<ServerProcess> {
  const server = spawnReceiver({
    DATA_DIR: place.dataFolder,
    DATABASE_URL: place.databaseURL,
    ...environment,
  });
  const said = text(server.stderr!);
  for await (const line of createInterface({ input: server.stdout! })) {
    return {
      address: line.replace(/^.* at /, ''),
      async end(signal) {
        const exit = once(server, 'exit') as Promise<[number | null]>;
        server.kill(signal);
        return (await exit)[0];
      },
    };
  }
  throw new Error(await said);
}

/** Ends what a failed test has left running. */
export function endProcesses(): void {
  for (const server of running) server.kill('SIGKILL');
}

const running = new Set<ChildProcess>();
process.once('exit', endProcesses);

function spawnReceiver(environment: NodeJS.ProcessEnv): ChildProcess {
  const server = spawn(process.execPath, [program], {
    env: { PORT: '0', RATE_LIMIT: '0', CHARTERS_DIR: chartersFolder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(server);
  server.once('exit', () => running.delete(server));
  return server;
}
