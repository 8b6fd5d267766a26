import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { digestDocument } from '../../src/charter/digest.ts';
import { parseSignatureRecord } from '../../src/signature/record.ts';
import { verifyReceipt } from '../../src/signature/verify-receipt.ts';
import type { JSONWebKeySet } from '../../src/signature/verify-receipt.ts';
import { answerFirstStep, drivenEngines, openPage, part, press, textOf, tickAll } from '../support/drive.ts';
import { printAlone } from '../support/pdf.ts';
import { useBrowser, useDemo } from '../support/stage.ts';
import { personas } from '../../demo/personas.ts';
import { readStored } from '../support/stored-signature.ts';

for (const engine of drivenEngines) {
  describe(`the intranet in ${engine}`, () => {
    const demo = useDemo();
    const browser = useBrowser(engine);

    async function signOn(page: Page): Promise<string> {
      await tickAll(page, 'charter-checklist');
      await tickAll(page, 'charter-acknowledgement');
      await press(page, 'charter-acknowledgement', '[part~=review-button]');
      await press(page, 'charter-acknowledgement', '[part~=sign-button]');
      const receipt = await part(page, 'charter-acknowledgement', '[part~=receipt]');
      const id = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(await textOf(receipt))?.[0];
      assert.ok(id, 'the receipt shows the number of the signature');
      return id;
    }

    it('lets a person read, tick, set, sign, and keeps the signature through a crash', async () => {
      const { page, log } = await openPage(browser(), demo().origin);
      const title = await textOf(await part(page, 'charter-viewer', '[part~=title]'));
      assert.match(title, /réseaux sociaux/);

      await answerFirstStep(page);
      const id = await signOn(page);

      const { record, recordDigest, receivedAt, receipt } = await readStored(page, id);
      const signature = parseSignatureRecord(record);
      assert.equal(signature.decision, 'accepted');
      assert.ok(signature.practices && signature.practices.length >= 20);
      assert.equal(recordDigest, await digestDocument(record));
      const keys = (await (await fetch(`${demo().origin}/.well-known/jwks.json`)).json()) as JSONWebKeySet;
      await verifyReceipt({ id, recordDigest, receivedAt, receipt }, signature, keys);

      await demo().stop('SIGKILL');
      await demo().restart();
      assert.deepEqual((await readStored(page, id)).record, record);

      if (engine === 'chromium') assert.equal((await printAlone(page, 'charter-acknowledgement')).count, 1);

      assert.deepEqual(log.errors, []);
      assert.deepEqual([...log.origins], [demo().origin]);
      await page.close();
    });

    it('keeps a signature while the receiver is away, and delivers it when the person comes back', async () => {
      const { page } = await openPage(browser(), demo().origin);
      await tickAll(page, 'charter-checklist');
      await tickAll(page, 'charter-acknowledgement');
      await press(page, 'charter-acknowledgement', '[part~=review-button]');
      await part(page, 'charter-acknowledgement', '[part~=sign-button]');
      await demo().stop('SIGKILL');
      await press(page, 'charter-acknowledgement', '[part~=sign-button]');
      const pending = await textOf(await part(page, 'charter-acknowledgement', '[part~=pending]'));
      assert.match(pending, /pas encore enregistrée/);
      await page.close();

      await demo().restart();
      const { page: later } = await openPage(browser(), demo().origin);
      const receipt = await textOf(await part(later, 'charter-acknowledgement', '[part~=receipt]'));
      const id = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(receipt)![0];
      parseSignatureRecord((await readStored(later, id)).record);
      await later.close();
    });

    it('can be used with the keyboard alone, from the first field to the receipt', async () => {
      const { page } = await openPage(browser(), `${demo().origin}/simple.html`);
      await part(page, 'charter-acknowledgement', '#name');
      await tickAll(page, 'charter-checklist');
      await (await part(page, 'charter-acknowledgement', 'input')).focus();
      // Who is signed in since the pages before.
      const { name, staffId, role, department } = personas[0]!;
      const typed: Record<string, string> = { name, id: staffId, role, department };
      for (let presses = 0; presses < 60; presses++) {
        const focus = await focused(page);
        if (focus.part.includes('receipt') || focus.className === 'result-title') break;
        if (focus.type === 'checkbox' && !focus.checked) await page.keyboard.press(' ');
        else if (focus.type === 'text' && typed[focus.id]) await page.keyboard.type(typed[focus.id]!);
        else if (/review-button|sign-button/.test(focus.part)) {
          await page.keyboard.press('Enter');
          await part(page, 'charter-acknowledgement', ':is(.section-title, .result-title):focus');
          continue;
        }
        await page.keyboard.press('Tab');
      }
      await part(page, 'charter-acknowledgement', '[part~=receipt]');
      await page.close();
    });
  });
}

function focused(page: Page) {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const input = element as HTMLInputElement;
    return {
      id: input.id,
      type: input.type,
      checked: input.checked,
      className: input.className,
      part: input.getAttribute('part') ?? '',
    };
  });
}
