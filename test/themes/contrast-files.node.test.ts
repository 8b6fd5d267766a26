import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { it } from 'node:test';

const test = join(import.meta.dirname, '..');

it('the contrast of every element that has states is computed, each in a file of its own', () => {
  const elements = globSync('elements/*/states.ts', { cwd: test }).map((path) => basename(dirname(path)));
  const files = globSync('themes/contrast-*.browser.test.ts', { cwd: test }).map((path) => basename(path));
  assert.deepEqual(files.sort(), elements.map((name) => `contrast-${name}.browser.test.ts`).sort());
});
