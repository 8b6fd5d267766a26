import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { it } from 'node:test';

const folder = join(import.meta.dirname, '../../command-line');

/** The folders that each folder imports from, types included. */
function importsOfFolders(): Map<string, Set<string>> {
  const imports = new Map<string, Set<string>>();
  for (const path of globSync('**/*.ts', { cwd: folder, exclude: ['dist/**', 'node_modules/**'] })) {
    const from = dirname(path);
    const known = imports.get(from) ?? new Set();
    imports.set(from, known);
    for (const [, address] of readFileSync(join(folder, path), 'utf8').matchAll(/ from '(\.[^']+)'/g)) {
      const to = dirname(normalize(join(from, address!)));
      if (to !== from) known.add(to);
    }
  }
  return imports;
}

/** The folders that only import from others of them, taken away until nothing goes: what is left is in a circle. */
function circles(imports: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const left = new Map(imports);
  for (let size = -1; size !== left.size;) {
    size = left.size;
    for (const [name, others] of left) if (![...others].some((other) => left.has(other))) left.delete(name);
  }
  return [...left.keys()];
}

it('no folders of the command line import each other in a circle', () => {
  const imports = importsOfFolders();
  assert.ok(imports.size > 6);
  assert.deepEqual(circles(imports), []);
});
