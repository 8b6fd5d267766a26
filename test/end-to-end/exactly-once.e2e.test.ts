import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { drivenEngines, openPage, part } from '../support/drive.ts';
import type { Network } from '../support/network.ts';
import {
  appears,
  assertNotSigned,
  assertSignedOnce,
  click,
  notesOf,
  prepare,
  sign,
} from '../support/person.ts';
import { wakeTwoTabs } from '../support/two-tabs.ts';
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
        await wakeTwoTabs(hospital(), network, nameOf('Onglets'), () => open(network));
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
        await page.goto(`${network.origin}/charte`);
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
        await page.evaluate(() =>
          document.querySelector('charter-acknowledgement')!.setAttribute('timeout', '15000'),
        );
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
