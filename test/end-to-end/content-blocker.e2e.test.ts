import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { blockedInAddresses } from '../package/support/blocked-names.ts';
import { drivenEngines, openPage, part } from '../support/drive.ts';
import { useBrowser } from '../support/stage.ts';
import { serveFiles } from '../support/static-server.ts';

const folder = join(import.meta.dirname, '../../dist/standalone');

/** The standalone script beside a browser whose content blocker lets no request through that its lists filter. */
async function serveUnblocked() {
  const addresses = (await readdir(folder)).map((name) => `/charter/${name}`);
  const allowed = addresses.filter((path) => !blockedInAddresses.some((pattern) => pattern.test(path)));
  const files = await Promise.all(
    allowed.map(async (path) => [path, await readFile(join(folder, path.replace('/charter/', '')), 'utf8')]),
  );
  const page = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Charte</title>
    <link rel="icon" href="data:,"><script type="module" src="/charter/charter-elements.js"></script></head>
    <body><charter-viewer></charter-viewer><charter-privacy-walkthrough></charter-privacy-walkthrough></body></html>`;
  return serveFiles(join(folder, 'nothing-else'), { '/index.html': page, ...Object.fromEntries(files) });
}

for (const engine of drivenEngines) {
  describe(`a content blocker in ${engine}`, () => {
    const browser = useBrowser(engine);

    it('lets the built-in charter and networks be seen', async (t) => {
      const server = await serveUnblocked();
      t.after(server.close);
      const { page, log } = await openPage(browser(), `${server.origin}/index.html`);
      await part(page, 'charter-viewer', '[part~=section]');
      await part(page, 'charter-privacy-walkthrough', '[part~=network-button]');
      assert.deepEqual(log.errors, []);
      await page.close();
    });
  });
}
