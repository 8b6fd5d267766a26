import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { backoff } from '../../src/outbox/index.ts';

const least = () => 0;
const most = () => 0.999_999;

describe('backoff', () => {
  const table: [attempts: number, seconds: number][] = [
    [1, 2],
    [2, 4],
    [3, 8],
    [4, 16],
    [5, 32],
    [6, 64],
    [7, 128],
    [8, 256],
    [9, 300],
    [10, 300],
    [1000, 300],
    [100_000, 300],
  ];
  for (const [attempts, seconds] of table) {
    it(`after ${attempts} failed attempts, waits between ${seconds / 2} and ${seconds} seconds`, () => {
      assert.equal(backoff(attempts, least), (seconds * 1000) / 2);
      assert.ok(backoff(attempts, most) < seconds * 1000);
      assert.ok(backoff(attempts, most) > seconds * 999.999);
    });
  }

  it('spreads waits evenly between its bounds', () => {
    assert.equal(
      backoff(1, () => 0.5),
      1500,
    );
    assert.equal(
      backoff(9, () => 0.25),
      187_500,
    );
  });

  it('always waits between one second and five minutes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempts, random) => {
          const wait = backoff(attempts, () => random);
          assert.ok(wait >= 1000 && wait <= 300_000);
        },
      ),
    );
  });
});
