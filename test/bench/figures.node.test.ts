import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { suites } from '../../bench/suites.ts';
import { documentWith } from '../support/figures-document.ts';
import { summaryOf, tableOf } from '../../bench/support/table.ts';
import type { Part } from '../../bench/support/table.ts';

const root = join(import.meta.dirname, '../..');
const read = async <T>(path: string): Promise<T> => JSON.parse(await readFile(join(root, path), 'utf8')) as T;

describe('the figures in docs/figures.md', async () => {
  const document = await readFile(join(root, 'docs/figures.md'), 'utf8');

  it('of size and speed are those of the last committed run of each part', async () => {
    const parts = await read<Record<string, Part>>('bench/results.json');
    const unknown = Object.keys(parts).filter((name) => !(name in suites));
    assert.deepEqual(unknown, []);
    const inOrder = Object.keys(suites).flatMap((name) => parts[name] ?? []);
    assert.equal(document, await documentWith('bench', summaryOf(inOrder)));
    const all = 'bench/RESULTS.md';
    assert.equal(await readFile(join(root, all), 'utf8'), await documentWith('bench', tableOf(inOrder), all));
  });
});
