import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Makes this process the only user of a folder, until the returned function is called or the process dies. It holds a
 * local socket: unlike a file with a process id, a socket of a killed process is seen to be dead at once.
 *
 * @throws Error when another process has the folder.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = socketPath(resolve(folder));
  for (let attempt = 1; ; attempt++) {
    const server = createServer((socket) => socket.destroy());
    try {
      server.listen(path);
      await once(server, 'listening');
      server.unref();
      return () => new Promise((done) => void server.close(() => done()));
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE' || attempt > 1 || (await isAlive(path))) {
        throw new Error(
          `${folder} cannot be locked: another receiver may have it open. Stop it, or give this one its own DATA_DIR.`,
          { cause },
        );
      }
      await rm(path, { force: true });
    }
  }
}

function socketPath(folder: string): string {
  const name = `charter-receiver-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  // The kernel takes 107 bytes at most.
  const path = join(folder, 'in-use.sock');
  return Buffer.byteLength(path) <= 100 ? path : join(tmpdir(), `${name}.sock`);
}

async function isAlive(path: string): Promise<boolean> {
  const socket = connect(path);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
