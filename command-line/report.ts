import { countFindings } from './findings.ts';
import type { Finding } from './findings.ts';
import type { Output } from './terminal.ts';

const words = { error: 'erreur', warning: 'avertissement' } as const;
const colours = { error: 'red', warning: 'yellow' } as const;

/** Writes findings, file by file, one a line: place, severity, what to do. */
export function reportFindings(findings: readonly Finding[], output: Output): void {
  for (const file of new Set(findings.map((finding) => finding.file))) {
    const own = findings.filter((finding) => finding.file === file);
    const width = Math.max(...own.map(({ line, column }) => `${line}:${column}`.length));
    output.write(`${output.style('bold', file)}\n`);
    for (const { line, column, severity, message, rule } of own) {
      const place = `${line}:${column}`.padStart(width);
      const word = output.style(colours[severity], words[severity].padEnd(words.warning.length));
      output.write(`  ${place}  ${word}  ${message} ${output.style('dim', `[${rule}]`)}\n`);
    }
    output.write('\n');
  }
  if (findings.length > 0) output.write(`${summary(findings)}\n`);
}

/** « 2 erreurs, 1 avertissement » */
export function summary(findings: readonly Finding[]): string {
  const { errors, warnings } = countFindings(findings);
  const counted = (count: number, word: string): string[] =>
    count === 0 ? [] : [`${count} ${word}${count > 1 ? 's' : ''}`];
  return [...counted(errors, words.error), ...counted(warnings, words.warning)].join(', ');
}

/** A value as JSON that people can read too. */
export const toJSON = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
