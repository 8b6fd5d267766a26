import type { Part } from './table.ts';

const month = 30 * 24 * 3600;
const people = 1_200_000;

/** How fast a country's hospital staff might sign: from an even month to everyone within one hour. */
const campaigns = [
  ['A month, evenly', people, month],
  ['Half of them on the first day, in eight hours', people / 2, 8 * 3600],
  ['All of them within one hour', people, 3600],
] as const;

const single = 'Signatures recorded over HTTP in PostgreSQL, 1 connection';
const many = 'Signatures recorded over HTTP in PostgreSQL, 64 connections';
const coverage = 'Coverage by department, 1,000,000 signatures';

const figures = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
const share = new Intl.NumberFormat('en', { style: 'percent', maximumSignificantDigits: 2 });

/**
 * What one receiver and one PostgreSQL carry beside what hospitals sign, as a table of Markdown.
 *
 * @param part - What the benchmark of the receiver found last.
 * @throws Error where it has not measured one of the figures.
 */
export function capacityOf({ results, machine, date }: Part): string {
  const find = (what: string) => {
    const found = results.find((result) => result.what === what);
    if (!found) throw new Error(`bench/results.json has no "${what}"`);
    return found.ours.median;
  };
  const [slowest, fastest] = [find(single), find(many)];
  const rows = campaigns.map(([name, signatures, seconds]) => {
    const rate = signatures / seconds;
    return `| ${name} | ${figures.format(rate)} | ${share.format(rate / fastest)} |`;
  });
  return [
    `One receiver with one PostgreSQL, both on one machine of ${machine.processors} processors together with the load ` +
      `generator, recorded ${figures.format(fastest)} signatures a second from 64 connections and ` +
      `${figures.format(slowest)} from one, each committed to the disk before it was acknowledged; coverage by department over a million ` +
      `signatures took ${figures.format(find(coverage))} ms (\`npm run bench -- receiver\`, ${date.slice(0, 10)}). ` +
      `The hospitals of France employ about ${figures.format(people / 1e6)} million people:`,
    '',
    '| They sign within | Signatures a second | Of what was measured |',
    '| --- | ---: | ---: |',
    ...rows,
  ].join('\n');
}
