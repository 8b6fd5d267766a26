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
import type { DrivenPage } from '../support/driven-page.ts';
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

/** What comes after the form, and what that imports. */
const laterSteps = /later-steps|uuid|download|receipt-texts|entry-times|problem/;

/** Serves the page and the script, of which one part is answered 503 for as long as it is `missing`. */
async function serve(t: TestContext, part: RegExp, policy = "connect-src 'self'") {
  let failures = 0;
  const served = { isMissing: true, origin: '' };
  const server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://host').pathname;
    if (part.test(path) && served.isMissing) {
      if (failures++ % 2 === 0) response.writeHead(503).end();
      else response.destroy();
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
      const served = await serve(t, laterSteps);
      const opened = await browser().open(served.origin);
      await fill(opened);
      await click(opened, '[part~=review-button]');
      assert.match(await appears(opened, '[role=alert]'), /votre saisie est intacte/);
      served.isMissing = false;
      await pressUntilReview(opened);
      await opened.close();
    });

    it('is loaded where the page allows to load scripts and nothing else', async (t) => {
      const served = await serve(t, /nothing/, "connect-src 'none'");
      const opened = await browser().open(served.origin);
      await fill(opened);
      await click(opened, '[part~=review-button]');
      await appears(opened, '[part~=sign-button]');
      await opened.close();
    });

    it('is not asked for in vain without a word: the second time, the person is told to load the page again', async (t) => {
      const served = await serve(t, laterSteps);
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

/** As a person does who was told to try again; what was asked for before may fail in that moment. */
function pressUntilReview(opened: DrivenPage): Promise<void> {
  return opened.evaluate(async () => {
    const root = document.querySelector('charter-acknowledgement')!.shadowRoot!;
    for (let turn = 0; !root.querySelector('[part~=sign-button]'); turn++) {
      if (turn % 30 === 0) root.querySelector<HTMLElement>('[part~=review-button]')!.click();
      if (turn > 1800) throw new Error(`no review: ${root.textContent}`);
      await new Promise(requestAnimationFrame);
    }
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
