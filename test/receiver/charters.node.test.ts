import assert from 'node:assert/strict';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { loadCharters, nameOf } from '../../receiver/domain/charters.ts';
import { chartersFolder, guide } from './support/records.ts';

describe('the folder of charters', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'charter-folder-'));
    await cp(chartersFolder, folder, { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const add = (name: string, document: unknown) =>
    writeFile(join(folder, name), typeof document === 'string' ? document : JSON.stringify(document));

  it('gives every charter, newest first, with the digest of its document', async () => {
    const { documents, ids } = await loadCharters(folder);
    assert.deepEqual(
      documents.map(({ charter }) => nameOf(charter)),
      ['visits 3 (fr)', 'guide 2.0.0 (en)', 'guide 2.0.0 (fr)', 'guide 1.0.0 (fr)'],
    );
    assert.deepEqual(ids, ['guide', 'visits']);
    assert.equal(documents[2]!.digest, guide.digest);
  });

  it('orders versions by their numbers', async () => {
    await add('ten.json', { ...guide.charter, version: '10' });
    const library = await loadCharters(folder);
    assert.equal(library.of('guide')[0]!.charter.version, '10');
    assert.equal(library.newerThan('guide', '9.9', 'en')!.charter.locale, 'fr');
    assert.equal(library.newerThan('guide', '10.0', 'fr'), undefined);
    assert.equal(library.newerThan('guide', 'ten', 'fr'), undefined);
  });

  it('leaves other documents alone, and a byte order mark out', async () => {
    for (const [index, other] of [null, [], 'text', { schema: 'charter/2' }].entries()) {
      await add(`other-${index}.json`, JSON.stringify(other));
    }
    await add('notes.txt', 'not JSON');
    await add('mark.json', `\uFEFF${JSON.stringify({ ...guide.charter, id: 'mark' })}`);
    const { documents } = await loadCharters(folder);
    assert.equal(documents.length, 5);
    assert.equal(documents.find(({ charter }) => charter.id === 'mark')!.text.charAt(0), '{');
  });

  it('is refused whole when one document is wrong, with its file, the place and the reason', async () => {
    await add('wrong.json', { ...guide.charter, id: 'wrong', sections: [{ id: 'a', title: '', body: [] }] });
    await assert.rejects(loadCharters(folder), /wrong\.json.*\$\.sections\[0\]\.title: the text is empty/);
    await add('wrong.json', '{ "schema": "charter/1", }');
    await assert.rejects(loadCharters(folder), /wrong\.json is not JSON: .*line 1 column 26/);
  });

  it('is refused when two files are the same version', async () => {
    await add('again.json', { ...guide.charter, title: 'Another' });
    await assert.rejects(
      loadCharters(folder),
      /again\.json and .*guide\.2\.fr\.json are both guide 2\.0\.0 \(fr\)/,
    );
  });

  it('must exist, and hold a charter', async () => {
    await assert.rejects(loadCharters(join(folder, 'none')), /cannot be read\. Set CHARTERS_DIR/);
    await rm(folder, { recursive: true });
    await cp(join(chartersFolder, 'networks.fr.json'), join(folder, 'networks.fr.json'));
    await assert.rejects(loadCharters(folder), /holds no charter/);
  });
});
