import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { showCoverage } from '../../receiver/domain/coverage.ts';
import type { ShownCounts } from '../../receiver/domain/coverage.ts';
import type { DepartmentCount } from '../../receiver/domain/store.ts';

const counts = (department: string | null, accepted: number, declined = 0): DepartmentCount => ({
  department,
  accepted,
  declined,
});

/** What a store answers of these departments, or of the largest of them. */
function stored(all: readonly DepartmentCount[], most = all.length) {
  const sum = (name: 'accepted' | 'declined') => all.reduce((total, each) => total + each[name], 0);
  const departments = all.toSorted((a, b) => b.accepted + b.declined - a.accepted - a.declined);
  return {
    total: { accepted: sum('accepted'), declined: sum('declined') },
    departments: departments.slice(0, most),
  };
}

const forAll = { threshold: 5, showsDeclined: false };
const forReaders = { threshold: 5, showsDeclined: true };

describe('coverage, as it is shown', () => {
  it('counts small departments together, and who declined for readers alone', () => {
    const all = stored([counts('A', 9, 2), counts('B', 4, 1), counts('C', 2), counts(null, 6)]);
    assert.deepEqual(showCoverage(all, forAll), {
      threshold: 5,
      total: { accepted: 21 },
      departments: [
        { department: 'A', accepted: 9 },
        { department: null, accepted: 6 },
      ],
      others: { accepted: 6 },
    });
    assert.deepEqual(showCoverage(all, forReaders).departments, [
      { department: 'A', accepted: 9, declined: 2 },
      { department: null, accepted: 6, declined: 0 },
    ]);
    assert.deepEqual(showCoverage(all, forReaders).others, { accepted: 6, declined: 1 });
  });

  it('hides the smallest that could be shown where a hidden one would be what is left', () => {
    const shown = showCoverage(stored([counts('A', 9), counts('B', 6), counts('C', 1)]), forAll);
    assert.deepEqual(shown.departments, [{ department: 'A', accepted: 9 }]);
    assert.deepEqual(shown.others, { accepted: 7 });
  });

  it('shows no number where there are too few people in all, and nobody where there is nobody', () => {
    assert.deepEqual(showCoverage(stored([counts('A', 4, 9)]), forAll), { threshold: 5, departments: [] });
    assert.deepEqual(showCoverage(stored([counts('A', 0, 9)]), forAll), {
      threshold: 5,
      total: { accepted: 0 },
      departments: [],
    });
  });

  it('never shows a group under the threshold, nor lets one be computed', () => {
    const department = fc.record({ accepted: fc.nat(12), declined: fc.nat(3) });
    fc.assert(
      fc.property(
        fc.array(department, { maxLength: 12 }),
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 1, max: 12 }),
        fc.boolean(),
        (made, threshold, most, showsDeclined) => {
          const all = made.map(({ accepted, declined }, index) => counts(`D${index}`, accepted, declined));
          const { total, departments, others } = showCoverage(stored(all, most), {
            threshold,
            showsDeclined,
          });
          const sizeOf = ({ accepted, declined = 0 }: ShownCounts) => accepted + declined;
          const groups = [...departments, ...(total ? [total] : []), ...(others ? [others] : [])];
          for (const group of groups) assert.ok(sizeOf(group) === 0 || sizeOf(group) >= threshold);
          assert.ok(departments.length <= most);
          if (!total) {
            assert.deepEqual([departments, others], [[], undefined]);
            return;
          }
          // What is left when all that is shown is taken away is what is shown of the others.
          const left = sizeOf(total) - departments.reduce((sum, group) => sum + sizeOf(group), 0);
          assert.equal(left, others ? sizeOf(others) : 0);
        },
      ),
    );
  });
});
