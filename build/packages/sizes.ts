/**
 * Prints what each published package brings to a project, from tarballs of the last build installed in empty folders.
 * `npm run sizes -- --update` writes it to docs/sizes.md.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { installTarballs, listInstalled } from './install.ts';
import { pack } from './pack.ts';
import type { PackageName } from './pack.ts';

const target = join(import.meta.dirname, '../../docs/sizes.md');

/** Each package with those of this project that it depends on, the one that is measured first. */
const installs: readonly (readonly [PackageName, ...PackageName[]])[] = [
  ['charter-elements'],
  ['charter-elements-cli', 'charter-elements'],
  ['charter-receiver', 'charter-elements'],
];

const folder = await mkdtemp(join(tmpdir(), 'charter-elements-sizes-'));
try {
  const lines = [
    '| `npm install` | tarball | packages | installed |',
    '| --- | ---: | ---: | ---: |',
    ...(await Promise.all(installs.map((names) => describe(...names)))),
  ];
  const text = await format(
    `# Sizes\n\nWhat each package brings to a project, itself included, as npm installs it in an empty folder. Written by \`npm run build && npm run sizes -- --update\`.\n\n${lines.join('\n')}\n`,
    { ...(await resolveConfig(target)), parser: 'markdown' },
  );
  console.log(text);
  if (process.argv.includes('--update')) await writeFile(target, text);
} finally {
  await rm(folder, { recursive: true });
}

async function describe(name: PackageName, ...others: PackageName[]): Promise<string> {
  const project = join(folder, `with-${name}`);
  await mkdir(project);
  const [own, ...rest] = await Promise.all([name, ...others].map((each) => pack(each, project)));
  await installTarballs(
    project,
    [own!, ...rest].map(({ tarball }) => tarball),
  );
  const installed = await listInstalled(project);
  const bytes = installed.reduce((sum, each) => sum + each.bytes, 0);
  return `| \`${name}\` | ${kilobytes(own!.size)} | ${installed.length} | ${kilobytes(bytes)} |`;
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000).toLocaleString('en')} kB`;
}
