import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { drivenEngines, openPage, part } from '../support/drive.ts';
import { useBrowser } from '../support/stage.ts';
import { serveFiles } from '../support/static-server.ts';

const folder = join(import.meta.dirname, '../../dist/standalone');
const charterPart = /^charter-elements-charter\.fr-[\w-]{8}\.js$/;

/** A page with the snippet of the build pasted, under the policy that the snippet asks for. */
async function pageWithSnippet(): Promise<string> {
  const snippet = await readFile(join(folder, 'integrity.html'), 'utf8');
  const policy = /script-src [^\n]*'sha256-[^']+'/.exec(snippet)?.[0];
  assert.ok(policy, snippet);
  return `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8"><title>Charte</title><link rel="icon" href="data:,">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    ${snippet}
  </head>
  <body><charter-viewer></charter-viewer></body>
</html>`;
}

/** The standalone script as a hospital serves it; \`change\` is what somebody did to a file. */
async function serveScript(change: (name: string, code: string) => string) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  const files: [string, string][] = await Promise.all(
    names.map(async (name) => [`/charter/${name}`, change(name, await readFile(join(folder, name), 'utf8'))]),
  );
  return serveFiles(folder, { '/index.html': await pageWithSnippet(), ...Object.fromEntries(files) });
}

const mark = 'globalThis.wasTampered = true;';

for (const engine of drivenEngines) {
  describe(`the standalone script with subresource integrity in ${engine}`, () => {
    const browser = useBrowser(engine);

    it('works where nothing was changed, under a policy that names the import map', async (t) => {
      const server = await serveScript((_name, code) => code);
      t.after(server.close);
      const { page, log } = await openPage(browser(), `${server.origin}/index.html`);
      await part(page, 'charter-viewer', '[part~=section]');
      assert.deepEqual(log.errors, []);
      await page.close();
    });

    it('refuses a part that was changed, though it is loaded later', async (t) => {
      const server = await serveScript((name, code) => (charterPart.test(name) ? mark + code : code));
      t.after(server.close);
      const { page } = await openPage(browser(), `${server.origin}/index.html`);
      await part(page, 'charter-viewer', '[part~=error]');
      assert.equal(await page.evaluate(() => 'wasTampered' in globalThis), false);
      await page.close();
    });

    it('refuses the script itself when it was changed', async (t) => {
      const server = await serveScript((name, code) => (name === 'charter-elements.js' ? mark + code : code));
      t.after(server.close);
      const { page } = await openPage(browser(), `${server.origin}/index.html`);
      assert.equal(await page.evaluate(() => 'wasTampered' in globalThis), false);
      assert.equal(await page.evaluate(() => customElements.get('charter-viewer') === undefined), true);
      await page.close();
    });
  });
}
