import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { documentWith } from '../../build/marked-document.ts';
import type { Document } from '../../build/marked-document.ts';
import { headlineOf, tableOf } from './table.ts';
import type { Results } from './table.ts';

describe('the figures of faults are those of the last committed run', async () => {
  const results = JSON.parse(await readFile(join(import.meta.dirname, 'results.json'), 'utf8')) as Results;
  const documents = { 'README.md': headlineOf, 'docs/figures.md': tableOf };
  for (const [path, write] of Object.entries(documents) as [Document, typeof tableOf][]) {
    it(`in ${path}`, async () => {
      const document = await readFile(join(import.meta.dirname, '../..', path), 'utf8');
      assert.equal(document, await documentWith('faults', write(results), path));
    });
  }
});
