import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';
import { documentWith } from '../support/readme.ts';
import { tableOf } from './table.ts';
import type { Results } from './table.ts';

it('README has the figures of the last committed run of faults', async () => {
  const readme = await readFile(join(import.meta.dirname, '../../README.md'), 'utf8');
  const results = JSON.parse(await readFile(join(import.meta.dirname, 'results.json'), 'utf8')) as Results;
  assert.equal(readme, await documentWith('faults', tableOf(results)));
});
