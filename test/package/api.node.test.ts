import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { reportFolder, writeReports } from '../../build/api/reports.ts';
import { root } from '../support/packages.ts';

describe('the public surface', () => {
  let reports: Map<string, string>;

  before(async () => {
    reports = await writeReports();
  });

  it('has a report for each part, and no other', async () => {
    assert.deepEqual((await readdir(reportFolder)).sort(), [...reports.keys()].sort());
  });

  it('is the one of the reports: after a change that is meant, run `npm run api` and look at the difference', async () => {
    for (const [name, text] of reports) {
      assert.equal(text, await readFile(join(reportFolder, name), 'utf8'), `docs/api/${name} is out of date`);
    }
  });

  it('is exported whole by the main entry, except for the outbox', async () => {
    const all = Object.keys((await import(join(root, 'dist/index.js'))) as object);
    for (const entry of ['charter', 'signature', 'networks', 'localization', 'events']) {
      const names = Object.keys((await import(join(root, `dist/${entry}/index.js`))) as object);
      assert.deepEqual(
        names.filter((name) => !all.includes(name)),
        [],
        entry,
      );
    }
  });
});
