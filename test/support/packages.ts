import { execFile } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { cp, glob, mkdir, mkdtemp, readdir, readFile, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { pack, packages } from '../../build/packages/pack.ts';
import type { Packed, PackageName } from '../../build/packages/pack.ts';

export const root = join(import.meta.dirname, '../..');
const execute = promisify(execFile);

/** Runs a program in a folder; its output, whether it succeeds or not. */
export async function run(
  folder: string,
  program: string,
  args: readonly string[],
): Promise<{ code: number; output: string }> {
  try {
    const { stdout, stderr } = await execute(program, args, { cwd: folder, maxBuffer: 2 ** 26 });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: unknown; stdout: string; stderr: string };
    if (typeof code !== 'number') throw error;
    return { code, output: stdout + stderr };
  }
}

/** A folder that is gone with the process. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'charter-elements-package-'));
  // Not after(): called from a hook, it would run at the end of the hook.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What `npm pack` said of a package that pack-once.ts packed into a folder. */
export const packedIn = (folder: string, name: PackageName): string => join(folder, `${name}.json`);

const Packed = v.object({
  tarball: v.string(),
  files: v.array(v.object({ path: v.string(), size: v.number() })),
  unpackedSize: v.number(),
  size: v.number(),
});

/** A package as it would be published, from the last build: packed once in a whole run, whose tests only read it. */
export async function packPackage(name: PackageName = 'charter-elements'): Promise<Packed> {
  const folder = process.env['TEST_PACKAGES'];
  if (folder && existsSync(packedIn(folder, name)))
    return v.parse(Packed, JSON.parse(await readFile(packedIn(folder, name), 'utf8')));
  const built = name === 'charter-elements' ? 'dist/typings' : 'dist';
  if (!existsSync(join(root, packages[name], built)))
    throw new Error(`${name} is not built: run npm run build`);
  return pack(name, await temporaryFolder());
}

/**
 * A project of its own with the packed package and its dependencies installed, as a page's would be.
 *
 * @param others - Further packages, from those of this project.
 */
export async function installPacked(others: readonly string[] = []): Promise<string> {
  const { tarball } = await packPackage();
  const folder = await temporaryFolder();
  const modules = join(folder, 'node_modules');
  await mkdir(join(modules, 'charter-elements'), { recursive: true });
  await execute('tar', ['-xzf', tarball, '--strip-components=1', '-C', join(modules, 'charter-elements')]);
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  for (const name of new Set([...Object.keys(manifest.dependencies), ...others])) {
    const source = join(root, 'node_modules', name);
    if (!existsSync(source)) throw new Error(`${name} is not installed: run npm ci`);
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(source, join(modules, name));
  }
  return folder;
}

/** Copies fixtures into a project. */
export async function copyFixtures(name: string, folder: string): Promise<void> {
  const source = join(root, 'test/fixtures', name);
  for (const file of await readdir(source))
    await cp(join(source, file), join(folder, file), { recursive: true });
}

/** The files of this project that a pattern names, from the root. */
export async function listFiles(pattern: string): Promise<string[]> {
  const paths: string[] = [];
  for await (const path of glob(pattern, { cwd: root })) paths.push(path);
  return paths;
}
