import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import type { TestContext } from 'node:test';

const root = join(import.meta.dirname, '../../..');

/** An example endpoint that runs as a process of its own, over a database of its own. */
export interface EndpointProcess {
  /** Such as `http://127.0.0.1:8080`. */
  readonly address: string;
  /** The first row that its database answers. */
  query(sql: string): Record<string, unknown>;
}

/**
 * Starts an example endpoint, and ends it after the test.
 *
 * @param folder - Folder of `demo/endpoints`, where it is started.
 * @throws Error with what it wrote when it does not start.
 */
export async function startEndpoint(
  test: TestContext,
  folder: string,
  [command, ...args]: readonly [string, ...string[]],
  environment: NodeJS.ProcessEnv = {},
): Promise<EndpointProcess> {
  const scratch = await mkdtemp(join(tmpdir(), 'charter-elements-endpoint-'));
  const file = join(scratch, 'signatures.sqlite');
  const child = spawn(command, args, {
    cwd: join(root, 'demo/endpoints', folder),
    env: {
      ...process.env,
      PORT: '0',
      DATABASE: file,
      CHARTERS_DIR: join(root, 'locales/content'),
      // PHP's own server answers one request at a time unless told otherwise.
      PHP_CLI_SERVER_WORKERS: '4',
      PYTHONDONTWRITEBYTECODE: '1',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that PHP's workers end with it.
    detached: true,
  });
  const end = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended.
    }
  };
  process.once('exit', end);
  const closed = once(child, 'close');
  closed.catch(() => undefined);
  test.after(async () => {
    end();
    await closed.catch(() => undefined);
    process.off('exit', end);
    await rm(scratch, { recursive: true });
  });

  const written: string[] = [];
  const address = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        written.push(line);
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(line);
        if (found) resolve(found[0]);
      });
  });
  const failed = closed.then(
    () => Promise.reject(new Error(`${command} ended: ${written.join('\n')}`)),
    (error: unknown) => {
      throw new Error(`${command} cannot be run: sh test/setup-languages.sh installs it`, { cause: error });
    },
  );
  failed.catch(() => undefined);
  return {
    address: await Promise.race([address, failed]),
    query(sql) {
      const database = new DatabaseSync(file);
      try {
        return { ...database.prepare(sql).get() };
      } finally {
        database.close();
      }
    },
  };
}
