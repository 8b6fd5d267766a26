/** Several measures of one thing, in one unit. */
export interface Sample {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
}

/** What one line of the table says: a figure beside that of a peer or a floor, both of the same run. */
export interface Result {
  /** What was measured, as the table names it: "Start, charter visible". */
  readonly what: string;
  /** Ours; a sample of one run where the figure is a count, such as bytes. */
  readonly ours: Sample;
  readonly unit: Unit;
  /** What it is measured beside. */
  readonly beside?: { readonly name: string; readonly theirs: Sample } | undefined;
  /** What is compared with the target: the ratio of the medians, or ours where there is nothing beside it. */
  readonly value: number;
  readonly target?: Target | undefined;
  /** Why a target is missed and what was tried, or how it was measured. One sentence or two. */
  readonly note?: string | undefined;
  /** Stands in docs/figures.md too, as what has a target does. */
  readonly inSummary?: boolean;
  /** Stands in README, under this name. */
  readonly headline?: string | undefined;
}

type Options = Pick<Result, 'target' | 'note' | 'inSummary' | 'headline'>;

export type Unit = 'B' | 'ms' | 'per second' | 'MB' | 'nodes';

/** A bound on {@link Result.value}, `most` or `least`. */
export type Target = { readonly most: number } | { readonly least: number };

/** A part of the benchmark: measures, and tells of its progress in lines. */
export type Suite = (log: (line: string) => void) => Promise<readonly Result[]>;

/** Sorts what was measured into median and spread. @throws RangeError where nothing was. */
export function sampleOf(values: readonly number[]): Sample {
  if (values.length === 0) throw new RangeError('a sample needs a measure');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const median =
    sorted.length % 2 === 0 ? (sorted[middle - 1]! + sorted[middle]!) / 2 : sorted[Math.floor(middle)]!;
  return { median, min: sorted[0]!, max: sorted.at(-1)!, runs: sorted.length };
}

/** A figure beside another, of the same run. */
export function ratio(
  what: string,
  unit: Unit,
  ours: readonly number[],
  beside: { readonly name: string; readonly values: readonly number[] },
  options: Options = {},
): Result {
  const mine = sampleOf(ours);
  const theirs = sampleOf(beside.values);
  return {
    what,
    unit,
    ours: mine,
    beside: { name: beside.name, theirs },
    value: mine.median / theirs.median,
    ...options,
  };
}

/** A figure that stands alone. */
export function figure(what: string, unit: Unit, ours: readonly number[], options: Options = {}): Result {
  const mine = sampleOf(ours);
  return { what, unit, ours: mine, value: mine.median, ...options };
}

export function isMet({ value, target }: Result): boolean | undefined {
  if (target === undefined) return undefined;
  return 'most' in target ? value <= target.most : value >= target.least;
}
