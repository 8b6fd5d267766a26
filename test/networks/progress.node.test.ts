import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  currentOutcome,
  isNetworkComplete,
  needsRecheck,
  readProgress,
  remainingSteps,
  settledSteps,
  stepOutcomes,
} from '../../src/networks/index.ts';
import type { Progress, StepOutcome } from '../../src/networks/index.ts';
import { networkOf, step } from './support/examples.ts';

const network = networkOf({
  steps: ['done', 'already', 'later', 'not-applicable', 'unanswered', 'revised']
    .map((id) => step(id, id === 'revised' ? { revision: 3 } : {}))
    .concat(step('constructor')),
});
const find = (id: string) => network.steps.find((other) => other.id === id)!;
const answered: Progress = {
  ...Object.fromEntries(stepOutcomes.map((outcome) => [outcome, { outcome, revision: 1 }])),
  revised: { outcome: 'done', revision: 2 },
  elsewhere: { outcome: 'done', revision: 1 },
};

describe('progress', () => {
  const table: [id: string, outcome: StepOutcome | undefined, recheck: boolean, remains: boolean][] = [
    ['done', 'done', false, false],
    ['already', 'already', false, false],
    ['not-applicable', 'not-applicable', false, false],
    ['later', 'later', false, true],
    ['unanswered', undefined, false, true],
    ['revised', undefined, true, true],
    ['constructor', undefined, false, true],
  ];
  for (const [id, outcome, recheck, remains] of table) {
    it(`of the step “${id}”: ${outcome ?? 'no outcome'}, ${recheck ? '' : 'not '}to be checked again`, () => {
      assert.equal(currentOutcome(answered, find(id)), outcome);
      assert.equal(needsRecheck(answered, find(id)), recheck);
      assert.equal(remainingSteps(answered, network).includes(find(id)), remains);
    });
  }

  it('counts every settled step of this network and no other', () => {
    assert.equal(settledSteps(answered, network), 3);
    assert.equal(settledSteps({}, network), 0);
  });

  it('leaves each step either settled or remaining', () => {
    const anyProgress = fc.dictionary(
      fc.constantFrom(...network.steps.map(({ id }) => id)),
      fc.record({ outcome: fc.constantFrom(...stepOutcomes), revision: fc.integer({ min: 0, max: 4 }) }),
    );
    fc.assert(
      fc.property(anyProgress, (progress) => {
        const remaining = remainingSteps(progress, network).length;
        assert.equal(settledSteps(progress, network) + remaining, network.steps.length);
      }),
    );
  });

  it('is complete once every step has an outcome, be it “later”', () => {
    const complete = Object.fromEntries(
      network.steps.map(({ id, revision }) => [id, { outcome: 'later' as const, revision }]),
    );
    assert.equal(isNetworkComplete(complete, network), true);
    for (const { id } of network.steps) {
      const { [id]: _, ...others } = complete;
      assert.equal(isNetworkComplete(others, network), false);
      const outcome = { outcome: 'done' as const, revision: 0 };
      assert.equal(isNetworkComplete({ ...complete, [id]: outcome }, network), false);
    }
  });

  it('does not take back an answer of a later revision, but asks again', () => {
    const later: Progress = { done: { outcome: 'done', revision: 9 } };
    assert.equal(currentOutcome(later, find('done')), undefined);
    assert.equal(needsRecheck(later, find('done')), false);
  });
});

describe('readProgress', () => {
  it('reads back what was stored', () => {
    assert.deepEqual(readProgress(JSON.parse(JSON.stringify(answered))), answered);
  });

  it('leaves out what is not progress', () => {
    const stored = {
      good: { outcome: 'later', revision: 1 },
      unknown: { outcome: 'perhaps', revision: 1 },
      bare: 'done',
      none: null,
      unnumbered: { outcome: 'done', revision: '1' },
    };
    assert.deepEqual(Object.keys(readProgress(stored)), ['good']);
  });

  for (const value of [null, undefined, 'x', 5, true, []]) {
    it(`finds none in ${JSON.stringify(value)}`, () => assert.deepEqual(readProgress(value), {}));
  }

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (value) => void readProgress(value)));
  });
});
