import { interfaceTexts } from '../checks/built-in.ts';
import type { InterfaceText } from '../checks/texts-checks.ts';
import { interfaceValue } from '../messages/interface-values.ts';
import type { Language } from '../messages/language.ts';
import { words } from '../messages/words.ts';
import { UsageError, exitCodes } from '../terminal/command.ts';
import type { Command } from '../terminal/command.ts';
import { writeText } from '../terminal/files.ts';
import { err, out } from '../terminal/terminal.ts';
import { toJSON } from './report.ts';

export const texts: Command = {
  name: 'texts',
  options: {
    output: {
      type: 'string',
      short: 'o',
    },
    force: { type: 'boolean', short: 'f' },
  },
  examples: ['charter-elements texts -o textes.json', 'charter-elements texts --json'],
  async run(files, values, language) {
    if (files.length > 0) throw new UsageError('file-too-many', { file: files[0]! });
    const known = await interfaceTexts();
    const content = toJSON(values['json'] ? known : overrideFile(known, language));
    const target = values['output'] as string | undefined;
    if (target === undefined) out.write(content);
    else {
      await writeText(target, content, { overwrites: values['force'] === true });
      err.write(`${err.style('green', `${target} est écrit`)} (${known.length} textes).\n`);
    }
    return exitCodes.ok;
  },
};

/** The texts by id, ready to be changed; a line before a text with values says what they are. */
function overrideFile(known: readonly InterfaceText[], language: Language): Record<string, string> {
  const { results, remarks } = words[language];
  const entries = known.flatMap(({ id, text, values }): [string, string][] => {
    const marks = values
      .map((value, index) =>
        results['value-of-mark']({ mark: `\${${index}}`, value: interfaceValue(language, value) }),
      )
      .join(', ');
    return [...(values.length > 0 ? [[`// ${id}`, marks] as [string, string]] : []), [id, text]];
  });
  return { '//': remarks['all-texts'], ...Object.fromEntries(entries) };
}
