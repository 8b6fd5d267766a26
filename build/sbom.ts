/**
 * Prints what the published package is made of, as CycloneDX. Run by `npm run release:sbom`.
 *
 * Of a copy without the tools of development: `npm sbom --omit dev` leaves out Lit and whatever else such a tool depends on
 * too (https://github.com/npm/cli/issues/7909).
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const {
  devDependencies: _tools,
  workspaces: _others,
  ...manifest
} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  name: string;
  devDependencies: object;
  workspaces: readonly string[];
};

const parent = mkdtempSync(join(tmpdir(), 'sbom-'));
try {
  // npm names the package by its folder.
  const folder = join(parent, manifest.name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  copyFileSync(join(root, 'package-lock.json'), join(folder, 'package-lock.json'));
  const npm = (...args: string[]): string =>
    execFileSync('npm', [...args, '--package-lock-only'], { cwd: folder, encoding: 'utf8' });
  npm('install', '--ignore-scripts', '--offline');
  process.stdout.write(npm('sbom', '--sbom-format', 'cyclonedx'));
} finally {
  rmSync(parent, { recursive: true, force: true });
}
