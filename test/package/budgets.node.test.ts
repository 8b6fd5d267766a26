import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { bundleElements, fourElements, gzipped, signing } from '../../build/packages/bundles.ts';
import { root } from '../support/packages.ts';

/** What a page may download at once, in bytes after gzip. Lower them after each gain; raise them deliberately. */
const budgets = {
  'a charter to read and sign': { most: 35_700, weigh: () => weighMain(signing) },
  'the four elements': { most: 41_300, weigh: () => weighMain(fourElements) },
  'the standalone script': { most: 43_600, weigh: () => weighFile('charter-elements.js') },
  'the loader': { most: 1_100, weigh: () => weighFile('charter-elements-loader.js') },
};

type Chunks = ReturnType<typeof bundleElements>;
const bundles = new Map<typeof signing, Chunks>();

/** Each bundle is made once. */
function bundled(names: typeof signing): Chunks {
  const chunks = bundles.get(names) ?? bundleElements(names);
  bundles.set(names, chunks);
  return chunks;
}

async function weighMain(names: typeof signing): Promise<number> {
  const chunks = await bundled(names);
  return gzipped(chunks.find(({ name }) => name === 'main')!.code);
}

async function weighFile(name: string): Promise<number> {
  return gzipped(await readFile(join(root, 'dist/standalone', name), 'utf8'));
}

describe('bytes', () => {
  for (const [what, { most, weigh }] of Object.entries(budgets)) {
    it(`of ${what}: at most ${most} after gzip`, async (test) => {
      const bytes = await weigh();
      test.diagnostic(`${bytes} bytes`);
      assert.ok(bytes <= most, `${what} weighs ${bytes} bytes`);
    });
  }

  it('of the library of schemas are not among them', async () => {
    const chunks = await bundled(fourElements);
    const { modules } = chunks.find(({ name }) => name === 'main')!;
    const heavy = Object.entries(modules).filter(
      ([id, { renderedLength }]) =>
        renderedLength > 0 && /\/node_modules\/(valibot|jose|idb|@noble)\//.test(id),
    );
    assert.deepEqual(
      heavy.map(([id]) => id),
      [],
    );
  });
});
