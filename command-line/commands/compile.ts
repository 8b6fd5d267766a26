import { digestDocument } from 'charter-elements/charter';
import { tellFindings } from '../messages/findings.ts';
import { UsageError, exitCodes, languageOf } from '../terminal/command.ts';
import type { Command } from '../terminal/command.ts';
import { writeText } from '../terminal/files.ts';
import { err, out } from '../terminal/terminal.ts';
import { readCharterFile } from './charter-file.ts';
import { reportFindings, toJSON } from './report.ts';

export const compile: Command = {
  name: 'compile',
  usage: '<charte.md>',
  summary: 'fait d’une charte en Markdown le document JSON que la page affiche',
  description: [
    'Écrit le document JSON à la sortie standard, ou dans le fichier que nomme -o. Rien n’est écrit tant qu’il reste une erreur.',
    'Les signes que le clavier n’a pas sont mis pour vous : espaces insécables, apostrophes courbes, guillemets français, points de suspension.',
  ],
  options: {
    output: {
      type: 'string',
      short: 'o',
      value: 'charte.json',
      help: 'écrit dans ce fichier (remplacé s’il existe)',
    },
    'keep-typography': { type: 'boolean', help: 'laisse la typographie telle qu’elle est tapée' },
  },
  examples: ['charter-elements compile charte.md -o charte.json'],
  async run(files, values) {
    const [file, ...others] = files;
    if (file === undefined || others.length > 0)
      throw new UsageError('donnez le nom d’une charte, et d’une seule');
    const { charter, findings, name } = await readCharterFile(file, {
      keepTypography: values['keep-typography'] === true,
    });
    const language = languageOf(values);
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
      if (!charter) err.write('Rien n’a été écrit : corrigez d’abord les erreurs.\n');
      else if (target !== undefined)
        err.write(`${err.style('green', `${target} est écrit`)} (version ${charter.version}, ${digest}).\n`);
    }
    return charter ? exitCodes.ok : exitCodes.findings;
  },
};
