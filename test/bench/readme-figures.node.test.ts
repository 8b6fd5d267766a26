import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { format, resolveConfig } from 'prettier';
import { withTable } from '../../bench/faults/table.ts';
import type { Results } from '../../bench/faults/table.ts';

const root = join(import.meta.dirname, '../..');
const readmePath = join(root, 'README.md');

describe('the figures in README', () => {
  it('are those of the last committed run', async () => {
    const readme = await readFile(readmePath, 'utf8');
    const results = JSON.parse(await readFile(join(root, 'bench/faults/results.json'), 'utf8')) as Results;
    const wanted = await format(withTable(readme, results), {
      ...(await resolveConfig(readmePath)),
      parser: 'markdown',
    });
    assert.equal(readme, wanted);
  });
});
