import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { startDemo } from '../support/demo-server.ts';
import type { DemoServer } from '../support/demo-server.ts';
import {
  answerFirstStep,
  drivenEngines,
  launch,
  openPage,
  part,
  press,
  textOf,
  tickAll,
} from '../support/drive.ts';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'";

for (const engine of drivenEngines) {
  describe(`under a strict Content-Security-Policy in ${engine}`, () => {
    let demo: DemoServer;
    let browser: Browser;

    before(async () => {
      [demo, browser] = await Promise.all([startDemo(), launch(engine)]);
    });
    after(async () => {
      await browser.close();
      await demo.stop('SIGTERM');
    });

    it('everything works and nothing is reported', async () => {
      const response = await fetch(`${demo.origin}/strict.html`);
      assert.equal(response.headers.get('content-security-policy'), policy);

      const { page, log } = await openPage(browser, `${demo.origin}/strict.html`);
      await press(page, 'charter-viewer', '[part~=plain-button]');
      await answerFirstStep(page);
      await tickAll(page, 'charter-checklist');
      const typed: Record<string, string> = {
        name: 'Claire Martin',
        id: '1',
        role: 'Infirmière',
        department: 'Urgences',
      };
      for (const [field, value] of Object.entries(typed)) {
        await (await part(page, 'charter-acknowledgement', `#${field}`)).type(value);
      }
      await tickAll(page, 'charter-acknowledgement');
      await press(page, 'charter-acknowledgement', '[part~=review-button]');
      await press(page, 'charter-acknowledgement', '[part~=record] summary');
      await press(page, 'charter-acknowledgement', '[part~=sign-button]');
      await part(page, 'charter-acknowledgement', '[part~=receipt]');
      await press(page, 'charter-acknowledgement', '[part~=download-button]');

      assert.equal(await textOf((await page.$('#violations'))!), '0');
      assert.deepEqual(log.errors, []);
      await page.close();
    });
  });
}
