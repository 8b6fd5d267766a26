export const now = Date.parse('2026-11-23T12:00:00Z');
const minute = 60_000;

/** A `Retry-After` header at that time, and the milliseconds to wait. */
export const retryAfterTable: readonly [header: string | null, wait: number | undefined][] = [
  [null, undefined],
  ['0', 0],
  ['1', 1000],
  ['120', 2 * minute],
  [' 30 ', 30_000],
  ['3600', 60 * minute],
  ['3601', 60 * minute],
  ['999999999999', 60 * minute],
  ['Mon, 23 Nov 2026 12:00:30 GMT', 30_000],
  ['Mon, 23 Nov 2026 12:59:59 GMT', 3_599_000],
  ['Mon, 23 Nov 2026 14:00:00 GMT', 60 * minute],
  ['Fri, 31 Dec 9999 23:59:59 GMT', 60 * minute],
  ['Mon, 23 Nov 2026 12:00:00 GMT', 0],
  ['Mon, 23 Nov 2026 11:00:00 GMT', 0],
  ['', undefined],
  ['soon', undefined],
  ['-5', undefined],
  ['1.5', undefined],
  ['1e3', undefined],
  ['5 minutes', undefined],
  ['NaN', undefined],
];
