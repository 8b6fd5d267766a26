import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { open, realpath, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Makes this process the only user of a folder, whatever path leads to it, until the returned function is called or the
 * process dies. It holds a local socket inside the folder: unlike a file with a process id, a socket of a killed process is
 * seen to be dead at once.
 *
 * @throws Error when another process has the folder.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const place = await openPlace(folder);
  try {
    const server = await hold(place.path, folder);
    return async () => {
      await new Promise<void>((done) => void server.close(() => done()));
      await place.handle?.close();
    };
  } catch (error) {
    await place.handle?.close();
    throw error;
  }
}

async function hold(path: string, folder: string) {
  for (let attempt = 1; ; attempt++) {
    const server = createServer((socket) => socket.destroy());
    try {
      server.listen(path);
      await once(server, 'listening');
      return server.unref();
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

/** Where the socket of a folder is; the handle keeps the path valid. */
async function openPlace(folder: string): Promise<{ path: string; handle?: FileHandle }> {
  if (process.platform === 'win32') return { path: `\\\\.\\pipe\\${await nameOf(folder)}` };
  const path = join(folder, 'in-use.sock');
  // The kernel takes 107 bytes at most, and on Linux gives every open folder a short name.
  if (Buffer.byteLength(path) <= 100) return { path };
  if (process.platform !== 'linux') return { path: join(tmpdir(), `${await nameOf(folder)}.sock`) };
  const handle = await open(folder, 'r');
  return { path: `/proc/self/fd/${handle.fd}/in-use.sock`, handle };
}

/** The same for every path to a folder. Not needed inside the folder, where a path of another mount namespace is one too. */
async function nameOf(folder: string): Promise<string> {
  const digest = createHash('sha256').update(await realpath(folder));
  return `charter-receiver-${digest.digest('hex').slice(0, 16)}`;
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
