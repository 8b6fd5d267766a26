import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import { findBrowsers } from '../support/browsers.ts';
import type { Engine } from '../support/browsers.ts';
import { appears, click } from '../support/person.ts';
import type { DrivenPage } from '../support/person.ts';
import { useAnyBrowser } from '../support/stage.ts';
import { types } from '../support/static-server.ts';

const folder = join(import.meta.dirname, '../../dist/standalone');

const page = `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8"><title>Charte</title><link rel="icon" href="data:,">
    <script type="module" src="charter-elements.js"></script>
  </head>
  <body><charter-acknowledgement endpoint="/api/signatures"></charter-acknowledgement></body>
</html>`;

/** Serves the page and the script, of which one part is answered 503 for as long as it is `missing`. */
async function serve(t: TestContext, part: string, policy = "connect-src 'self'") {
  const served = { isMissing: true, origin: '' };
  const server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://host').pathname;
    if (path.includes(part) && served.isMissing) {
      response.writeHead(503).end();
      return;
    }
    const content = path === '/' ? Promise.resolve(page) : readFile(join(folder, path));
    content.then(
      (body) => {
        const type = path === '/' ? types['.html'] : types[extname(path)];
        response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': policy }).end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  served.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return served;
}

async function fill(opened: DrivenPage): Promise<void> {
  await appears(opened, '#name');
  await opened.evaluate(() => {
    const root = document.querySelector('charter-acknowledgement')!.shadowRoot!;
    for (const box of root.querySelectorAll<HTMLInputElement>('[type=checkbox]')) box.click();
    const name = root.querySelector<HTMLInputElement>('#name')!;
    name.value = 'Claire Martin';
    name.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  });
}

for (const engine of Object.keys(findBrowsers()) as Engine[]) {
  describe(`a part of the script that cannot be loaded in ${engine}`, () => {
    const browser = useAnyBrowser(engine);

    it('is loaded as soon as it can be, without another visit', async (t) => {
      const served = await serve(t, 'later-steps');
      const opened = await browser().open(served.origin);
      await fill(opened);
      await click(opened, '[part~=review-button]');
      assert.match(await appears(opened, '[role=alert]'), /votre saisie est intacte/);
      served.isMissing = false;
      await click(opened, '[part~=review-button]');
      assert.match(await appears(opened, '[part~=sign-button]'), /Signer/);
      await opened.close();
    });

    // WebKit keeps a failed preload for as long as the page lives, and only a fetch makes it forget.
    if (engine !== 'webkit')
      it('is loaded where the page allows to load scripts and nothing else', async (t) => {
        const served = await serve(t, 'later-steps', "connect-src 'none'");
        const opened = await browser().open(served.origin);
        await fill(opened);
        await preloadFailed(opened);
        served.isMissing = false;
        await click(opened, '[part~=review-button]');
        await appears(opened, '[part~=sign-button]');
        await opened.close();
      });

    it('is not asked for in vain without a word: the second time, the person is told to load the page again', async (t) => {
      const served = await serve(t, 'later-steps');
      const opened = await browser().open(served.origin);
      await fill(opened);
      await click(opened, '[part~=review-button]');
      assert.doesNotMatch(await appears(opened, '[role=alert]'), /Rechargez/);
      await click(opened, '[part~=review-button]');
      await appearsIn(opened, '[role=alert]', 'Rechargez la page');
      await opened.close();
    });
  });
}

/** What was asked for when the person began to type has failed: nothing of it is on screen. */
function preloadFailed(opened: DrivenPage): Promise<void> {
  return opened.evaluate(async () => {
    while (!performance.getEntriesByType('resource').some(({ name }) => name.includes('later-steps')))
      await new Promise(requestAnimationFrame);
    while (document.querySelector('link[rel=preload]')) await new Promise(requestAnimationFrame);
  });
}

function appearsIn(opened: DrivenPage, selector: string, text: string): Promise<void> {
  return opened.evaluate(
    async (wanted, words) => {
      const root = document.querySelector('charter-acknowledgement')!.shadowRoot!;
      while (!root.querySelector(wanted)?.textContent.includes(words))
        await new Promise(requestAnimationFrame);
    },
    selector,
    text,
  );
}
