import type { CheckResult, Verdict } from '../conformance/checks/run-checks.ts';
import { wrap } from '../terminal/terminal.ts';
import type { Output, Style } from '../terminal/terminal.ts';

const words: Readonly<Record<Verdict, string>> = {
  pass: 'conforme',
  breach: 'écart',
  remark: 'remarque',
  skipped: 'sans objet',
};
const colours: Readonly<Record<Verdict, Style>> = {
  pass: 'green',
  breach: 'red',
  remark: 'yellow',
  skipped: 'dim',
};

export function countVerdicts(results: readonly CheckResult[]): Record<Verdict, number> {
  const counts = { pass: 0, breach: 0, remark: 0, skipped: 0 };
  for (const { verdict } of results) counts[verdict]++;
  return counts;
}

/** The table, group by group: check, expected, got, verdict; the reasons under the line. */
export function describeResults(results: readonly CheckResult[], output: Output): string {
  const width = (column: 'title' | 'expected' | 'got', name: string): number =>
    Math.max(name.length, ...results.map((result) => result[column].length));
  const widths = {
    title: width('title', 'Vérification'),
    expected: width('expected', 'Attendu'),
    got: width('got', 'Obtenu'),
  };
  const row = (title: string, expected: string, got: string): string =>
    `  ${title.padEnd(widths.title)}  ${expected.padEnd(widths.expected)}  ${got.padEnd(widths.got)}  `;

  const lines = [output.style('bold', `${row('Vérification', 'Attendu', 'Obtenu')}Verdict`)];
  let lastReason: string | undefined;
  for (const group of new Set(results.map((result) => result.group))) {
    lines.push('', output.style('bold', group));
    for (const { title, expected, got, verdict, reasons } of results.filter(
      (result) => result.group === group,
    )) {
      lines.push(`${row(title, expected, got)}${output.style(colours[verdict], words[verdict])}`);
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

/** One sentence: what to think of it, and what is left in the endpoint's database. */
export function concludeResults(
  results: readonly CheckResult[],
  { isStrict, rows, signer }: { isStrict: boolean; rows: number; signer: string },
): string {
  const { pass, breach, remark, skipped } = countVerdicts(results);
  const plural = (count: number, word: string): string => `${count} ${word}${count > 1 ? 's' : ''}`;
  const verdict =
    breach > 0
      ? 'Non conforme'
      : remark > 0 && isStrict
        ? 'Conforme au contrat, mais pas à --strict'
        : 'Conforme';
  return (
    `${verdict} : ${plural(breach, 'écart')}, ${plural(remark, 'remarque')}, ${plural(pass, 'vérification')} sans défaut` +
    `${skipped > 0 ? `, ${skipped} sans objet` : ''}. ` +
    `L’adresse a accepté ${plural(rows, 'enregistrement')} au nom de « ${signer} ».`
  );
}
