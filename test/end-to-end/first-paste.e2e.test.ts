import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { drivenEngines, openPage, part } from '../support/drive.ts';
import { useBrowser } from '../support/stage.ts';
import { serveFiles } from '../support/static-server.ts';

const root = join(import.meta.dirname, '../..');

/** What a person pastes: the blocks of HTML of a document, up to a number, as they stand. */
async function pasted(document: string, blocks: number): Promise<string> {
  const text = await readFile(join(root, document), 'utf8');
  const found = [...text.matchAll(/^```html\n([\s\S]*?)^```/gm)].slice(0, blocks);
  return found.map(([, html]) => html).join('\n');
}

/** Each by where it stands, and by how many blocks are pasted together. */
const snippets = {
  README: () => pasted('README.md', 1),
  'llms.txt': () => pasted('llms.txt', 1),
  'plain HTML': () => pasted('docs/hosts.md', 1),
  'an editor that strips tags': async () =>
    (await pasted('docs/hosts.md', 3)).slice((await pasted('docs/hosts.md', 1)).length),
};

for (const engine of drivenEngines) {
  describe(`the first paste in ${engine}`, () => {
    const browser = useBrowser(engine);
    let folder: string;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'first-paste-'));
      await symlink(join(root, 'dist/standalone'), join(folder, 'charter'));
    });
    after(() => rm(folder, { recursive: true }));

    for (const [name, snippet] of Object.entries(snippets))
      it(`shows the built-in charter, to read, tick and sign, and nothing red: ${name}`, async (t) => {
        const page = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Essai</title>
          <link rel="icon" href="data:,"></head><body>${await snippet()}</body></html>`;
        const server = await serveFiles(folder, { '/index.html': page });
        t.after(server.close);
        const { page: opened, log } = await openPage(browser(), `${server.origin}/index.html`);
        await part(opened, 'charter-viewer', '[part~=section]');
        await part(opened, 'charter-checklist', '[part~=practice]');
        await part(opened, 'charter-acknowledgement', '#name');
        const errors = await opened.evaluate(
          () =>
            [...document.querySelectorAll(':defined')].filter((element) =>
              element.shadowRoot?.querySelector('[part~=error]'),
            ).length,
        );
        assert.equal(errors, 0);
        assert.deepEqual(log.errors, []);
        await opened.close();
      });
  });
}
