/**
 * Prints what a published package is made of, as CycloneDX: `npm run release:sbom -- charter-receiver`, or of the library.
 *
 * Of a copy without the tools of development: `npm sbom --omit dev` leaves out Lit and whatever else such a tool depends on
 * too (https://github.com/npm/cli/issues/7909), and `--workspace` leaves nothing out.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packages } from './packages/pack.ts';

const root = join(import.meta.dirname, '..');
const library = 'charter-elements';
const name = process.argv[2] ?? library;
if (!(name in packages)) {
  console.error(`There is no package ${name}: choose among ${Object.keys(packages).join(', ')}.`);
  process.exit(2);
}

const parent = mkdtempSync(join(tmpdir(), 'sbom-'));
try {
  // npm names the package by its folder.
  const folder = join(parent, name);
  mkdirSync(join(folder, library), { recursive: true });
  if (name !== library) writeManifest(library, join(folder, library));
  writeManifest(name, folder, name === library ? {} : { workspaces: [library] });
  copyFileSync(join(root, 'package-lock.json'), join(folder, 'package-lock.json'));
  const npm = (...args: string[]): string =>
    execFileSync('npm', [...args, '--package-lock-only'], { cwd: folder, encoding: 'utf8' });
  npm('install', '--ignore-scripts', '--offline');
  process.stdout.write(npm('sbom', '--sbom-format', 'cyclonedx'));
} finally {
  rmSync(parent, { recursive: true, force: true });
}

function writeManifest(of: string, folder: string, more: object = {}): void {
  const path = join(root, packages[of as keyof typeof packages], 'package.json');
  const {
    devDependencies: _tools,
    workspaces: _others,
    allowScripts: _approvals,
    ...manifest
  } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, ...more }));
}
