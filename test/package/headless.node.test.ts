import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, it } from 'node:test';
import { version } from '../../src/version.ts';
import { copyFixtures, installPacked, run } from '../support/packages.ts';

/** The Node that runs the tests, and the machine's own where it has one. */
const nodes = [
  process.execPath,
  ...process.env['PATH']!.split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .map((folder) => join(folder, 'node'))
    .filter((path) => existsSync(path))
    .slice(0, 1),
];

/** What two of the entries are made for, and what that needs. */
const frameworks = ['react', '@angular/core', '@angular/compiler', 'rxjs', 'tslib'];

describe('the parts that need no browser, installed from the tarball', () => {
  for (const node of nodes) {
    it(`are imported and used by ${node}`, async () => {
      const folder = await installPacked(frameworks);
      await copyFixtures('headless', folder);
      const { output } = await run(folder, node, ['--no-warnings', 'use.mjs']);
      assert.match(output, /^\{.*\}\n$/s, output);
      assert.deepEqual(JSON.parse(output), {
        title: 'Charte de bon usage des réseaux sociaux',
        digest: 'sha256:',
        sent: true,
        settled: 0,
        backoff: true,
        schema: 'charter-elements charter',
        isLoader: 'function',
        classes: ['CharterViewer', 'CharterSignedEvent', 'CharterReceipt'],
        entries: true,
        version,
      });
    });
  }
});
