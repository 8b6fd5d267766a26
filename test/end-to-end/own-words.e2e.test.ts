import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { installTarballs } from '../../build/packages/install.ts';
import { packPackage } from '../support/packages.ts';
import { openPage } from '../support/drive.ts';
import { appears } from '../support/person.ts';
import { useBrowser } from '../support/stage.ts';
import { serveFiles } from '../support/static-server.ts';

const run = promisify(execFile);

/** The steps of docs/your-own-charter.md, by somebody who has the published packages and nothing else. */
describe('a hospital’s own words, from the packed packages', () => {
  const browser = useBrowser('chromium');
  let folder: string;
  const file = (name: string): string => join(folder, name);
  const charterElements = (...args: string[]) =>
    run('npx', ['--no-install', 'charter-elements-cli', ...args], { cwd: folder });

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'charter-own-words-'));
    const packed = await Promise.all(
      (['charter-elements', 'charter-elements-cli'] as const).map(packPackage),
    );
    await installTarballs(
      folder,
      packed.map(({ tarball }) => tarball),
    );
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('change a sentence of the interface, a section of the charter, and add Italian', async (t) => {
    await charterElements('init', '.');
    const markdown = await readFile(file('charte.md'), 'utf8');
    const own = markdown
      .replace(/^## .*$/m, '## Chez nous, à Valbrume {#chez-nous}')
      .replace(/(nom: ).*/, '$1Centre hospitalier de Valbrume');
    assert.notEqual(own, markdown);
    await writeFile(file('charte.md'), own);
    await charterElements('validate', 'charte.md');
    await charterElements('compile', 'charte.md', '-o', 'charte.json');
    const { stdout: digest } = await charterElements('digest', 'charte.json');

    await writeFile(file('textes.json'), JSON.stringify({ 'acknowledgement.review': 'Je relis avant' }));
    await charterElements('validate', 'textes.json');

    await charterElements('texts', '-o', 'it.json');
    const texts = JSON.parse(await readFile(file('it.json'), 'utf8')) as Record<string, string>;
    const italian = Object.fromEntries(
      Object.entries(texts).map(([id, text]) => [id, id.startsWith('//') ? text : `it: ${text}`]),
    );
    await writeFile(file('it.json'), JSON.stringify(italian));
    await charterElements('validate', 'it.json');
    await writeFile(file('charte.it.md'), own.replace(/^locale: fr$|^langue: fr$/m, 'langue: it'));
    await charterElements('compile', 'charte.it.md', '-o', 'charte.it.json');

    const server = await serveFiles(folder, {
      '/index.html': page('fr', 'textes.json', 'charte.json'),
      '/it.html': page('it', 'it.json', 'charte.it.json'),
    });
    t.after(() => server.close());
    const { page: french, log } = await openPage(browser(), `${server.origin}/index.html`);
    const viewer = 'charter-viewer';
    assert.equal((await appears(french, '[part~=section-title]', viewer)).trim(), 'Chez nous, à Valbrume');
    await appears(french, '[part~=review-button]', undefined, 'Je relis avant');
    const shown = await french.evaluate(() => document.querySelector('charter-viewer')!.digest);
    assert.equal(digest.trim().split(/\s/)[0], shown);
    assert.deepEqual(log.errors, []);

    const { page: inItalian } = await openPage(browser(), `${server.origin}/it.html`);
    assert.match(await appears(inItalian, '[part~=root][lang=it] [part~=review-button]'), /^it: /);
  });
});

function page(language: string, texts: string, charter: string): string {
  return `<!doctype html>
    <html lang="${language}">
      <meta charset="utf-8" />
      <link rel="icon" href="data:," />
      <title>Charte</title>
      <script type="application/json" data-charter-texts="/${texts}" lang="${language}"></script>
      <script type="module" src="/node_modules/charter-elements/dist/standalone/charter-elements.js"></script>
      <charter-viewer id="charte" src="/${charter}"></charter-viewer>
      <charter-acknowledgement for="charte" endpoint="/api/signatures"></charter-acknowledgement>
    </html>`;
}
