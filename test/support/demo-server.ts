import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../..');

/** The demo as `npm start` starts it, in a process of its own. */
export interface DemoServer {
  readonly origin: string;
  /** `SIGKILL` unless told otherwise; resolves once the process is gone. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again on the same port and the same data. */
  restart(): Promise<void>;
}

export async function startDemo(environment: Record<string, string> = {}): Promise<DemoServer> {
  const port = await freePort();
  const data = await mkdtemp(join(tmpdir(), 'charter-demo-'));
  const env = { ...process.env, PORT: String(port), DATA_DIR: data, ...environment };
  let child = await spawnDemo(env);
  return {
    origin: `http://127.0.0.1:${port}`,
    async stop(signal = 'SIGKILL') {
      const exited = once(child, 'exit');
      child.kill(signal);
      await exited;
    },
    async restart() {
      child = await spawnDemo(env);
    },
  };
}

/** Resolves once the address is printed: it is printed when the receiver is ready. */
async function spawnDemo(env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['demo/server.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.on('exit', () => child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout });
  return new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      if (line.includes('http://')) resolve(child);
    });
    child.on('exit', () => reject(new Error('demo/server.ts ended before it printed its address')));
  });
}

/** A port that nothing listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
