import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openPage } from '../support/drive.ts';
import { appears, click, sign } from '../support/person.ts';
import { useBrowser, useDemo } from '../support/stage.ts';

/** Firefox that blocks every cookie, and with them whatever a page could keep. */
const allBlocked = { 'network.cookie.cookieBehavior': 2 };

describe('Firefox with all cookies blocked', () => {
  const demo = useDemo();
  const browser = useBrowser('firefox', { prefs: allBlocked });

  it('lets the page keep nothing: no database, no channel', async () => {
    const { page } = await openPage(browser(), `${demo().origin}/simple.html`);
    const refused = await page.evaluate(async () => {
      const refuses = async (act: () => unknown): Promise<boolean> => {
        try {
          await act();
          return false;
        } catch {
          return true;
        }
      };
      return {
        storage: await refuses(() => localStorage.length),
        channel: await refuses(() => new BroadcastChannel('x').close()),
      };
    });
    assert.deepEqual(refused, { storage: true, channel: true });
    await page.close();
  });

  it('a person signs', async () => {
    const { page, log } = await openPage(browser(), `${demo().origin}/simple.html`);
    await sign(page, 'Claire Martin');
    assert.match(await appears(page, '[part~=receipt]'), /Votre signature est enregistrée/);
    assert.deepEqual(log.errors, []);
    await page.close();
  });

  it('a person reads that the signature is in this page alone while the network is down, then signs', async () => {
    const { page } = await openPage(browser(), `${demo().origin}/simple.html`);
    await page.evaluate(() => {
      let isDown = true;
      document.querySelector('charter-acknowledgement')!.fetcher = (...request) => {
        if (!isDown) return fetch(...request);
        isDown = false;
        return Promise.reject(new TypeError('NetworkError when attempting to fetch resource.'));
      };
    });
    await sign(page, 'Claire Martin');
    assert.match(await appears(page, '[part~=pending]'), /Ce navigateur ne peut rien garder/);
    await click(page, '[part~=retry-button]');
    assert.match(await appears(page, '[part~=receipt]'), /Votre signature est enregistrée/);
    await page.close();
  });
});
