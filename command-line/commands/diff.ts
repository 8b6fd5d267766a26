import { compareCharters } from 'charter-elements/charter';
import { words } from '../messages/words.ts';
import { UsageError, exitCodes } from '../terminal/command.ts';
import type { Command } from '../terminal/command.ts';
import { out } from '../terminal/terminal.ts';
import { needCharter } from './charter-file.ts';
import { describeComparison } from './describe-comparison.ts';
import { toJSON } from './report.ts';

export const diff: Command = {
  name: 'diff',
  options: {},
  examples: ['charter-elements diff charte-1.json charte.md'],
  async run(files, values, language) {
    const [old, recent, ...others] = files;
    if (old === undefined || recent === undefined || others.length > 0) {
      throw new UsageError('two-charters');
    }
    const before = await needCharter(old, language);
    const after = await needCharter(recent, language);
    if (!before || !after) return exitCodes.findings;
    const comparison = compareCharters(before, after);
    if (values['json']) {
      const versions = { before: before.version, after: after.version };
      out.write(toJSON({ ...versions, ...comparison }));
    } else out.write(describeComparison(before, after, comparison, { output: out, words: words[language] }));
    return comparison.isSame ? exitCodes.ok : exitCodes.findings;
  },
};
