import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { packages } from '../../build/packages/pack.ts';
import type { PackageName } from '../../build/packages/pack.ts';
import { packPackage, root, run } from '../support/packages.ts';

const bin = (name: string): string => join(root, 'node_modules/.bin', name);
const names = Object.keys(packages) as PackageName[];

for (const name of names) {
  describe(`the tarball of ${name}, as tools for packages see it`, async () => {
    const { tarball, files } = await packPackage(name);

    it('publint has nothing to say', async () => {
      const { code, output } = await run(root, bin('publint'), ['run', tarball, '--strict']);
      assert.equal(code, 0, output);
      assert.match(output, /All good!/);
    });

    it('has a licence and something to read', () => {
      const paths = files.map(({ path }) => path);
      for (const path of ['LICENSE', 'README.md']) assert.ok(paths.includes(path), `${path} is missing`);
    });

    // The command line is run, not imported.
    if (name !== 'charter-elements-cli')
      it('types are found for every entry point', async () => {
        // `esm-only`: browsers run ES modules, and Node 20 and later load them with require() too. Resolution as Node 10 did
        // it knows no `exports`: it would find the main entry point alone.
        const { code, output } = await run(root, bin('attw'), [
          tarball,
          '--profile',
          'esm-only',
          '--format',
          'table-flipped',
        ]);
        assert.equal(code, 0, output);
      });
  });

  describe(`the list of what ${name} is made of`, () => {
    it('has each dependency, and no tool of development', async () => {
      const { output } = await run(root, process.execPath, [join(root, 'build/sbom.ts'), name]);
      const { metadata, components } = JSON.parse(output) as {
        metadata: { component: { name: string } };
        components: { name: string }[];
      };
      const listed = components.map((component) => component.name);
      const manifest = JSON.parse(await readFile(join(root, packages[name], 'package.json'), 'utf8')) as {
        dependencies: object;
      };
      const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as {
        packages: Record<string, { dev?: boolean }>;
      };
      // A tool may need another version of what a package needs too.
      const isTool = (listedName: string): boolean =>
        Object.entries(lock.packages)
          .filter(([path]) => path.endsWith(`node_modules/${listedName}`))
          .every(([, { dev }]) => dev === true);
      assert.equal(metadata.component.name, name);
      const missing = Object.keys(manifest.dependencies).filter((dependency) => !listed.includes(dependency));
      const unwanted = listed.filter(isTool);
      assert.deepEqual({ missing, unwanted }, { missing: [], unwanted: [] });
    });
  });
}
