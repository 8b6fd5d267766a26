import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of a few megabytes, which can be filled to its last byte without harm to anything else. */
export interface SmallDisk {
  /** Where commands see it that are run `within`. */
  readonly folder: string;
  /** Where this process sees it. */
  readonly seenFrom: string;
  /** Start of a command that is to see the disk. */
  readonly within: readonly string[];
  /** The same for a program that refuses to run as root. */
  readonly withoutRoot: readonly string[];
  /** Whether `withoutRoot` still is root, and the program must take another user by itself. */
  readonly isRoot: boolean;
  /** Takes the space that is left, but so many bytes. */
  fill(leave?: number): Promise<void>;
  /** Gives it back. */
  free(): Promise<void>;
  remove(): Promise<void>;
}

/**
 * Mounts a disk in memory that only commands run `within` see, and that is gone when they and this process have ended.
 *
 * @throws Error when the system lets nobody but its administrator do so.
 */
export async function mountSmallDisk(megabytes: number): Promise<SmallDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'charter-disk-'));
  const script = `mount -t tmpfs -o size=${megabytes}m,mode=1777 charter "$1" && echo mounted && exec cat`;
  const refusals: string[] = [];
  // Any user may, where the kernel lets them have a namespace; else root may.
  for (const kinds of [['--user', '--map-root-user', '--mount'], ['--mount']]) {
    const holder = spawn('unshare', [...kinds, 'sh', '-c', script, 'sh', folder], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const said: Buffer[] = [];
    holder.stderr.on('data', (data: Buffer) => said.push(data));
    const isMounted = await Promise.race([
      once(holder.stdout, 'data').then(() => true),
      once(holder, 'close').then(
        () => false,
        () => false,
      ),
    ]);
    if (!isMounted) {
      refusals.push(Buffer.concat(said).toString().trim());
      continue;
    }
    const isOwn = kinds.includes('--user');
    const namespaces = isOwn ? ['--user', '--preserve-credentials', '--mount'] : ['--mount'];
    const within = ['/usr/bin/nsenter', '--target', String(holder.pid), ...namespaces];
    const seenFrom = join('/proc', String(holder.pid), 'root', folder);
    const filler = join(seenFrom, 'filler');
    return {
      folder,
      seenFrom,
      within,
      withoutRoot: isOwn ? [...within, 'unshare', '--user', '--map-user=1', '--map-group=1'] : within,
      isRoot: !isOwn,
      fill: (leave = 0) => fill(filler, leave),
      free: () => rm(filler),
      async remove() {
        const closed = once(holder, 'close');
        holder.stdin.end();
        await closed;
        await rm(folder, { recursive: true });
      },
    };
  }
  await rm(folder, { recursive: true });
  throw new Error(
    `No small disk can be mounted here: ${refusals.join(' / ')}. Allow user namespaces, or run this as root.`,
  );
}

async function fill(filler: string, leave: number): Promise<void> {
  const file = await open(filler, 'a');
  try {
    for (;;) {
      const { bavail, bsize } = await statfs(filler);
      const size = Math.min(bavail * bsize - leave, 2 ** 20);
      if (size <= 0) return;
      await file.write(Buffer.alloc(size));
    }
  } catch (error) {
    // Someone else took the last of it.
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    await file.close();
  }
}
