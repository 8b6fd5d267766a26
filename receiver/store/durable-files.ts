import { closeSync, fsyncSync, openSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** The file system of Emscripten over that of Node, as far as it is completed here. */
interface EmscriptenNodeFS {
  readonly stream_ops: { fsync?: (stream: EmscriptenStream) => number };
  realPath(node: unknown): string;
  /** Turns the errors of Node into those that the engine knows. */
  tryFSOperation(act: () => void): void;
}

interface EmscriptenStream {
  readonly node: unknown;
  /** Nothing for a folder. */
  readonly nfd?: number;
}

/** Settings with which the engine asks for its files to be on the disk, in the way that {@link DurableFS} answers. */
export const durableSettings = ['-c', 'fsync=on', '-c', 'wal_sync_method=fsync'];

/**
 * The files of PGlite, which are on the disk when the engine asks for it. PGlite's own class writes to them and leaves the
 * rest to the system, so that the last seconds are lost in a power cut, acknowledged or not.
 */
export class DurableFS extends NodeFS {
  override async init(...given: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...given);
    const preRun = [emscriptenOpts.preRun ?? []].flat();
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...preRun, flushOnRequest] } };
  }
}

function flushOnRequest(module: object): void {
  const { NODEFS } = module as { NODEFS?: EmscriptenNodeFS };
  if (!NODEFS)
    throw new Error('This version of PGlite keeps its files in a way that the receiver does not know.');
  NODEFS.stream_ops.fsync = ({ node, nfd }) => {
    NODEFS.tryFSOperation(() => (nfd === undefined ? flushFolder(NODEFS.realPath(node)) : fsyncSync(nfd)));
    return 0;
  };
}

/** Windows has no such thing: what is in a folder is kept with the files. */
function flushFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Has a folder and all that is in it on the disk: a new database, which is made without asking for it. */
export async function flushAll(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) flushFolder(path);
    else if (entry.isFile()) await flushFile(path);
  }
  flushFolder(folder);
}

async function flushFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.datasync();
  } finally {
    await file.close();
  }
}

/** What PGlite is opened with over a folder. */
export function durableOptions(folder: string, engine: typeof PGlite) {
  return { fs: new DurableFS(folder), startParams: [...engine.defaultStartParams, ...durableSettings] };
}
