import { checkDocument } from '../checks/check-document.ts';
import { countFindings, tellFindings } from '../messages/findings.ts';
import type { Finding } from '../messages/findings.ts';
import { words } from '../messages/words.ts';
import { openDocument } from '../source/open-document.ts';
import { UsageError, exitCodes } from '../terminal/command.ts';
import type { Command } from '../terminal/command.ts';
import { readText } from '../terminal/files.ts';
import { out } from '../terminal/terminal.ts';
import { reportFindings, toJSON } from './report.ts';

export const validate: Command = {
  name: 'validate',
  options: {
    'errors-only': { type: 'boolean' },
    'keep-typography': {
      type: 'boolean',
    },
  },
  examples: [
    'charter-elements validate charte.md reseaux.json textes.json',
    'charter-elements validate --errors-only --json charte.json',
  ],
  async run(files, values, language) {
    if (files.length === 0) throw new UsageError('no-file-to-validate');
    const findings: Finding[] = [];
    for (const file of files) {
      const { name, text } = await readText(file);
      const document = openDocument(name, text, { keepTypography: values['keep-typography'] === true });
      const checked = await checkDocument(document);
      findings.push(
        ...checked.findings.filter(({ severity }) => severity === 'error' || !values['errors-only']),
      );
    }
    if (values['json'])
      out.write(toJSON({ ...countFindings(findings), findings: tellFindings(findings, language) }));
    else if (findings.length > 0) reportFindings(findings, out, language);
    else out.write(`${out.style('green', words[language].results['nothing-to-put-right']())}\n`);
    return findings.length > 0 ? exitCodes.findings : exitCodes.ok;
  },
};
