import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { suites } from '../../bench/suites.ts';
import { documentWith } from '../support/readme.ts';
import { capacityOf } from '../../bench/support/capacity.ts';
import { summaryOf, tableOf } from '../../bench/support/table.ts';
import type { Part } from '../../bench/support/table.ts';

const root = join(import.meta.dirname, '../..');
const read = async <T>(path: string): Promise<T> => JSON.parse(await readFile(join(root, path), 'utf8')) as T;

describe('the figures in README', async () => {
  const readme = await readFile(join(root, 'README.md'), 'utf8');

  it('of size and speed are those of the last committed run of each part', async () => {
    const parts = await read<Record<string, Part>>('bench/results.json');
    const unknown = Object.keys(parts).filter((name) => !(name in suites));
    assert.deepEqual(unknown, []);
    const inOrder = Object.keys(suites).flatMap((name) => parts[name] ?? []);
    assert.equal(readme, await documentWith('bench', summaryOf(inOrder)));
    const all = 'bench/RESULTS.md';
    assert.equal(await readFile(join(root, all), 'utf8'), await documentWith('bench', tableOf(inOrder), all));
  });

  it('of what one PostgreSQL carries are those of the same run', async () => {
    const { receiver } = await read<Record<string, Part>>('bench/results.json');
    const scaling = 'docs/scaling.md';
    assert.ok(receiver);
    assert.equal(
      await readFile(join(root, scaling), 'utf8'),
      await documentWith('capacity', capacityOf(receiver), scaling),
    );
  });
});
