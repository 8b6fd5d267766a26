import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addDuration } from '../../src/internal/duration.ts';

const day = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

describe('addDuration', () => {
  for (const [start, duration, end] of [
    ['2026-03-01', 'P1Y', '2027-03-01'],
    ['2026-01-31', 'P1M', '2026-02-28'],
    ['2028-02-29', 'P1Y', '2029-02-28'],
    ['2026-12-15', 'P1Y6M', '2028-06-15'],
    ['2026-03-01', 'P2W', '2026-03-15'],
    ['2026-03-01', 'P1M1W1D', '2026-04-09'],
    ['2026-03-01', ' P10D ', '2026-03-11'],
    ['2026-03-01', 'P0D', '2026-03-01'],
  ] as const) {
    it(`${start} and ${duration} is ${end}`, () => {
      assert.equal(day(addDuration(new Date(`${start}T12:00:00`), duration)), end);
    });
  }

  for (const duration of ['', 'P', '1 an', 'P1', 'Y1', 'PT1H', 'P1.5Y', '-P1Y', 'P1D1Y'])
    it(`“${duration}” is none`, () => {
      assert.ok(Number.isNaN(addDuration(new Date(), duration).getTime()));
    });
});
