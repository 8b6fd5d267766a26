import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, watch } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProxyPlace, TestProxy } from './proxy.ts';

interface Program {
  readonly command: readonly [string, ...string[]];
  readonly env?: NodeJS.ProcessEnv;
  /** Says of what it has written in its log whether it serves. */
  isReady(log: string): boolean;
  /** The lines there that are about something wrong. */
  readonly complaint: RegExp;
}

/** The file in its folder in which a program has its log: some open it themselves, and a child of Node has a socket as output. */
export const logFile = 'error.log';

/**
 * Runs a proxy until it says that it serves.
 *
 * @throws Error with what it wrote when it ends before.
 */
export async function runInForeground(
  { command: [program, ...args], env = process.env, isReady, complaint }: Program,
  place: ProxyPlace,
): Promise<TestProxy> {
  const { folder } = place;
  const readLog = () => readFile(join(folder, logFile), 'utf8').catch(() => '');
  const done = new AbortController();
  const changes = watch(folder, { signal: done.signal });
  const child = spawn(program, args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
  const exited = once(child, 'exit');
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ready = (async () => {
    for await (const _ of changes) if (isReady(await readLog())) return;
  })();
  await Promise.race([
    ready,
    exited.then(async () => {
      throw new Error(`${program} did not start: ${said}${await readLog()}`);
    }),
  ]);
  done.abort();
  return {
    ask: place.ask,
    async readErrors() {
      const lines = (await readLog()).split('\n');
      return lines.filter((line) => complaint.test(line)).join('\n');
    },
    async stop() {
      child.kill('SIGTERM');
      await exited;
      await place.remove();
    },
  };
}
