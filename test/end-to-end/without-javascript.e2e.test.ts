import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { drivenEngines, openPage } from '../support/drive.ts';
import { useBrowser, useHospital } from '../support/stage.ts';

describe('without JavaScript', () => {
  const hospital = useHospital();

  for (const engine of drivenEngines) {
    describe(`in ${engine}`, () => {
      const browser = useBrowser(engine, { hasJavaScript: false });

      for (const path of ['/ward.html', '/charte']) {
        it(`the form of ${path} signs, once however often it is sent`, async () => {
          const name = `Odile ${path} ${engine}`;
          const { page } = await openPage(browser(), `${hospital().origin}${path}`);
          await fill(page, name);
          assert.match(await submit(page), /Votre signature est enregistrée/);
          const [row, ...others] = await hospital().rowsOf(name);
          assert.ok(row);
          assert.deepEqual(others, []);
          assert.match(await textOf(page), new RegExp(row.id));

          await page.goto(`${hospital().origin}${path}`);
          await fill(page, name);
          assert.match(await submit(page), /Votre signature est enregistrée/);
          assert.equal((await hospital().rowsOf(name)).length, 1);
          await page.close();
        });
      }

      it('says in French what is missing', async () => {
        const { page } = await openPage(browser(), `${hospital().origin}/charte`);
        await page.evaluate(() => (document.querySelector('form')!.noValidate = true));
        assert.match(await submit(page), /nom/i);
        assert.equal(await page.evaluate(() => document.documentElement.lang), 'fr');
        await page.close();
      });
    });
  }
});

async function fill(page: Page, name: string): Promise<void> {
  await page.evaluate((typed) => {
    const form = document.querySelector('form')!;
    for (const input of form.querySelectorAll<HTMLInputElement>('input:not([type=hidden])')) {
      if (input.type === 'checkbox') input.checked = true;
      else input.value = input.name === 'signer.name' ? typed : 'x.1';
    }
  }, name);
}

/** Sends the form as its button does, and resolves to what the answer says. */
async function submit(page: Page): Promise<string> {
  await Promise.all([
    page.waitForNavigation(),
    page.evaluate(() => document.querySelector<HTMLButtonElement>('form button')!.click()),
  ]);
  return textOf(page);
}

function textOf(page: Page): Promise<string> {
  return page.evaluate(() => document.body.innerText);
}
