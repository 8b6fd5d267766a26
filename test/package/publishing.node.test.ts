import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { packPackage, root, run } from './support/packed.ts';

const bin = (name: string): string => join(root, 'node_modules/.bin', name);

describe('the tarball, as tools for packages see it', async () => {
  const { tarball } = await packPackage();

  it('publint has nothing to say', async () => {
    const { code, output } = await run(root, bin('publint'), ['run', tarball, '--strict']);
    assert.equal(code, 0, output);
    assert.match(output, /All good!/);
  });

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

describe('the list of what the package is made of', () => {
  it('has each dependency, and no tool of development', async () => {
    const { output } = await run(root, process.execPath, [join(root, 'build/sbom.ts')]);
    const { metadata, components } = JSON.parse(output) as {
      metadata: { component: { name: string } };
      components: { name: string }[];
    };
    const listed = components.map(({ name }) => name);
    const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
      name: string;
      dependencies: object;
    };
    const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { dev?: boolean }>;
    };
    const isTool = (name: string): boolean => packages[`node_modules/${name}`]?.dev === true;
    assert.equal(metadata.component.name, manifest.name);
    const missing = Object.keys(manifest.dependencies).filter((name) => !listed.includes(name));
    const unwanted = listed.filter(isTool);
    assert.deepEqual({ missing, unwanted }, { missing: [], unwanted: [] });
  });
});
