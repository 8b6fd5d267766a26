import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import charter from '../../locales/content/charter.fr.json' with { type: 'json' };
import { openPage, part } from '../support/drive.ts';
import { printAlone, squeezed } from '../support/pdf.ts';
import { useBrowser, useDemo } from '../support/stage.ts';

const { sections, practices } = charter;
const forStaff = <Item extends { audiences?: string[] }>(items: readonly Item[]): Item[] =>
  items.filter(({ audiences }) => !audiences || audiences.includes('staff'));
const titles = [...forStaff(sections).map((section) => section.title), 'Les bonnes pratiques', 'Sources'];
const groups = new Set(forStaff(practices).map(({ group }) => group));

/** Only Chromium prints for a test. */
describe('the charter on paper', () => {
  const demo = useDemo();
  const browser = useBrowser('chromium');

  it('is numbered sheets of A4, in order, with the addresses of its links and no title at their foot', async () => {
    const { page, log } = await openPage(browser(), `${demo().origin}/simple.html`);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    await part(page, 'charter-viewer', '[part~=section]');
    const { count, size, text, texts } = await printAlone(page, 'charter-viewer');
    assert.deepEqual(size, [210, 297]);
    assert.ok(count >= 5 && count <= 14, `${count} sheets`);

    const title = squeezed(`${charter.title} – Version ${charter.version}`);
    const bodies = texts.map((sheet, index) => {
      const footer = `${title}–${index + 1}/${count}`;
      // Chromium writes the margins before the text.
      assert.ok(
        sheet.startsWith(footer),
        `sheet ${index + 1} does not bear « ${footer} »: ${sheet.slice(0, 99)}`,
      );
      return sheet.replace(footer, '');
    });

    const body = bodies.join('');
    let place = 0;
    for (const each of titles) {
      const found = body.indexOf(squeezed(each), place);
      assert.ok(found >= 0, `« ${each} » is not there, or not in its place`);
      place = found + squeezed(each).length;
    }
    for (const [index, sheet] of bodies.entries())
      for (const each of [...titles, ...groups])
        assert.ok(
          !sheet.endsWith(squeezed(each)),
          `« ${each} » stands alone at the foot of sheet ${index + 1}`,
        );

    for (const address of addressesOf(forStaff(sections)))
      assert.ok(text.includes(`(${squeezed(address)})`), `no (${address})`);
    for (const absent of ['https://', 'mailto:', '(#', 'Sommaire', 'Imprimer', 'La page la plus simple'])
      assert.ok(!text.includes(squeezed(absent)), `« ${absent} » is on paper`);
    assert.deepEqual(log.errors, []);
    await page.close();
  });

  it('leaves the sheets of the page’s own printing alone', async () => {
    const { page } = await openPage(browser(), `${demo().origin}/simple.html`);
    await part(page, 'charter-viewer', '[part~=section]');
    await printAlone(page, 'charter-viewer');
    const sheets = await page.evaluate(() => document.adoptedStyleSheets.length);
    assert.equal(sheets, 0);
    await page.close();
  });
});

/** Where the links of a text lead, as paper tells it. */
function addressesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(addressesOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === 'link' || key === 'href') && typeof inner === 'string'
      ? [inner.replace(/^(https?:\/\/|mailto:|tel:)/, '').replace(/\/$/, '')]
      : addressesOf(inner),
  );
}
