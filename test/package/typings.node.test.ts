import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { copyFixtures, installPacked, root, run } from '../support/packages.ts';

/** Each fixture holds what must compile, and lines that must not under `@ts-expect-error`. */
const projects = [
  { name: 'plain', file: 'plain.ts', options: {} },
  { name: 'react', file: 'react.tsx', options: { jsx: 'react-jsx' } },
  { name: 'solid', file: 'solid.tsx', options: { jsx: 'preserve', jsxImportSource: 'solid-js' } },
  { name: 'svelte', file: 'svelte.ts', options: {} },
  { name: 'vue', file: 'vue.ts', options: {} },
];

describe('the typings, in a project that has installed the package', () => {
  let folder = '';

  before(async () => {
    folder = await installPacked(['@types/react', 'csstype', '@angular/core', 'rxjs', 'tslib']);
    await copyFixtures('typings', folder);
    await copyFixtures('frameworks', join(folder, 'node_modules'));
  });

  const configure = async (
    name: string,
    file: string,
    options: object,
    more: object = {},
  ): Promise<string> => {
    const path = join(folder, `tsconfig.${name}.json`);
    const compilerOptions = {
      target: 'ES2022',
      module: 'preserve',
      moduleResolution: 'bundler',
      lib: ['ES2023', 'DOM', 'DOM.Iterable'],
      types: [],
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      ...options,
    };
    await writeFile(path, JSON.stringify({ compilerOptions, ...more, files: [file] }));
    return path;
  };
  const bin = (name: string): string => join(root, 'node_modules/.bin', name);

  for (const { name, file, options } of projects) {
    it(`${name}: takes what is right and refuses what is not`, async () => {
      const { output } = await run(folder, bin('tsc'), ['-p', await configure(name, file, options)]);
      assert.equal(output, '');
    });
  }

  it('angular: checks templates by the directives', async () => {
    const path = await configure(
      'angular',
      'angular.ts',
      { experimentalDecorators: true },
      { angularCompilerOptions: { strictTemplates: true } },
    );
    const { output } = await run(folder, bin('ngc'), ['-p', path]);
    assert.equal(output, '');
  });

  it('angular: refuses a wrong input, a wrong event and an unknown element', async () => {
    const path = await configure(
      'angular-refused',
      'angular-refused.ts',
      { experimentalDecorators: true },
      { angularCompilerOptions: { strictTemplates: true } },
    );
    const { output } = await run(folder, bin('ngc'), ['-p', path]);
    const lines = [...stripVTControlCharacters(output).matchAll(/angular-refused\.ts[:(](\d+)/g)].map(
      (match) => Number(match[1]),
    );
    // One a line of the template, which begins at line 9.
    assert.deepEqual(
      [...new Set(lines)].sort((a, b) => a - b),
      [9, 10, 11, 12, 13, 14, 15],
      output,
    );
  });
});
