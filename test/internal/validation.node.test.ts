import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import type { DocumentError } from '../../src/internal/document-error.ts';
import { isInCalendar } from '../../src/internal/text-checks.ts';
import { parseDocument, uniqueIds } from '../../src/internal/validation.ts';

describe('isInCalendar', () => {
  const table: [text: string, expected: boolean][] = [
    ['2026-11-23', true],
    ['2028-02-29', true],
    ['2000-02-29', true],
    ['2026-02-29', false],
    ['1900-02-29', false],
    ['2026-02-30', false],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-01-00', false],
    ['2026-11-23T23:59:59Z', true],
    ['2026-11-23T23:59:59.123456789Z', true],
    ['2026-11-23T24:00:00Z', false],
    ['2026-11-23T23:60:00Z', false],
    ['2026-11-23T23:59:60Z', false],
    ['2026-02-30T12:00:00.000Z', false],
  ];
  for (const [text, expected] of table) {
    it(`${text}: ${expected ? 'yes' : 'no'}`, () => assert.equal(isInCalendar(text), expected));
  }
});

describe('uniqueIds', () => {
  it('looks at each id a bounded number of times, however many there are', () => {
    const reads = { count: 0 };
    const items = Array.from({ length: 1000 }, (_, index) => ({
      get id(): string {
        reads.count++;
        return `item-${index}`;
      },
    }));
    assert.equal(uniqueIds<typeof items>().requirement(items), true);
    assert.ok(reads.count <= 2 * items.length, `${reads.count} reads`);
  });
});

describe('parseDocument', () => {
  const schema = v.object({
    items: v.pipe(v.array(v.object({ id: v.string(), 'odd name': v.optional(v.number()) })), uniqueIds()),
  });

  it('gives the value', () => {
    assert.deepEqual(parseDocument(schema, { items: [{ id: 'a' }] }, 'list'), { items: [{ id: 'a' }] });
  });

  it('names every problem in document order', () => {
    const items = [{ id: 1 }, { id: 'b', 'odd name': 'x' }, {}];
    assert.throws(
      () => parseDocument(schema, { items }, 'list'),
      (error: DocumentError) => {
        assert.deepEqual(
          error.problems.map(({ path }) => path),
          ['$.items[0].id', '$.items[1].odd name', '$.items[2].id'],
        );
        assert.equal(error.url, undefined);
        return true;
      },
    );
  });

  it('finds an id that is used twice, however far apart', () => {
    const items = ['a', 'b', 'c', 'b', 'a'].map((id) => ({ id }));
    assert.throws(() => parseDocument(schema, { items }, 'list'), { message: /the id "b" is used twice/ });
  });
});
