import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { builtInCharter, builtInNetworks, interfaceTexts } from '../checks/built-in.ts';
import { writeCharter } from '../markdown/write-charter.ts';
import { UsageError, exitCodes } from '../terminal/command.ts';
import type { Command } from '../terminal/command.ts';
import { writeText } from '../terminal/files.ts';
import { out } from '../terminal/terminal.ts';
import { toJSON } from './report.ts';
import { charterHints, networksRemark, textsRemark } from './starting-hints.ts';

export const init: Command = {
  name: 'init',
  usage: '[dossier]',
  summary: 'écrit de quoi commencer : charte.md, reseaux.json et textes.json',
  description: [
    'Écrit dans le dossier (celui-ci par défaut) la charte fournie, en Markdown et avec des explications, un fichier de réseaux et un fichier de textes. Un fichier qui existe déjà n’est jamais remplacé sans --force.',
  ],
  options: { force: { type: 'boolean', short: 'f', help: 'remplace les fichiers qui existent' } },
  examples: ['charter-elements init ma-charte'],
  async run(files, values) {
    const [folder = '.', ...others] = files;
    if (others.length > 0) throw new UsageError('donnez un seul dossier');
    const contents = await startingFiles();
    const paths = [...contents.keys()].map((name) => join(folder, name));
    if (values['force'] !== true) await refuseExisting(paths);
    for (const [name, content] of contents) {
      await writeText(join(folder, name), content, { overwrites: values['force'] === true });
    }
    if (values['json']) out.write(toJSON({ files: paths }));
    else {
      out.write(paths.map((path) => `${out.style('green', '✓')} ${path}\n`).join(''));
      out.write(
        `\nEnsuite :\n  charter-elements validate ${paths[0]}\n  charter-elements compile ${paths[0]} -o ${join(folder, 'charte.json')}\n`,
      );
    }
    return exitCodes.ok;
  },
};

/** Before anything is written: all of the files, or none. */
async function refuseExisting(paths: readonly string[]): Promise<void> {
  const existing: string[] = [];
  for (const path of paths) {
    await access(path).then(
      () => existing.push(path),
      () => undefined,
    );
  }
  if (existing.length === 0) return;
  throw new UsageError(
    `${existing.join(', ')} : déjà là, et rien n’a été écrit. Choisissez un autre dossier, ou --force pour remplacer`,
  );
}

async function startingFiles(): Promise<Map<string, string>> {
  const { locale, revision } = await builtInNetworks();
  const networks = {
    '//': networksRemark,
    schema: 'networks/1',
    locale,
    revision,
    networks: [{ id: 'snapchat', name: 'Snapchat', hidden: false }],
  };
  const examples = ['acknowledgement.sign', 'viewer.practices'];
  const texts = (await interfaceTexts()).filter(({ id }) => examples.includes(id));
  return new Map([
    ['charte.md', writeCharter(await builtInCharter(), charterHints)],
    ['reseaux.json', toJSON(networks)],
    [
      'textes.json',
      toJSON({ '//': textsRemark, ...Object.fromEntries(texts.map(({ id, text }) => [id, text])) }),
    ],
  ]);
}
