import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../..');

test('each page of demo/hosts is named in the guide and opened by a test', async () => {
  const guide = await readFile(join(root, 'docs/hosts.md'), 'utf8');
  const tests = ['hosts', 'next'].map((name) => join(root, `test/end-to-end/${name}.e2e.test.ts`));
  const journey = (await Promise.all(tests.map((path) => readFile(path, 'utf8')))).join('\n');
  const apps = await readFile(join(root, 'test/support/host-pages.ts'), 'utf8');
  const entries = await readdir(join(root, 'demo/hosts'), { withFileTypes: true });
  const pages = entries.filter((entry) => entry.isDirectory() && entry.name !== 'node_modules');
  assert.ok(pages.length >= 12);
  for (const { name } of pages) {
    assert.match(guide, new RegExp(`\`(demo/hosts/)?${name}\``), `docs/hosts.md does not name ${name}`);
    const isOpened =
      journey.includes(`'/${name}/`) ||
      apps.includes(`'${name}'`) ||
      journey.includes(`startServerHost('${name}'`);
    assert.ok(isOpened, `no test opens ${name}`);
  }
});

test('the page of Next is the one of the guide, to the letter', async () => {
  const guide = await readFile(join(root, 'docs/hosts.md'), 'utf8');
  for (const name of ['page', 'acknowledgement']) {
    const source = await readFile(join(root, `demo/hosts/next/app/${name}.jsx`), 'utf8');
    assert.ok(guide.includes(`\n\`\`\`jsx\n// app/${name}.jsx\n${source}\`\`\`\n`), `app/${name}.jsx`);
  }
});
