import { interfaceTexts } from '../checks/built-in.ts';
import type { InterfaceText } from '../checks/texts-checks.ts';
import { interfaceValue } from '../messages/interface-values.ts';
import { UsageError, exitCodes } from '../terminal/command.ts';
import type { Command } from '../terminal/command.ts';
import { writeText } from '../terminal/files.ts';
import { err, out } from '../terminal/terminal.ts';
import { toJSON } from './report.ts';

export const texts: Command = {
  name: 'texts',
  usage: '',
  summary: 'écrit tous les textes de l’interface, à changer',
  description: [
    'Donne chaque texte de l’interface par son nom. Gardez les lignes que vous changez, effacez les autres : elles suivront les améliorations à venir.',
    'Les marques ${0}, ${1}… tiennent la place d’une valeur (un nombre, une date) : la ligne « // nom » qui précède dit laquelle. Gardez-les dans votre phrase.',
  ],
  options: {
    output: {
      type: 'string',
      short: 'o',
      value: 'textes.json',
      help: 'écrit dans ce fichier, qui ne doit pas exister',
    },
    force: { type: 'boolean', short: 'f', help: 'remplace le fichier s’il existe' },
  },
  examples: ['charter-elements texts -o textes.json', 'charter-elements texts --json'],
  async run(files, values) {
    if (files.length > 0)
      throw new UsageError(
        `« ${files[0]} » est de trop : pour écrire dans un fichier, donnez -o ${files[0]}`,
      );
    const known = await interfaceTexts();
    const content = toJSON(values['json'] ? known : overrideFile(known));
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
function overrideFile(known: readonly InterfaceText[]): Record<string, string> {
  const entries = known.flatMap(({ id, text, values }): [string, string][] => {
    const marks = values.map((value, index) => `\${${index}} : ${interfaceValue('fr', value)}`).join(', ');
    return [...(values.length > 0 ? [[`// ${id}`, marks] as [string, string]] : []), [id, text]];
  });
  const remark =
    'Gardez les lignes que vous changez, effacez les autres. Les lignes qui commencent par // ne sont pas lues.';
  return { '//': remark, ...Object.fromEntries(entries) };
}
