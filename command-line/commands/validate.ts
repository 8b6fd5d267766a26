import { checkDocument } from '../checks/check-document.ts';
import { countFindings, tellFindings } from '../messages/findings.ts';
import type { Finding } from '../messages/findings.ts';
import { openDocument } from '../source/open-document.ts';
import { UsageError, exitCodes, languageOf } from '../terminal/command.ts';
import type { Command } from '../terminal/command.ts';
import { readText } from '../terminal/files.ts';
import { out } from '../terminal/terminal.ts';
import { reportFindings, toJSON } from './report.ts';

const nothing = { fr: 'Rien à corriger.', en: 'Nothing to put right.' } as const;

export const validate: Command = {
  name: 'validate',
  usage: '<fichier>…',
  summary: 'vérifie une charte, un fichier de réseaux ou des textes',
  description: [
    'Lit des chartes (Markdown ou JSON), des fichiers de réseaux et des textes d’interface (JSON), et dit tout ce qu’il faut corriger, avec le fichier, la ligne et la colonne. Le nom « - » lit l’entrée standard.',
    'Une erreur empêche la charte d’être affichée ou trompe qui la lit ; un avertissement signale ce qui peut être mieux, la typographie par exemple. Les deux donnent le code de sortie 1.',
  ],
  options: {
    'errors-only': { type: 'boolean', help: 'laisse de côté les avertissements' },
    'keep-typography': {
      type: 'boolean',
      help: 'en Markdown, vérifie la typographie telle qu’elle est tapée, sans la corriger d’abord',
    },
  },
  examples: [
    'charter-elements validate charte.md reseaux.json textes.json',
    'charter-elements validate --errors-only --json charte.json',
  ],
  async run(files, values) {
    if (files.length === 0) throw new UsageError('quel fichier vérifier ? Donnez au moins un nom');
    const language = languageOf(values);
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
    else out.write(`${out.style('green', nothing[language])}\n`);
    return findings.length > 0 ? exitCodes.findings : exitCodes.ok;
  },
};
