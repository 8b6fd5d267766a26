import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { ElementHandle } from 'puppeteer-core';
import { openPage, part } from '../support/drive.ts';
import { printAlone, squeezed } from '../support/pdf.ts';
import type { PrintedPages } from '../support/pdf.ts';
import { appears, assertSignedOnce, sign } from '../support/person.ts';
import { useBrowser, useHospital } from '../support/stage.ts';
import { readStored } from '../support/stored-signature.ts';

const name = 'Éloïse Garance';
const charter = 'Charte de bon usage des réseaux sociaux';

/** Only Chromium prints for a test. */
describe('a receipt on paper', () => {
  const hospital = useHospital();
  const browser = useBrowser('chromium');

  it('is one sheet, from the acknowledgement and from the page that checks it', async (t) => {
    const network = await hospital().connect();
    const { page } = await openPage(browser(), `${network.origin}/simple.html`);
    await sign(page, name);
    const id = await assertSignedOnce(page, hospital(), name);
    const receipt = await printAlone(page, 'charter-acknowledgement');
    assertOneSheet(receipt, [name, charter, id, 'Votre signature est enregistrée']);

    const [row] = await hospital().rowsOf(name);
    const stored = await readStored(page, id, row!.receipt);
    const folder = await mkdtemp(join(tmpdir(), 'charter-receipt-'));
    t.after(() => rm(folder, { recursive: true }));
    const file = join(folder, 'receipt.json');
    await writeFile(file, JSON.stringify({ id, ...stored }));

    await page.evaluate(() => {
      const element = document.createElement('charter-receipt');
      element.for = 'charte';
      element.receiptKeys = '/.well-known/jwks.json';
      document.querySelector('main')!.append(element);
    });
    const input = (await part(page, 'charter-receipt', '#file')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(file);
    const verified = '[data-outcome=verified]';
    await appears(page, `${verified} + ${verified} + ${verified}`, 'charter-receipt');
    const checked = await printAlone(page, 'charter-receipt');
    assertOneSheet(checked, [name, charter, id, '1.0.0', 'Ce reçu est authentique']);
    assert.ok(!checked.text.includes(squeezed('Choisissez le fichier')), 'the picker is for the screen');
    await page.close();
  });
});

function assertOneSheet({ count, size, text }: PrintedPages, contents: readonly string[]): void {
  assert.equal(count, 1);
  assert.deepEqual(size, [210, 297]);
  for (const content of contents) assert.ok(text.includes(squeezed(content)), `no « ${content} » in ${text}`);
  // Controls and the rest of the page stay on the screen.
  for (const other of ['Imprimer', 'Télécharger', 'La page la plus simple'])
    assert.ok(!text.includes(squeezed(other)), `« ${other} » is on paper: ${text}`);
}
