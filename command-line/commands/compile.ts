import { digestDocument } from 'charter-elements/charter';
import { tellFindings } from '../messages/findings.ts';
import { words } from '../messages/words.ts';
import { UsageError, exitCodes } from '../terminal/command.ts';
import type { Command } from '../terminal/command.ts';
import { writeText } from '../terminal/files.ts';
import { err, out } from '../terminal/terminal.ts';
import { readCharterFile } from './charter-file.ts';
import { reportFindings, toJSON } from './report.ts';

export const compile: Command = {
  name: 'compile',
  options: {
    output: {
      type: 'string',
      short: 'o',
    },
    'keep-typography': { type: 'boolean' },
  },
  examples: ['charter-elements compile charte.md -o charte.json'],
  async run(files, values, language) {
    const [file, ...others] = files;
    if (file === undefined || others.length > 0) throw new UsageError('one-charter');
    const { charter, findings, name } = await readCharterFile(file, {
      keepTypography: values['keep-typography'] === true,
    });
    const target = values['output'] as string | undefined;
    const digest = charter && (await digestDocument(charter));
    if (charter && target !== undefined) await writeText(target, toJSON(charter), { overwrites: true });
    if (values['json']) {
      const document = charter && target === undefined ? { charter } : {};
      out.write(
        toJSON({
          file: name,
          ...(target !== undefined && charter ? { output: target } : {}),
          digest,
          findings: tellFindings(findings, language),
          ...document,
        }),
      );
    } else {
      if (charter && target === undefined) out.write(toJSON(charter));
      reportFindings(findings, err, language);
      const { results } = words[language];
      if (!charter) err.write(`${results['nothing-written']()}\n`);
      else if (target !== undefined)
        err.write(
          `${err.style('green', results.written({ file: target }))} (${results['written-charter']({ version: charter.version, digest: String(digest) })}).\n`,
        );
    }
    return charter ? exitCodes.ok : exitCodes.findings;
  },
};
