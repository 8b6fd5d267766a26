import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { circlesOf } from './circles.ts';
import { readImports } from './imports.ts';

const root = join(import.meta.dirname, '../..');
const folders = [
  ...['src', 'receiver', 'command-line', 'bin', 'locales', 'build', 'demo'],
  ...['stories', '.storybook', 'test', 'bench'],
];

describe('files and folders', async () => {
  const imports = await readImports(root, folders);

  for (const folder of folders)
    it(`of ${folder} are looked at`, () => {
      assert.ok(imports.some(({ from }) => from.startsWith(`${folder}/`)));
    });

  it('are looked at where they import a type only', () => {
    const one = { from: 'src/localization/check-texts.lazy.ts', to: 'src/localization/texts-by-id.ts' };
    assert.ok(imports.some(({ from, to }) => from === one.from && to === one.to));
  });

  it('import in one direction', () => {
    const tied = [...circlesOf(imports).values()].flat();
    assert.deepEqual(
      tied.map(({ from, to }) => `${from} → ${to}`),
      [],
    );
  });
});

describe('a circle', () => {
  const tie = (from: string, to: string) => ({ from, to });

  it('of files is found, with what leads to it left out', () => {
    const circle = [tie('src/a.ts', 'src/b.ts'), tie('src/b.ts', 'src/a.ts')];
    const found = circlesOf([tie('src/first.ts', 'src/a.ts'), ...circle, tie('src/b.ts', 'src/last.ts')]);
    assert.deepEqual([...found], [['src', circle]]);
  });

  it('of folders is found, though no file is in one', () => {
    const circle = [
      tie('stories/states/a.ts', 'test/support/b.ts'),
      tie('test/elements/c.ts', 'stories/support/d.ts'),
    ];
    assert.deepEqual([...circlesOf(circle)], [['', circle]]);
  });

  it('of a folder and what stands beside it is found', () => {
    const circle = [
      tie('receiver/options.ts', 'receiver/http/a.ts'),
      tie('receiver/http/b.ts', 'receiver/options.ts'),
    ];
    assert.deepEqual([...circlesOf(circle)], [['receiver', circle]]);
  });

  it('is none where a part uses what stands beside its folder', () => {
    const line = [
      tie('src/viewer/element.ts', 'src/viewer/views/a.ts'),
      tie('src/viewer/views/a.ts', 'src/viewer/texts.ts'),
    ];
    assert.deepEqual([...circlesOf(line)], []);
  });
});
