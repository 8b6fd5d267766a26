import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { documentWith } from '../../build/marked-document.ts';
import type { Document } from '../../build/marked-document.ts';
import { documentedFigures } from './table.ts';
import type { FailoverReport } from './table.ts';

const root = join(import.meta.dirname, '../..');

describe('the figures of the failover run', async () => {
  const report = JSON.parse(
    await readFile(join(import.meta.dirname, 'results.json'), 'utf8'),
  ) as FailoverReport;

  for (const [document, figures] of Object.entries(documentedFigures(report))) {
    it(`in ${document} are those of the last committed run`, async () => {
      const expected = await documentWith('failover', figures, document as Document);
      assert.equal(await readFile(join(root, document), 'utf8'), expected);
    });
  }

  it('have nothing lost, nothing doubled, and as many failovers as were asked for', () => {
    const { lost, doubled, lostOnStandby, doubledOnStandby } = report;
    const { kills, killsOfPostgreSQL, killsOfPatroni, outages, receiverKills } = report;
    assert.deepEqual([lost, doubled, lostOnStandby, doubledOnStandby], [0, 0, 0, 0]);
    assert.ok(kills >= 20 && receiverKills > 0);
    assert.equal(outages.length, kills + killsOfPostgreSQL + killsOfPatroni);
  });
});
