import { digestDocument } from 'charter-elements/charter';
import { UsageError, exitCodes } from '../terminal/command.ts';
import type { Command } from '../terminal/command.ts';
import { out } from '../terminal/terminal.ts';
import { needCharter } from './charter-file.ts';
import { toJSON } from './report.ts';

export const digest: Command = {
  name: 'digest',
  options: {},
  examples: ['charter-elements digest charte.json'],
  async run(files, values, language) {
    if (files.length === 0) throw new UsageError('no-charter');
    const results: { file: string; id: string; version: string; locale: string; digest: string }[] = [];
    for (const file of files) {
      const charter = await needCharter(file, language);
      if (!charter) return exitCodes.findings;
      const { id, version, locale } = charter;
      results.push({ file, id, version, locale, digest: await digestDocument(charter) });
    }
    if (values['json']) out.write(toJSON(results));
    else {
      const isOne = results.length === 1;
      for (const result of results)
        out.write(isOne ? `${result.digest}\n` : `${result.digest}  ${result.file}\n`);
    }
    return exitCodes.ok;
  },
};
