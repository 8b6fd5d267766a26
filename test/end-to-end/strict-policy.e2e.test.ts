import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answerFirstStep, drivenEngines, openPage, part, press, textOf, tickAll } from '../support/drive.ts';
import { useBrowser, useDemo } from '../support/stage.ts';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'";

for (const engine of drivenEngines) {
  describe(`under a strict Content-Security-Policy in ${engine}`, () => {
    const demo = useDemo();
    const browser = useBrowser(engine);

    it('everything works and nothing is reported', async () => {
      const response = await fetch(`${demo().origin}/strict.html`);
      assert.equal(response.headers.get('content-security-policy'), policy);

      const { page, log } = await openPage(browser(), `${demo().origin}/strict.html`);
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
