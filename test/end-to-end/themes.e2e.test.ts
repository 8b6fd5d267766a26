import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { drivenEngines, openPage, part } from '../support/drive.ts';
import { useBrowser, useDemo } from '../support/stage.ts';

for (const engine of drivenEngines) {
  describe(`the choice of theme in ${engine}`, () => {
    const demo = useDemo();
    const browser = useBrowser(engine);

    const accent = async (page: Page): Promise<string> => {
      const button = await part(page, 'charter-viewer', '[part~=print-button]');
      return button.evaluate((element) => getComputedStyle(element).color);
    };

    it('changes the elements, and lasts as long as the tab', async () => {
      const { page, log } = await openPage(browser(), demo().origin);
      await page.waitForSelector('.themes:not([hidden])');
      const label = await page.$eval(
        '#theme',
        (select) => (select as HTMLSelectElement).labels[0]!.textContent,
      );
      assert.match(label, /Apparence/);
      const own = await accent(page);

      await page.select('#theme', 'regional-group');
      const chosen = await accent(page);
      assert.notEqual(chosen, own);

      await page.reload();
      await page.waitForSelector('.themes:not([hidden])');
      assert.equal(await accent(page), chosen);
      assert.equal(
        await page.$eval('#theme', (select) => (select as HTMLSelectElement).value),
        'regional-group',
      );

      await page.select('#theme', '');
      assert.equal(await accent(page), own);
      assert.deepEqual(log.errors, []);
      await page.close();

      const { page: other } = await openPage(browser(), demo().origin);
      await other.waitForSelector('.themes:not([hidden])');
      assert.equal(await accent(other), own);
      await other.close();
    });
  });
}
