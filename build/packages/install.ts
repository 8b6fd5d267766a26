import { execFile } from 'node:child_process';
import { glob, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** A package of a tree that npm has installed. */
export interface InstalledPackage {
  readonly name: string;
  /** Of its files, without what is installed inside it. */
  readonly bytes: number;
}

/** Installs tarballs in an empty folder, as a project of its own would. Their dependencies come from the registry. */
export async function installTarballs(folder: string, tarballs: readonly string[]): Promise<void> {
  await writeFile(join(folder, 'package.json'), '{ "private": true }');
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs];
  await execute('npm', args, { cwd: folder, maxBuffer: 2 ** 26 });
}

/** What was installed in a folder, by name. */
export async function listInstalled(folder: string): Promise<InstalledPackage[]> {
  const lock = JSON.parse(await readFile(join(folder, 'node_modules/.package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, unknown>>;
  };
  const paths = Object.keys(lock.packages);
  const bytes = await Promise.all(paths.map((path) => bytesOf(join(folder, path))));
  return paths
    .map((path, index) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      bytes: bytes[index]!,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function bytesOf(folder: string): Promise<number> {
  let bytes = 0;
  for await (const path of glob('**', { cwd: folder, exclude: (name) => name === 'node_modules' })) {
    const found = await stat(join(folder, path));
    if (found.isFile()) bytes += found.size;
  }
  return bytes;
}
