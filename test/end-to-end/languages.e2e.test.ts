import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { drivenEngines, openPage } from '../support/drive.ts';
import { useBrowser, useDemo } from '../support/stage.ts';

/** Title of the viewer and button of the acknowledgement of each column, with what their roots say of the language. */
const columns = {
  fr: {
    lang: 'fr',
    dir: 'ltr',
    title: 'Charte de bon usage des réseaux sociaux',
    button: 'Relire avant de signer',
  },
  en: { lang: 'en', dir: 'ltr', title: /charter/i, button: /sign/i },
  ar: { lang: 'ar', dir: 'rtl', title: /ميثاق/, button: /\p{sc=Arab}/u },
} as const;

describe('three languages on one page, under a strict policy', () => {
  const demo = useDemo();

  for (const engine of drivenEngines) {
    describe(`in ${engine}`, () => {
      const browser = useBrowser(engine);

      it('stand side by side, the hospital’s own words among them, and switch at run time', async () => {
        const { page, log } = await openPage(browser(), `${demo().origin}/languages.html`);
        for (const [index, wanted] of Object.values(columns).entries()) await showsIn(page, index, wanted);

        for (const language of ['en', 'ar', 'de', 'fr-CA', 'fr'] as const) {
          await page.select('#language', language);
          const dir = language === 'ar' ? 'rtl' : 'ltr';
          await showsIn(page, 0, { lang: language, dir, title: columns.fr.title, button: /./ });
        }
        await showsIn(page, 0, columns.fr);
        assert.deepEqual(log.errors, []);
        assert.equal(
          await page.evaluate(() => document.querySelector('#violations')!.textContent.trim()),
          '0',
        );
        await page.close();
      });
    });
  }
});

interface Shown {
  readonly lang: string;
  readonly dir: string;
  readonly title: string | RegExp;
  readonly button: string | RegExp;
}

/** Waits until a column shows its languages, then compares. */
async function showsIn(page: Page, index: number, wanted: Shown): Promise<void> {
  const shown = await page.evaluate(
    async (column, lang) => {
      const section = document.querySelectorAll('main > section')[column]!;
      await Promise.all([...section.children].map(({ localName }) => customElements.whenDefined(localName)));
      const [viewer, form] = [...section.children].map((element) => element.shadowRoot!);
      const rootOf = (root: ShadowRoot): HTMLElement | null => root.querySelector('[part~=root]');
      const isReady = (): boolean =>
        rootOf(form!)?.lang === lang &&
        !!viewer!.querySelector('[part~=title]') &&
        !!form!.querySelector('form');
      const end = performance.now() + 15_000;
      while (!isReady() && performance.now() < end) await new Promise(requestAnimationFrame);
      return {
        lang: rootOf(form!)!.lang,
        dir: rootOf(form!)!.dir,
        title: viewer!.querySelector('[part~=title]')?.textContent.trim() ?? '',
        button: form!.querySelector('[part~=review-button]')?.textContent.trim() ?? '',
      };
    },
    index,
    wanted.lang,
  );
  assert.deepEqual([shown.lang, shown.dir], [wanted.lang, wanted.dir]);
  for (const name of ['title', 'button'] as const)
    if (typeof wanted[name] === 'string') assert.equal(shown[name], wanted[name]);
    else assert.match(shown[name], wanted[name]);
}
