import type { ToldResult } from '../conformance/tell-results.ts';
import type { Verdict } from '../messages/verdict.ts';
import type { Words } from '../messages/words.ts';
import { wrap } from '../terminal/terminal.ts';
import type { Output, Style } from '../terminal/terminal.ts';

const colours: Readonly<Record<Verdict, Style>> = {
  pass: 'green',
  breach: 'red',
  remark: 'yellow',
  skipped: 'dim',
};

export function countVerdicts(results: readonly { readonly verdict: Verdict }[]): Record<Verdict, number> {
  const counts = { pass: 0, breach: 0, remark: 0, skipped: 0 };
  for (const { verdict } of results) counts[verdict]++;
  return counts;
}

/** The table, group by group: check, expected, got, verdict; the reasons under the line. */
export function describeResults(
  results: readonly ToldResult[],
  { output, words }: { output: Output; words: Words },
): string {
  const said = words.results;
  const width = (column: 'title' | 'expected' | 'got', name: string): number =>
    Math.max(name.length, ...results.map((result) => result[column].length));
  const widths = {
    title: width('title', said.check()),
    expected: width('expected', said.expected()),
    got: width('got', said.got()),
  };
  const row = (title: string, expected: string, got: string): string =>
    `  ${title.padEnd(widths.title)}  ${expected.padEnd(widths.expected)}  ${got.padEnd(widths.got)}  `;

  const lines = [output.style('bold', `${row(said.check(), said.expected(), said.got())}${said.verdict()}`)];
  let lastReason: string | undefined;
  for (const group of new Set(results.map((result) => result.group))) {
    lines.push('', output.style('bold', group));
    for (const { title, expected, got, verdict, reasons } of results.filter(
      (result) => result.group === group,
    )) {
      lines.push(`${row(title, expected, got)}${output.style(colours[verdict], said[verdict]())}`);
      if (verdict === 'pass') continue;
      // What is said of several lines in a row is said once, unless it is a breach.
      const isSaid = verdict !== 'breach' && reasons.length === 1 && reasons[0] === lastReason;
      for (const reason of isSaid ? [] : reasons)
        lines.push(output.style('dim', wrap(reason, '      ', 100)));
      lastReason = reasons[0];
    }
  }
  return `${lines.join('\n')}\n`;
}
