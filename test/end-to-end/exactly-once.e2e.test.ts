import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { drivenEngines, openPage, part } from '../support/drive.ts';
import type { Network } from '../support/network.ts';
import { appears, assertNotSigned, assertSignedOnce, click, notesOf, prepare, sign } from '../support/person.ts';
import { useBrowser, useHospital } from '../support/stage.ts';

describe('one intent to sign gives one row', () => {
  const hospital = useHospital();

  for (const engine of drivenEngines) {
    describe(`in ${engine}`, () => {
      const browser = useBrowser(engine);
      const nameOf = (journey: string) => `Zoé ${journey} (${engine})`;

      async function open(network: Network, attributes = ''): Promise<Page> {
        const url = `${network.origin}/simple.html?${attributes}`;
        const { page } = await openPage(browser(), url, { isWindow: true });
        return page;
      }

      it('after a double click', async () => {
        const network = await hospital().connect();
        const page = await open(network);
        await prepare(page, nameOf('Double'));
        const held = network.hold();
        const button = await part(page, 'charter-acknowledgement', '[part~=sign-button]');
        await button.scrollIntoView();
        await button.click({ count: 2 });
        await assertNotSigned(page);
        await (await held).pass();
        await assertSignedOnce(page, hospital(), nameOf('Double'));
        assert.equal(network.sendings.length, 1);
        await page.close();
      });

      it('when two tabs with the same unsent record wake up at once', async () => {
        const network = await hospital().connect();
        const tabs = [await open(network), await open(network)] as const;
        network.breakDown();
        await sign(tabs[0], nameOf('Onglets'));
        await appears(tabs[0], '[part~=pending]');
        await tabs[1].reload();
        await appears(tabs[1], '[part~=pending]');
        const before = network.sendings.length;
        const held = network.hold();
        network.mend();
        // Both are looked at, so that both go to work.
        await Promise.all(tabs.map(wakeUp));
        await assertNotSigned(tabs[0]);
        await assertNotSigned(tabs[1]);
        await (await held).pass();

        await Promise.all(tabs.map((tab) => appears(tab, '[part~=receipt]')));
        assert.equal(network.sendings.length, before + 1, 'the tab that waited has nothing left to send');
        const announced = await Promise.all(tabs.map(async (tab) => (await notesOf(tab)).events));
        const signed = announced.flat().filter(({ type }) => type === 'signed');
        assert.equal(signed.length, 1, 'charter-signed comes once a record');
        for (const [index, tab] of tabs.entries()) {
          const isAnnounced = announced[index]!.some(({ type }) => type === 'signed');
          await assertSignedOnce(tab, hospital(), nameOf('Onglets'), { isAnnounced });
        }
        await Promise.all(tabs.map((tab) => tab.close()));
      });

      for (const side of ['before', 'behind'] as const) {
        it(`when the page is reloaded with the request ${side} the receiver`, async () => {
          const name = nameOf(`Recharge ${side}`);
          const network = await hospital().connect();
          const page = await open(network);
          const held = network.hold();
          await sign(page, name);
          const sending = await held;
          if (side === 'behind') assert.equal(await sending.deliver(), 201);
          await assertNotSigned(page);
          await page.reload();
          const id = await assertSignedOnce(page, hospital(), name);
          assert.equal(id, sending.id);
          // What the network kept arrives all the same.
          await sending.pass();
          await assertSignedOnce(page, hospital(), name);
          await page.close();
        });
      }

      it('when the page is left in mid-flight and come back to', async (t) => {
        const name = nameOf('Retour');
        const network = await hospital().connect();
        const page = await open(network);
        const held = network.hold();
        await sign(page, name);
        const sending = await held;
        await page.goto(`${network.origin}/register.html`);
        await page.goBack();
        t.diagnostic(`${engine} brought the page back as it was: ${(await notesOf(page)).isRestored}`);
        await sending.pass();
        await assertSignedOnce(page, hospital(), name);
        await page.close();
      });

      it('when the answer comes after the time that the element gives it', async () => {
        const name = nameOf('Lenteur');
        const network = await hospital().connect();
        const page = await open(network, 'timeout=300');
        const held = network.hold();
        await sign(page, name);
        const sending = await held;
        const again = network.hold();
        await appears(page, '[part~=pending]');
        await assertNotSigned(page);
        // The second attempt has all the time it needs.
        await page.evaluate(() => document.querySelector('charter-acknowledgement')!.setAttribute('timeout', '15000'));
        await click(page, '[part~=retry-button]');
        const second = await again;
        assert.equal(second.id, sending.id);
        await second.pass();
        await assertSignedOnce(page, hospital(), name);
        await sending.pass();
        await assertSignedOnce(page, hospital(), name);
        await page.close();
      });
    });
  }
});

function wakeUp(page: Page): Promise<void> {
  return page.evaluate(() => {
    if (document.visibilityState !== 'visible') throw new Error('a hidden tab does not wake up');
    dispatchEvent(new Event('online'));
  });
}
