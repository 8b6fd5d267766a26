import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../..');

test('each page of demo/hosts is named in the guide and opened by a test', async () => {
  const guide = await readFile(join(root, 'docs/hosts.md'), 'utf8');
  const journey = await readFile(join(root, 'test/end-to-end/hosts.e2e.test.ts'), 'utf8');
  const apps = await readFile(join(root, 'test/support/host-pages.ts'), 'utf8');
  const entries = await readdir(join(root, 'demo/hosts'), { withFileTypes: true });
  const pages = entries.filter((entry) => entry.isDirectory() && entry.name !== 'node_modules');
  assert.ok(pages.length >= 12);
  for (const { name } of pages) {
    assert.match(guide, new RegExp(`\`(demo/hosts/)?${name}\``), `docs/hosts.md does not name ${name}`);
    assert.ok(journey.includes(`'/${name}/`) || apps.includes(`'${name}'`), `no test opens ${name}`);
  }
});
