import type { Machine } from '../../test/support/machine.ts';
import { isMet } from './result.ts';
import type { Result, Sample, Target, Unit } from './result.ts';

/** What one part of the benchmark found, as results.json has it. */
export interface Part {
  readonly date: string;
  readonly seconds: number;
  readonly machine: Machine;
  readonly results: readonly Result[];
}

const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** A figure with its spread: "12.3 ms (11.9–13.1)". */
function write({ median, min, max, runs }: Sample, unit: Unit): string {
  const format = unit === 'B' || unit === 'nodes' ? whole : number;
  const spread = runs > 1 ? ` (${format.format(min)}–${format.format(max)})` : '';
  return `${format.format(median)} ${unit}${spread}`;
}

function writeTarget(target: Target): string {
  return 'most' in target ? `≤ ${number.format(target.most)}` : `≥ ${number.format(target.least)}`;
}

function rowOf(result: Result): string {
  const { what, ours, unit, beside, value, target, note } = result;
  const met = { true: ', met', false: ', **missed**' }[String(isMet(result))] ?? '';
  return [
    note === undefined ? what : `${what}. ${note}`,
    write(ours, unit),
    beside ? `${beside.name}: ${write(beside.theirs, unit)}` : '',
    beside ? number.format(value) : '',
    target ? `${writeTarget(target)}${met}` : '',
  ].join(' | ');
}

/** All that each part found last, and what it was measured on. */
export function tableOf(parts: readonly Part[]): string {
  const head = ['What', 'Ours', 'Beside', 'Ratio', 'Target'].join(' | ');
  const rows = parts.flatMap(({ results }) => results.map(rowOf));
  const machines = new Set(
    parts.map(
      ({ date, machine }) =>
        `${machine.processor}, ${machine.processors} processors, ${machine.memoryGiB} GiB, ${machine.system}, ` +
        `Node ${machine.node}, ${date.slice(0, 10)}`,
    ),
  );
  return [
    ...[head, '--- | ---: | --- | ---: | ---', ...rows].map((row) => `| ${row} |`),
    '',
    `Medians, with the least and the most; measured on ${[...machines].join('; ')}.`,
  ].join('\n');
}

/** The table in docs/figures.md: what has a target, and what says most of the rest. What is met needs no words. */
export function summaryOf(parts: readonly Part[]): string {
  return tableOf(
    parts.map((part) => ({
      ...part,
      results: part.results
        .filter(({ target, inSummary }) => target !== undefined || inSummary === true)
        .map((result) => (isMet(result) ? { ...result, note: undefined } : result)),
    })),
  );
}

/** README's table: a few of them, as short as can be. */
export function headlinesOf(parts: readonly Part[]): string {
  const rows = parts.flatMap(({ results }) =>
    results.flatMap(({ headline, ours, unit, beside }) =>
      headline === undefined
        ? []
        : [
            `| ${headline} | ${write(ours, unit)} | ${beside ? `${beside.name}: ${write(beside.theirs, unit)}` : ''} |`,
          ],
    ),
  );
  return ['| What | Ours | Beside |', '| --- | ---: | --- |', ...rows].join('\n');
}
