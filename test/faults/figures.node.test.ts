import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';
import { documentWith } from '../support/figures-document.ts';
import { tableOf } from './table.ts';
import type { Results } from './table.ts';

it('docs/figures.md has the figures of the last committed run of faults', async () => {
  const document = await readFile(join(import.meta.dirname, '../../docs/figures.md'), 'utf8');
  const results = JSON.parse(await readFile(join(import.meta.dirname, 'results.json'), 'utf8')) as Results;
  assert.equal(document, await documentWith('faults', tableOf(results)));
});
