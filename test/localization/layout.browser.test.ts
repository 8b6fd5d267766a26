import { expect, fixture, html } from '@open-wc/testing';
import { loadTexts } from '../../src/localization/text-overrides.ts';
import { directionOf } from '../../src/localization/language.ts';
import { nextUpdate, resized } from '../support/component.ts';
import { clipped, stickingOut } from '../support/layout.ts';
import type { LocalizedProbe } from '../support/probe.ts';
import '../support/probe.ts';
import { captureConsole, restoreStubs } from '../support/stubs.ts';
import { elements } from '../elements/states.ts';

/** Tag of the pseudo-locale: for private use, French to `Intl`. */
const pseudo = 'fr-x-pseudo';

/** What makes the texts of a language ready, so that the states can be walked through in it. */
const languages: Readonly<Record<string, () => Promise<void>>> = {
  [pseudo]: () => loadTexts(pseudo, '/pseudo-texts.json'),
  ar: () => translated('ar'),
  de: () => translated('de'),
};

async function translated(lang: string): Promise<void> {
  const probe = await fixture<LocalizedProbe>(html`<localized-probe lang=${lang}></localized-probe>`);
  while (probe.localize.textLanguage !== lang) await nextUpdate(probe);
}

for (const [language, ready] of Object.entries(languages))
  describe(`every element at 320 pixels in ${language}`, () => {
    before(async function () {
      // The pseudo-locale is made from every call in the sources: minutes, on a busy machine.
      this.timeout(4 * 60_000);
      await ready();
      document.documentElement.lang = language;
    });
    after(() => document.documentElement.removeAttribute('lang'));
    beforeEach(() => captureConsole('error'));
    afterEach(restoreStubs);

    for (const [tag, states] of Object.entries(elements))
      for (const [name, show] of Object.entries(states))
        it(`${tag}, ${name}: nothing is cut off`, async () => {
          const element = await show();
          element.parentElement!.style.setProperty('width', '320px');
          await resized(element);
          const root = element.renderRoot.querySelector<HTMLElement>('.root')!;
          expect(root.lang).to.equal(language);
          expect(getComputedStyle(root).direction).to.equal(directionOf(language));
          if (language === pseudo) expect(root.textContent).to.contain('⟦');
          expect(root.scrollWidth).to.be.at.most(root.clientWidth);
          expect([...stickingOut(element), ...clipped(element)]).to.deep.equal([]);
        });
  });
