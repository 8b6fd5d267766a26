import { compareCharters } from 'charter-elements/charter';
import { UsageError, exitCodes, languageOf } from '../terminal/command.ts';
import type { Command } from '../terminal/command.ts';
import { out } from '../terminal/terminal.ts';
import { needCharter } from './charter-file.ts';
import { describeComparison } from './describe-comparison.ts';
import { toJSON } from './report.ts';

export const diff: Command = {
  name: 'diff',
  usage: '<ancienne> <nouvelle>',
  summary: 'dit ce que les lecteurs verront de changé d’une version à l’autre',
  description: [
    'Compare deux chartes (Markdown ou JSON) par leurs identifiants : sections, bonnes pratiques et engagements nouveaux, modifiés, retirés ou déplacés. Ce qui ne se voit pas à la lecture n’est pas compté.',
    'Le code de sortie est 0 quand rien ne change pour les lecteurs, 1 sinon.',
  ],
  options: {},
  examples: ['charter-elements diff charte-1.json charte.md'],
  async run(files, values) {
    const [old, recent, ...others] = files;
    if (old === undefined || recent === undefined || others.length > 0) {
      throw new UsageError('donnez deux chartes : l’ancienne, puis la nouvelle');
    }
    const language = languageOf(values);
    const before = await needCharter(old, language);
    const after = await needCharter(recent, language);
    if (!before || !after) return exitCodes.findings;
    const comparison = compareCharters(before, after);
    if (values['json']) {
      const versions = { before: before.version, after: after.version };
      out.write(toJSON({ ...versions, ...comparison }));
    } else out.write(describeComparison(before, after, comparison, out));
    return comparison.isSame ? exitCodes.ok : exitCodes.findings;
  },
};
