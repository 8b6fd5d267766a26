import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Page } from 'puppeteer-core';
import type { LogEntry } from '../../receiver/http/failures.ts';
import { startReceiver } from '../../receiver/server.ts';
import type { RunningReceiver } from '../../receiver/server.ts';
import { readSettings } from '../../receiver/settings.ts';
import { freePort } from '../support/free-port.ts';
import { drivenEngines, openPage } from '../support/drive.ts';
import { client, startProvider } from '../support/openid-provider.ts';
import type { TestProvider } from '../support/openid-provider.ts';
import { appears, click, prepare } from '../support/person.ts';
import { useBrowser } from '../support/stage.ts';
import { readStored } from '../support/stored-signature.ts';

/** A static page: it does not change, and knows nothing of the sign-on. */
const content = `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8"><title>Charte</title><link rel="icon" href="data:,">
    <script type="module" src="/standalone/charter-elements.js"></script>
  </head>
  <body>
    <charter-viewer id="charter"></charter-viewer>
    <charter-checklist for="charter" id="practices"></charter-checklist>
    <charter-acknowledgement for="charter" checklist="practices" endpoint="/api/signatures"></charter-acknowledgement>
  </body>
</html>`;

describe('signing behind the provider of the hospital', () => {
  let folder: string;
  let receiver: RunningReceiver;
  let provider: TestProvider;
  const log: LogEntry[] = [];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'charter-sign-on-'));
    const port = await freePort();
    const address = `http://127.0.0.1:${port}/`;
    // `localhost` is another site than 127.0.0.1: what browsers hold back between sites is held back here too.
    provider = await startProvider({
      hostName: 'localhost',
      redirectURIs: [`${address}auth/callback`],
      signOutURIs: [`${address}auth/signed-out`],
    });
    const settings = readSettings({
      PORT: String(port),
      DATA_DIR: folder,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: client.id,
      OIDC_CLIENT_SECRET: client.secret,
      OIDC_REDIRECT_URI: `${address}auth/callback`,
      OIDC_ID_CLAIM: 'matricule',
      OIDC_DEPARTMENT_CLAIM: 'department',
    });
    receiver = await startReceiver({
      ...settings,
      log: (entry) => void log.push(entry),
      extend: (app) => {
        app.get('/charte.html', (c) => c.html(content));
        app.get('/standalone/*', serveStatic({ root: 'dist' }));
      },
    });
  });
  after(async () => {
    await receiver.close();
    await provider.close();
    await rm(folder, { recursive: true, force: true });
  });

  for (const engine of drivenEngines) {
    describe(`in ${engine}`, () => {
      const browser = useBrowser(engine);

      it('is refused, leads to the provider and back, is recorded in the name of the person, and ends with the session', async () => {
        log.length = 0;
        const { page } = await openPage(browser(), `${receiver.address}/charte.html`);
        await prepare(page, 'Élise Çelik');
        await click(page, '[part~=sign-button]');
        const pending = await appears(page, '[part~=pending]');
        assert.match(pending, /Reconnectez-vous pour terminer/);
        assert.match(pending, /vous reviendrez à cette page, et l’envoi reprendra tout seul/);
        assert.equal(await page.$('charter-acknowledgement:state(signed)'), null);

        await follow(page, () => click(page, '[part~=sign-in-button]'));
        assert.equal(new URL(page.url()).origin, provider.issuer);
        await page.type('input[name=login]', 'alice');
        await follow(page, () => page.click('button'));
        assert.equal(page.url(), `${receiver.address}/charte.html`);

        const receipt = await appears(page, '[part~=receipt]');
        const id = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(receipt)![0];
        const stored = (await readStored(page, id)) as unknown as { identity: object };
        assert.deepEqual(stored.identity, { id: '208316', name: 'Élise Çelik', department: 'Médecine 東' });
        assert.equal(await page.evaluate(() => document.cookie), '', 'no script can read the session');

        await page.goto(`${receiver.address}/auth/logout?return=/charte.html`);
        await follow(page, () => page.click('button'), new URL(provider.issuer).origin);
        await follow(page, () => page.click('button[name=logout]'), receiver.address);
        assert.match(
          await page.evaluate(() => document.body.innerText),
          /L’établissement a mis fin à la session/,
        );
        await follow(page, () => page.click('a'));
        assert.equal(page.url(), `${receiver.address}/charte.html`);
        assert.equal(
          await page.evaluate(async () => (await fetch('/api/coverage?charter=social-media')).status),
          401,
        );
        // Signed out at the provider too: it asks who is there again.
        await page.goto(`${receiver.address}/auth/login`);
        await page.waitForSelector('input[name=login]');
        assert.deepEqual(log, []);
        await page.close();
      });

      it('is refused under the session of somebody from a page of another site', async () => {
        const { page } = await openPage(browser(), `${receiver.address}/auth/login`);
        await page.type('input[name=login]', 'bob');
        await follow(page, () => page.click('button'), receiver.address);
        await page.goto(`${provider.issuer}/interaction/of-an-attacker`);
        const answers: string[] = [];
        page.on('response', (response) => {
          if (response.url().endsWith('/auth/logout')) answers.push(String(response.status()));
        });
        await follow(
          page,
          () =>
            page.evaluate((action) => {
              const form = Object.assign(document.createElement('form'), { method: 'post', action });
              document.body.append(form);
              form.submit();
            }, `${receiver.address}/auth/logout`),
          receiver.address,
        );
        assert.deepEqual(answers, ['403']);
        await page.goto(`${receiver.address}/charte.html`);
        const session = await page.evaluate(
          async () => (await (await fetch('/auth/session')).json()) as object,
        );
        assert.equal((session as { signedIn: boolean }).signedIn, true);
        await page.close();
      });
    });
  }
});

/** Acts, and waits until the page that it leads to is there, through whatever redirects. */
async function follow(page: Page, act: () => Promise<unknown>, origin?: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), act()]);
  if (origin !== undefined) await page.waitForFunction((wanted) => location.origin === wanted, {}, origin);
}
