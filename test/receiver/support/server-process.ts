import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { chartersFolder } from './records.ts';

const program = join(import.meta.dirname, '../../../receiver/main.ts');

/** Where a receiver run as a process of its own keeps everything. */
export interface Place {
  readonly dataFolder: string;
  readonly databaseURL?: string;
}

/** A receiver that runs as a process of its own, as in a hospital. */
export interface ServerProcess {
  readonly address: string;
  /** Sends a signal and answers the exit code once the process has ended. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** A receiver that was told to start and may be ended before it has. */
export interface LaunchedProcess extends Pick<ServerProcess, 'end'> {
  /** Where it listens. Rejects with what it wrote on its error output when it ends before that. */
  readonly address: Promise<string>;
  readonly pid: number | undefined;
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>;
  /** What it has written on its error output, a line each. */
  readonly errors: readonly string[];
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
  const { address, end } = launchProcess(place, environment);
  return { address: await address, end };
}

/**
 * Starts a receiver in a place, without waiting for it.
 *
 * @param within - Start of the command, when the receiver is to run where a command such as `nsenter` leads.
 */
export function launchProcess(
  { dataFolder, databaseURL }: Place,
  environment: NodeJS.ProcessEnv = {},
  within: readonly string[] = [],
): LaunchedProcess {
  const [command, ...args] = [...within, process.execPath, program];
  const server = spawn(command, args, {
    env: {
      PORT: '0',
      RATE_LIMIT: '0',
      CHARTERS_DIR: chartersFolder,
      DATA_DIR: dataFolder,
      DATABASE_URL: databaseURL,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(server);
  const closed = once(server, 'close') as Promise<[number | null]>;
  void closed.finally(() => running.delete(server)).catch(() => undefined);
  const ended = closed.then(([code]) => code);
  ended.catch(() => undefined);
  const errors: string[] = [];
  createInterface({ input: server.stderr }).on('line', (line) => errors.push(line));
  const address = readAddress(server.stdout, closed, errors);
  // Whoever ends it at once need not ask where it listens.
  address.catch(() => undefined);
  return {
    address,
    pid: server.pid,
    ended,
    errors,
    end(signal) {
      server.kill(signal);
      return ended;
    },
  };
}

async function readAddress(
  output: Readable,
  closed: Promise<unknown>,
  errors: readonly string[],
): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    // Read on, or the end of the process would not be seen.
    output.resume();
    return line.replace(/^.* at /, '');
  }
  await closed;
  throw new Error(errors.join('\n'));
}

/** Ends what a failed test has left running. */
export function endProcesses(): void {
  for (const server of running) server.kill('SIGKILL');
}

const running = new Set<ChildProcess>();
process.once('exit', endProcesses);
