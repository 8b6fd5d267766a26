/**
 * Names the repository in the manifest of each package that is released: `npm run release:repository -- <owner>/<name>`, once.
 * npm signs the provenance of a package that names where it is built from, and resolves the links of its README there.
 *
 * Not `npm pkg set`: it takes no list of workspaces that is an object, as this project's is (see CONTRIBUTING).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const [name = ''] = process.argv.slice(2);
if (!/^[\w-]+\/[\w.-]+$/.test(name)) {
  console.error(`"${name}" is no repository on GitHub: give <owner>/<name>.`);
  process.exit(2);
}

const { packages } = JSON.parse(readFileSync(join(root, 'lerna.json'), 'utf8')) as {
  packages: readonly string[];
};
for (const directory of packages) {
  const file = join(root, directory, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as object;
  const repository = {
    type: 'git',
    url: `git+https://github.com/${name}.git`,
    ...(directory !== '.' && { directory }),
  };
  writeFileSync(file, `${JSON.stringify({ ...manifest, repository }, null, 2)}\n`);
}
