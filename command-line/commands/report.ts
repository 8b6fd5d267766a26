import { countFindings, tellFindings } from '../messages/findings.ts';
import type { Finding } from '../messages/findings.ts';
import type { Language } from '../messages/language.ts';
import type { Output } from '../terminal/terminal.ts';

const words = {
  fr: { error: 'erreur', warning: 'avertissement' },
  en: { error: 'error', warning: 'warning' },
} as const;
const colours = { error: 'red', warning: 'yellow' } as const;

/** Writes findings, file by file, one a line: place, severity, what to do. */
export function reportFindings(findings: readonly Finding[], output: Output, language: Language): void {
  for (const file of new Set(findings.map((finding) => finding.file))) {
    const own = findings.filter((finding) => finding.file === file);
    const width = Math.max(...own.map(({ line, column }) => `${line}:${column}`.length));
    output.write(`${output.style('bold', file)}\n`);
    for (const { line, column, severity, message, rule } of tellFindings(own, language)) {
      const place = `${line}:${column}`.padStart(width);
      const word = words[language][severity].padEnd(words[language].warning.length);
      output.write(
        `  ${place}  ${output.style(colours[severity], word)}  ${message} ${output.style('dim', `[${rule}]`)}\n`,
      );
    }
    output.write('\n');
  }
  if (findings.length > 0) output.write(`${summary(findings, language)}\n`);
}

/** « 2 erreurs, 1 avertissement » */
function summary(findings: readonly Finding[], language: Language): string {
  const { errors, warnings } = countFindings(findings);
  const { error, warning } = words[language];
  const counted = (count: number, word: string): string[] =>
    count === 0 ? [] : [`${count} ${word}${count > 1 ? 's' : ''}`];
  return [...counted(errors, error), ...counted(warnings, warning)].join(', ');
}

/** A value as JSON that people can read too. */
export const toJSON = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
