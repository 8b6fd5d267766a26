import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { charterSchema } from 'charter-elements/charter';
import { readCharterFile } from '../../command-line/commands/charter-file.ts';
import { run } from '../../command-line/program.ts';
import { charterWith, folderWith } from './support/command.ts';

/** How often the schema of charters reads a document while something is done. */
async function countValidations(act: () => Promise<unknown>): Promise<number> {
  const schema = charterSchema as { '~run': (typeof charterSchema)['~run'] };
  const read = schema['~run'];
  let count = 0;
  schema['~run'] = (...args) => {
    count++;
    return read.apply(charterSchema, args);
  };
  try {
    await act();
  } finally {
    schema['~run'] = read;
  }
  return count;
}

describe('a charter is validated once', async () => {
  const folder = await folderWith({ 'a.md': charterWith('Texte.'), 'wrong.md': charterWith('') });
  const path = join(folder, 'a.md');

  it('when it is read', async () => {
    assert.equal(await countValidations(() => readCharterFile(path)), 1);
  });

  it('when it is refused', async () => {
    assert.equal(await countValidations(() => readCharterFile(join(folder, 'wrong.md'))), 1);
  });

  it('when it is compiled to a file', async () => {
    const act = () => run(['compile', path, '-o', join(folder, 'a.json')]);
    assert.equal(await countValidations(act), 1);
  });

  it('each, when two are compared', async () => {
    assert.equal(await countValidations(() => run(['diff', path, path])), 2);
  });
});
