import type { Counts, DepartmentCount } from './store.ts';

/** Departments that are named at most: whoever makes up some makes the answer no longer. */
export const mostDepartments = 100;

/** Numbers of people as they are shown: who declined is not for everybody. */
export interface ShownCounts {
  readonly accepted: number;
  readonly declined?: number;
}

export interface ShownCoverage {
  /** People that a group has at least: smaller ones are not shown. */
  readonly threshold: number;
  /** Left out where they are too few. */
  readonly total?: ShownCounts;
  readonly departments: readonly (ShownCounts & { readonly department: string | null })[];
  /** Of the departments that are not named, together. */
  readonly others?: ShownCounts;
}

export interface CoverageRules {
  readonly threshold: number;
  /** How many declined is shown, and they count as people of a group. */
  readonly showsDeclined: boolean;
}

/**
 * Makes of counts what may be shown: no group of fewer people than the threshold, nor one that could be computed from the
 * others. Departments that are too small are counted together; where even these are too few, the smallest of those that are
 * shown joins them.
 *
 * @param departments - The largest first; others of the total may be missing.
 */
export function showCoverage(
  { total, departments }: { total: Counts; departments: readonly DepartmentCount[] },
  { threshold, showsDeclined }: CoverageRules,
): ShownCoverage {
  const show = ({ accepted, declined }: Counts): ShownCounts => ({
    accepted,
    ...(showsDeclined && { declined }),
  });
  const sizeOf = ({ accepted, declined }: Counts) => accepted + (showsDeclined ? declined : 0);
  const isTooSmall = (counts: Counts) => sizeOf(counts) > 0 && sizeOf(counts) < threshold;
  if (isTooSmall(total)) return { threshold, departments: [] };

  const shown = departments
    .filter((counts) => sizeOf(counts) > 0 && !isTooSmall(counts))
    .toSorted((a, b) => sizeOf(b) - sizeOf(a));
  let others = shown.reduce((left, counts) => add(left, counts, -1), total);
  while (isTooSmall(others)) others = add(others, shown.pop()!, 1);
  return {
    threshold,
    total: show(total),
    departments: shown.toSorted(byName).map(({ department, ...counts }) => ({ department, ...show(counts) })),
    ...(sizeOf(others) > 0 && { others: show(others) }),
  };
}

function add(a: Counts, b: Counts, sign: 1 | -1): Counts {
  return { accepted: a.accepted + sign * b.accepted, declined: a.declined + sign * b.declined };
}

/** As the database sorts them, the unknown one last. */
function byName({ department: a }: DepartmentCount, { department: b }: DepartmentCount): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}
