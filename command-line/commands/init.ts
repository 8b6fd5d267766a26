import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { builtInCharter, builtInNetworks, interfaceTexts } from '../checks/built-in.ts';
import { writeCharter } from '../markdown/write-charter.ts';
import { words } from '../messages/words.ts';
import type { Words } from '../messages/words.ts';
import { UsageError, exitCodes } from '../terminal/command.ts';
import type { Command } from '../terminal/command.ts';
import { writeText } from '../terminal/files.ts';
import { out } from '../terminal/terminal.ts';
import { toJSON } from './report.ts';

export const init: Command = {
  name: 'init',
  options: { force: { type: 'boolean', short: 'f' } },
  examples: ['charter-elements init ma-charte'],
  async run(files, values, language) {
    const [folder = '.', ...others] = files;
    if (others.length > 0) throw new UsageError('one-folder');
    const contents = await startingFiles(words[language]);
    const paths = [...contents.keys()].map((name) => join(folder, name));
    if (values['force'] !== true) await refuseExisting(paths);
    for (const [name, content] of contents) {
      await writeText(join(folder, name), content, { overwrites: values['force'] === true });
    }
    if (values['json']) out.write(toJSON({ files: paths }));
    else {
      out.write(paths.map((path) => `${out.style('green', '✓')} ${path}\n`).join(''));
      out.write(
        `\n${words[language].results.next()}\n  charter-elements validate ${paths[0]}\n  charter-elements compile ${paths[0]} -o ${join(folder, 'charte.json')}\n`,
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
  throw new UsageError('files-exist', { files: existing });
}

async function startingFiles({ hints, remarks }: Words): Promise<Map<string, string>> {
  const { locale, revision } = await builtInNetworks();
  const networks = {
    '//': remarks.networks,
    schema: 'networks/1',
    locale,
    revision,
    networks: [{ id: 'snapchat', name: 'Snapchat', hidden: false }],
  };
  const examples = ['acknowledgement.sign', 'viewer.practices'];
  const texts = (await interfaceTexts()).filter(({ id }) => examples.includes(id));
  return new Map([
    ['charte.md', writeCharter(await builtInCharter(), hints)],
    ['reseaux.json', toJSON(networks)],
    [
      'textes.json',
      toJSON({ '//': remarks.texts, ...Object.fromEntries(texts.map(({ id, text }) => [id, text])) }),
    ],
  ]);
}
