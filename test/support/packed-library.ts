import { execFile } from 'node:child_process';
import { cp, glob, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { version } from '../../src/version.ts';
import { packPackage } from './packages.ts';

const root = join(import.meta.dirname, '../..');
const execute = promisify(execFile);

/** Longest time that one command may take, in milliseconds. */
const patience = 540_000;

/** A folder that is gone with the process. */
export async function temporaryFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `charter-${name}-`));
  process.on('exit', () => void rm(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Runs a command with the Node that runs the tests.
 *
 * @throws Error with what the command wrote when it fails.
 */
export async function run(folder: string, command: string, ...args: string[]): Promise<string> {
  const path = [join(folder, 'node_modules/.bin'), dirname(process.execPath), process.env['PATH']];
  // npm tells its own settings to what it runs: a project of its own must not hear those of this one.
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^npm_(?:package|lifecycle|config_local)/.test(name),
  );
  const env = {
    ...Object.fromEntries(inherited),
    PATH: path.join(delimiter),
    CI: 'true',
    NG_CLI_ANALYTICS: 'false',
    NEXT_TELEMETRY_DISABLED: '1',
  };
  try {
    return (await execute(command, args, { cwd: folder, env, timeout: patience, maxBuffer: 2 ** 26 })).stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    // eslint-disable-next-line preserve-caught-error -- it would say the same twice
    throw new Error([`${[command, ...args].join(' ')} failed in ${folder}`, stdout, stderr].join('\n'));
  }
}

/** Packs the library as npm would publish it, and resolves to the path of the tarball. */
export async function packLibrary(): Promise<string> {
  return (await packPackage()).tarball;
}

/** Installs what the lock file of a folder names, then the tarball. */
export async function installWith(folder: string, tarball: string): Promise<void> {
  await run(folder, 'npm', 'ci', '--no-audit', '--no-fund', '--prefer-offline');
  await run(folder, 'npm', 'install', '--no-save', '--no-audit', '--no-fund', '--prefer-offline', tarball);
}

/** Unpacks a tarball and calls what is in it another version; resolves to the folder of the package. */
export async function unpackAs(tarball: string, otherVersion: string): Promise<string> {
  const folder = await temporaryFolder('version');
  await run(folder, 'tar', '-xzf', tarball);
  const library = join(folder, 'package');
  for await (const path of glob(join(library, 'dist/**/*.js'))) {
    const code = await readFile(path, 'utf8');
    if (code.includes(version)) await writeFile(path, code.replaceAll(version, otherVersion));
  }
  return library;
}

/** Does jobs side by side, no more of them at a time than there are processors. */
export async function sideBySide(jobs: readonly (() => Promise<unknown>)[]): Promise<void> {
  const queue = [...jobs];
  const work = async (): Promise<void> => {
    for (let job = queue.shift(); job; job = queue.shift()) await job();
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
}

/** A copy of a folder of this project that a test may install in; what it installed earlier is left out. */
export async function copyOf(path: string): Promise<string> {
  const source = join(root, path);
  const folder = join(await temporaryFolder('hosts'), 'hosts');
  await mkdir(folder);
  await cp(source, folder, { recursive: true, filter: (each) => !/[\\/](?:node_modules|dist)$/.test(each) });
  return folder;
}
