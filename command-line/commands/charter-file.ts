import type { Charter } from 'charter-elements/charter';
import { checkDocument } from '../checks/check-document.ts';
import type { CompileOptions } from '../markdown/compile-charter.ts';
import type { Finding } from '../messages/findings.ts';
import type { Language } from '../messages/language.ts';
import { openDocument } from '../source/open-document.ts';
import { UsageError } from '../terminal/command.ts';
import { readText } from '../terminal/files.ts';
import { err } from '../terminal/terminal.ts';
import { reportFindings } from './report.ts';

/** A file that was read and checked. `charter` is `undefined` when there are errors or it is no charter. */
export interface CharterFile {
  readonly name: string;
  readonly charter: Charter | undefined;
  readonly findings: readonly Finding[];
}

/**
 * Reads a charter, in Markdown or in JSON, and checks it.
 *
 * @throws UsageError when the file cannot be read, or is something else than a charter.
 */
export async function readCharterFile(file: string, options: CompileOptions = {}): Promise<CharterFile> {
  const { name, text } = await readText(file);
  const document = openDocument(name, text, options);
  if (document.kind === 'networks' || document.kind === 'texts')
    throw new UsageError('not-a-charter', { file: name });
  const { findings, charter } = await checkDocument(document);
  return { name, findings, charter };
}

/** Like `readCharterFile`, for commands that need a charter: its errors are written, and there is nothing to go on with. */
export async function needCharter(file: string, language: Language): Promise<Charter | undefined> {
  const { charter, findings } = await readCharterFile(file);
  if (!charter)
    reportFindings(
      findings.filter(({ severity }) => severity === 'error'),
      err,
      language,
    );
  return charter;
}
