import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readTokens } from '../../build/manifest/css-properties.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const known = new Set(
  readTokens(globSync(['src/styles/*.ts', 'src/elements/*/*-styles.ts'], { cwd: root }).map(read)).map(
    ({ name }) => name,
  ),
);

describe('the themes of the demo', () => {
  const themes = globSync('demo/themes/*.css', { cwd: root });

  it('are there', () => assert.ok(themes.length >= 5));

  for (const path of themes)
    it(`${path} sets tokens that elements have, and nothing else`, () => {
      const declared = [...read(path).matchAll(/^\s+([\w-]+):/gm)].map(([, name]) => name!);
      assert.ok(declared.length > 0);
      assert.deepEqual(
        declared.filter((name) => !known.has(name)),
        [],
      );
    });
});
