import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, it } from 'node:test';

const root = join(import.meta.dirname, '../..');
const read = (path: string): Promise<string> => readFile(join(root, path), 'utf8');

describe('README', async () => {
  const readme = await read('README.md');

  it('is read in a few minutes: the rest is in docs', () => {
    const bytes = Buffer.byteLength(readme);
    assert.ok(bytes <= 8192, `${bytes} bytes`);
  });

  it('begins with the two commands, as they are run for each change', async () => {
    const [start, tests] = [...readme.matchAll(/^```sh\n(?<command>.*)\n```$/gm)].map(
      ({ groups }) => groups!,
    );
    assert.equal(start!['command'], 'npm ci && npm start');
    assert.equal(tests!['command'], 'npm ci && npm test');
    for (const workflow of ['.ci/run', '.github/workflows/ci.yml']) {
      assert.ok((await read(workflow)).includes(tests!['command']), workflow);
    }
  });

  it('names each element', () => {
    const tags = globSync('src/elements/*/charter-*.ts', { cwd: root }).map((path) => basename(path, '.ts'));
    assert.ok(tags.length >= 5);
    assert.deepEqual(
      tags.filter((tag) => !readme.includes(`\`${tag}\``)),
      [],
    );
  });
});
