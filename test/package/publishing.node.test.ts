import assert from 'node:assert/strict';
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
