import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { areas, leftOut } from './areas.ts';
import { isNamed, readEquivalents, readResults } from './results.ts';
import { countsOf, documentOf, scoreOf, target } from './table.ts';

const root = join(import.meta.dirname, '../..');
const [results, equivalents] = [await readResults(), await readEquivalents()];

describe('the mutants of the last committed run', () => {
  it('are those of docs/mutants.md', async () => {
    assert.equal(await readFile(target, 'utf8'), await documentOf(results, equivalents));
  });

  for (const { folder } of areas)
    it(`are killed in ${folder}, nine of ten at least`, () => {
      const score = scoreOf(countsOf(folder, results, equivalents));
      assert.ok(score >= 90, `${score} %`);
    });

  it('are of files that are there', () => {
    const gone = [...Object.keys(results), ...Object.values(leftOut).flat()].filter(
      (file) => !existsSync(join(root, file)),
    );
    assert.deepEqual(gone, []);
  });

  it('are called equivalent where they survived, once and with a reason', () => {
    const survived = Object.entries(results).flatMap(([file, { survivors }]) =>
      survivors.map((survivor) => ({ file, survivor })),
    );
    for (const each of equivalents) {
      const name = `${each.file}: ${each.code} ${each.from} → ${each.to}`;
      assert.ok(
        survived.some(({ file, survivor }) => isNamed(file, survivor, [each])),
        `${name} did not survive`,
      );
      assert.match(each.why, /\w+ .*\.$/, name);
    }
    const names = equivalents.map(({ why: _, ...each }) => JSON.stringify(each));
    assert.equal(new Set(names).size, names.length);
  });
});
