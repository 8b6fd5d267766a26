import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { suites } from './suites.ts';
import { documentWith } from '../build/marked-document.ts';
import { capacityOf } from './support/capacity.ts';
import { headlinesOf, summaryOf, tableOf } from './support/table.ts';
import type { Document } from '../build/marked-document.ts';
import type { Part } from './support/table.ts';

const root = join(import.meta.dirname, '..');
const read = async <T>(path: string): Promise<T> => JSON.parse(await readFile(join(root, path), 'utf8')) as T;

describe('the figures of size and speed are those of the last committed run of each part', async () => {
  const parts = await read<Record<string, Part>>('bench/results.json');
  const inOrder = Object.keys(suites).flatMap((name) => parts[name] ?? []);

  it('which the benchmark still has', () => {
    const unknown = Object.keys(parts).filter((name) => !(name in suites));
    assert.deepEqual(unknown, []);
  });

  const documents = { 'README.md': headlinesOf, 'docs/figures.md': summaryOf, 'bench/RESULTS.md': tableOf };
  for (const [path, write] of Object.entries(documents) as [Document, typeof tableOf][]) {
    it(`in ${path}`, async () => {
      assert.equal(
        await readFile(join(root, path), 'utf8'),
        await documentWith('bench', write(inOrder), path),
      );
    });
  }

  it('in docs/scaling.md, of what one PostgreSQL carries', async () => {
    const { receiver } = parts;
    const scaling = 'docs/scaling.md';
    assert.ok(receiver);
    assert.equal(
      await readFile(join(root, scaling), 'utf8'),
      await documentWith('capacity', capacityOf(receiver), scaling),
    );
  });
});
