import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runKills } from './kills.ts';
import type { Store } from './place.ts';
import { faultKills, faultSeed, faultTimeout } from './run-settings.ts';

const kills = faultKills;

/** What was acknowledged is there, however the receiver ends. */
export function killsSuite(store: Store): void {
  describe(`a receiver on ${store} (FAULT_SEED=${faultSeed})`, { timeout: faultTimeout }, () => {
    it(
      `has every signature that it acknowledged after ${kills} times kill -9`,
      { timeout: faultTimeout },
      async (test) => {
        const result = await runKills({
          store,
          kills,
          seed: faultSeed,
          log: (line) => test.diagnostic(line),
        });
        assert.deepEqual([result.lost, result.doubled], [0, 0]);
        // Else the run has shown nothing: receivers died idle, or before they had recorded anything.
        assert.ok(result.acknowledged > kills && result.unanswered > kills / 2, JSON.stringify(result));
        assert.ok(result.duringStart <= kills - 3, JSON.stringify(result));
      },
    );
  });
}
