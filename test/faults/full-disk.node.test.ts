import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runFullDisk } from './full-disk.ts';
import { faultTimeout } from './run-settings.ts';

describe('a full disk', { timeout: 2 * faultTimeout }, () => {
  for (const store of ['pglite', 'postgresql'] as const) {
    it(`loses nothing that a receiver on ${store} acknowledged`, { timeout: faultTimeout }, async (test) => {
      const result = await runFullDisk({ store, log: (line) => test.diagnostic(line) });
      assert.deepEqual([result.lost, result.doubled], [0, 0]);
      assert.ok(result.refused > 0 && result.acknowledged > result.refused, JSON.stringify(result));
    });
  }
});
