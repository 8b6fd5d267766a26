import { countFindings, tellFindings } from '../messages/findings.ts';
import type { Finding } from '../messages/findings.ts';
import type { Language } from '../messages/language.ts';
import { words } from '../messages/words.ts';
import { standardInput } from '../terminal/files.ts';
import type { Output } from '../terminal/terminal.ts';

const colours = { error: 'red', warning: 'yellow' } as const;

/**
 * Writes findings, file by file, one a line: place, severity, what to do.
 *
 * Own code: `vfile-reporter` has its words in English alone, and a `VFileMessage` is made of a sentence, where a finding is a
 * code that becomes one here. The place of a finding comes from `vfile-location` and the nodes of the parsers.
 */
export function reportFindings(findings: readonly Finding[], output: Output, language: Language): void {
  const { results } = words[language];
  for (const file of new Set(findings.map((finding) => finding.file))) {
    const own = findings.filter((finding) => finding.file === file);
    const width = Math.max(...own.map(({ line, column }) => `${line}:${column}`.length));
    output.write(`${output.style('bold', file === standardInput ? results['standard-input']() : file)}\n`);
    for (const { line, column, severity, message, rule } of tellFindings(own, language)) {
      const place = `${line}:${column}`.padStart(width);
      const word = results[severity]().padEnd(results.warning().length);
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
  const { results } = words[language];
  return [
    ...(errors === 0 ? [] : [results.errors({ count: errors })]),
    ...(warnings === 0 ? [] : [results.warnings({ count: warnings })]),
  ].join(', ');
}

/** A value as JSON that people can read too. */
export const toJSON = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
