import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');
const execute = promisify(execFile);

/** What is published, with the folder of each package from the root. */
export const packages = {
  'charter-elements': '.',
  'charter-elements-cli': 'command-line',
  'charter-receiver': 'receiver',
} as const;
export type PackageName = keyof typeof packages;

/** A file of a tarball, as `npm pack` lists it; sizes in bytes. */
export interface PackedFile {
  readonly path: string;
  readonly size: number;
}

export interface Packed {
  readonly tarball: string;
  readonly files: readonly PackedFile[];
  /** Bytes. */
  readonly unpackedSize: number;
  /** Bytes. */
  readonly size: number;
}

/** Packs a package as it would be published, from the last build, into a folder. */
export async function pack(name: PackageName, folder: string): Promise<Packed> {
  // Without its scripts: the build is what is packed, not made again.
  const { stdout } = await execute(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', folder],
    { cwd: join(root, packages[name]), maxBuffer: 2 ** 26 },
  );
  const answer = JSON.parse(stdout) as
    (Packed & { filename: string })[] | Record<string, Packed & { filename: string }>;
  const [packed] = Object.values(answer);
  if (!packed) throw new Error('npm pack said nothing');
  return { ...packed, tarball: join(folder, packed.filename) };
}
