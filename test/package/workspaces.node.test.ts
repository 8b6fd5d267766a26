import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';

const read = async <T>(name: string): Promise<T> =>
  JSON.parse(await readFile(join(import.meta.dirname, '../..', name), 'utf8')) as T;

// npm warns of a workspace with install scripts to approve, and the root, where they have to stand, would be one. So npm's
// list leaves the root out, and changesets, which releases it too, reads another: lerna.json. It looks there where npm's
// list is not an array.
it('releases see the library and every workspace of npm', async () => {
  const { workspaces } = await read<{ workspaces: { packages: string[] } }>('package.json');
  const { packages } = await read<{ packages: string[] }>('lerna.json');
  assert.deepEqual(packages, ['.', ...workspaces.packages]);
});
