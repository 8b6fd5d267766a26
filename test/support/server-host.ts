import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { freePort } from './free-port.ts';
import type { OwnFiles } from './network.ts';
import { copyOf, installWith, packLibrary, run } from './packed-library.ts';

/** Milliseconds that a server may take to answer for the first time, on a machine that is busy with other things. */
const patience = 120_000;

/** A page of demo/hosts that a server renders, in a process of its own. */
export interface ServerHost {
  /** What it answers, with headers that a reverse proxy would add. */
  files(headers?: Readonly<Record<string, string>>): OwnFiles;
  stop(): Promise<void>;
}

/**
 * Installs a folder of demo/hosts in a copy, with the library as npm would publish it, builds it by its `build` script, and
 * starts its server.
 *
 * @param start - The arguments of the server's own program, which is in `node_modules`, for a port.
 */
export async function startServerHost(
  name: string,
  start: (port: string) => readonly [program: string, ...args: string[]],
): Promise<ServerHost> {
  const [folder, tarball] = await Promise.all([copyOf(`demo/hosts/${name}`), packLibrary()]);
  await installWith(folder, tarball);
  await run(folder, 'npm', 'run', 'build');
  const port = String(await freePort());
  const [program, ...args] = start(port);
  const child = spawn(process.execPath, [join(folder, 'node_modules', program), ...args], {
    cwd: folder,
    env: { ...process.env, PATH: `${dirname(process.execPath)}:${process.env['PATH']}`, PORT: port },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exited = once(child, 'exit');
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  const origin = `http://127.0.0.1:${port}`;
  await answers(origin, exited);
  return {
    files: (headers) => async (path) => {
      if (path.startsWith('/api/')) return undefined;
      const answer = await fetch(origin + path, { headers: { ...headers } });
      const { 'content-encoding': _encoding, ...kept } = Object.fromEntries(answer.headers);
      return { status: answer.status, headers: kept, body: Buffer.from(await answer.arrayBuffer()) };
    },
    stop: async () => {
      process.off('exit', kill);
      kill();
      await exited;
    },
  };
}

/** Resolves once a server answers. @throws Error where it ends, or stays silent. */
async function answers(origin: string, exited: Promise<unknown>): Promise<void> {
  const end = Date.now() + patience;
  const isOver = exited.then(() => 'has ended');
  for (;;) {
    try {
      await fetch(origin, { signal: AbortSignal.timeout(patience) });
      return;
    } catch (cause) {
      // Nothing tells when a program of others listens: it is asked again.
      const pause = new Promise<undefined>((resolve) => setTimeout(resolve, 50));
      const what =
        (await Promise.race([isOver, pause])) ?? (Date.now() > end ? 'does not answer' : undefined);
      if (what !== undefined) throw new Error(`${origin} ${what}`, { cause });
    }
  }
}
