import { expect, fixture, html } from '@open-wc/testing';
import { configureLocalization, msg, str } from '@lit/localize';
import type { LocaleModule } from '@lit/localize';
import { overrideTexts } from '../../src/localization/text-overrides.ts';
import { nextUpdate, settled, textOf } from '../support/component.ts';
import type { LocalizedProbe } from '../support/probe.ts';
import '../support/probe.ts';
import { captureConsole, restoreStubs } from '../support/stubs.ts';
import type { CharterChecklist } from '../../src/elements/checklist/checklist-element.ts';

/** The built script, which is a second copy of the library beside the sources that the probe is made of. */
const standalone = '/dist/standalone/charter-elements.js';

const title = (element: CharterChecklist) => textOf(element.shadowRoot!.querySelector('[part~=title]'));
const checklist = async (lang: string) => {
  const element = await fixture<CharterChecklist>(html`<charter-checklist lang=${lang}></charter-checklist>`);
  await settled(element);
  return element;
};

describe('a page that is not ours alone', () => {
  before(async () => {
    const response = await fetch(standalone);
    if (!response.ok) throw new Error(`${standalone} is missing: npm run build`);
    await import(standalone);
  });
  afterEach(restoreStubs);

  it('may have two copies of the library: each has its own texts, in several languages', async () => {
    overrideTexts('en', { 'checklist.title': 'Words of the other copy' });
    const [french, english, arabic] = [await checklist('fr'), await checklist('en'), await checklist('ar')];
    while (title(english) !== 'Tick the good practices') await nextUpdate(english);
    while (title(arabic) !== 'تأشير الممارسات الجيدة') await nextUpdate(arabic);
    expect(title(french)).to.equal('Cocher les bonnes pratiques');
    const probe = await fixture<LocalizedProbe>(html`<localized-probe lang="en"></localized-probe>`);
    while (probe.localize.textLanguage !== 'en') await nextUpdate(probe);
    expect(probe.localize.msg('Cocher', { id: 'checklist.title' })).to.equal('Words of the other copy');
  });

  it('may load the library again: what was there goes on', async () => {
    const warnings = captureConsole('warn');
    await import('../../src/elements/checklist/charter-checklist.ts');
    expect(warnings.map(String).join()).to.contain('already defined elements on this page');
    expect(title(await checklist('fr'))).to.equal('Cocher les bonnes pratiques');
  });

  it('may use @lit/localize itself, in other languages than ours', async () => {
    const { setLocale, getLocale } = configureLocalization({
      sourceLocale: 'fr',
      targetLocales: ['nl'],
      loadLocale: (): Promise<LocaleModule> =>
        Promise.resolve({
          templates: {
            'checklist.title': 'Van de pagina',
            'probe.hello': 'Van de pagina',
            'page.own': str`Hallo ${0}`,
          },
        }),
    });
    await setLocale('nl');
    expect(getLocale()).to.equal('nl');
    // The page's own messages are its own, and ours do not take its words, even under the same ids.
    expect(msg(str`Bonjour ${'Claire'}`, { id: 'page.own' })).to.equal('Hallo Claire');
    const probe = await fixture<LocalizedProbe>(html`<localized-probe lang="fr"></localized-probe>`);
    expect(probe.words).to.equal('Bonjour – 2 sur 5');
    const element = await checklist('de');
    while (title(element) !== 'Gute Praxis abhaken') await nextUpdate(element);
    expect(getLocale()).to.equal('nl');
    await setLocale('fr');
    expect(title(element)).to.equal('Gute Praxis abhaken');
  });
});
