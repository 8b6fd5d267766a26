import { elementUpdated, expect, fixture, html } from '@open-wc/testing';
import { overrideTexts } from '../../src/localization/text-overrides.ts';
import { textOf } from '../support/component.ts';
import { captureConsole, restoreStubs } from '../support/stubs.ts';
import type { LocalizedProbe } from '../support/probe.ts';
import '../support/probe.ts';
import { expectInConsole } from '../support/expected.ts';

// The probe’s texts are not the interface’s.
for (const language of ['fr', 'cy', 'fr-CA']) expectInConsole(new RegExp(`in "${language}".*probe\\.hello`));
expectInConsole(/in "fr".*probe\.count/);

const french = { 'probe.hello': 'Bonjour', 'probe.count': '${0} sur ${1}' };
afterEach(() => {
  overrideTexts('fr', french);
  restoreStubs();
});

const probe = (lang: string) =>
  fixture<LocalizedProbe>(html`<localized-probe lang=${lang}></localized-probe>`);

describe('texts of an element', () => {
  it('are French, whatever the language, until there is a translation', async () => {
    const element = await probe('cy');
    expect(element.words).to.equal('Bonjour – 2 sur 5');
    expect(element.localize.textLanguage).to.equal('fr');
    expect(element.localize.direction).to.equal('ltr');
    expect((await probe('he')).localize.direction).to.equal('ltr');
  });

  it('keep the kind of French of the page', async () => {
    expect((await probe('fr-CA')).localize.textLanguage).to.equal('fr-CA');
  });
});

describe('overrideTexts()', () => {
  it('replaces texts on screen at once, and leaves the others', async () => {
    const element = await probe('fr');
    overrideTexts('fr', { 'probe.hello': 'Bienvenue' });
    await elementUpdated(element);
    expect(element.words).to.equal('Bienvenue – 2 sur 5');
    expect((await probe('fr')).words).to.equal('Bienvenue – 2 sur 5');
  });

  it('lets the latest call win, text by text', async () => {
    overrideTexts('fr', { 'probe.hello': 'Un', 'probe.count': 'Deux' });
    overrideTexts('fr', { 'probe.hello': 'Trois' });
    expect((await probe('fr')).words).to.equal('Trois – Deux');
  });

  it('is for one language: two on a page keep their own', async () => {
    overrideTexts('cy', { 'probe.hello': 'Croeso' });
    const page = await fixture(html`
      <div>
        <localized-probe lang="fr"></localized-probe>
        <localized-probe lang="cy"></localized-probe>
      </div>
    `);
    const words = [...page.querySelectorAll<LocalizedProbe>('localized-probe')].map(
      (element) => element.words,
    );
    expect(words).to.deep.equal(['Bonjour – 2 sur 5', 'Croeso – 2 sur 5']);
  });

  it('also serves the regional forms of a language, which may have their own', async () => {
    overrideTexts('fr', { 'probe.hello': 'Bonjour à vous' });
    overrideTexts('fr-CA', { 'probe.hello': 'Bienvenue' });
    expect((await probe('fr-BE')).words).to.contain('Bonjour à vous');
    expect((await probe('fr-ca')).words).to.contain('Bienvenue');
    expect((await probe('fr')).words).to.contain('Bonjour à vous');
  });

  it('is followed when the language changes to one that has them', async () => {
    overrideTexts('cy', { 'probe.hello': 'Croeso' });
    const element = await probe('fr');
    element.lang = 'cy';
    await new Promise(requestAnimationFrame);
    await elementUpdated(element);
    expect(element.words).to.contain('Croeso');
  });

  it('puts the values in the places marked ${0}, ${1}…, in any order and number', async () => {
    for (const [text, expected] of [
      ['${1}, dont ${0}', '5, dont 2'],
      ['${0} + ${0}', '2 + 2'],
      ['tout', 'tout'],
      ['$0 {1} ${ 0 }', '$0 {1} ${ 0 }'],
      ['${1}', '5'],
    ] as const) {
      overrideTexts('fr', { 'probe.count': text });
      expect((await probe('fr')).words).to.equal(`Bonjour – ${expected}`);
    }
  });

  it('leaves a mark that has no value as it is written', async () => {
    overrideTexts('fr', { 'probe.hello': 'Bonjour ${0}', 'probe.count': '${0} sur ${7}' });
    expect((await probe('fr')).words).to.equal('Bonjour ${0} – 2 sur ${7}');
  });

  it('keeps the templates among the values of a message, and makes no markup of its own words', async () => {
    const { localize } = await probe('fr');
    const message = () => localize.msg(html`rubrique ${html`<b>Compte</b>`}`, { id: 'probe.section' });
    overrideTexts('fr', { 'probe.section': '<i>partie</i> ${0}' });
    const place = await fixture(html`<p>${message()}</p>`);
    expect(textOf(place)).to.equal('<i>partie</i> Compte');
    expect(place.querySelectorAll('b').length).to.equal(1);
    expect(place.querySelectorAll('i').length).to.equal(0);
  });

  it('ignores what is not a text, and says so', async () => {
    const warnings = captureConsole('warn');
    overrideTexts('fr', { 'probe.hello': null, 'probe.count': 3 } as never);
    expect((await probe('fr')).words).to.equal('Bonjour – 2 sur 5');
    expect(String(warnings)).to.contain('probe.hello').and.contain('probe.count');
  });

  it('does not render elements that are away', async () => {
    const element = await probe('fr');
    const count = element.renderCount;
    element.remove();
    overrideTexts('fr', { 'probe.hello': 'Bienvenue' });
    await elementUpdated(element);
    expect(element.renderCount).to.equal(count);
  });
});

describe('numbers, dates and plurals', () => {
  it('writes the first of the month « 1er », in French only', async () => {
    const { localize } = await probe('fr');
    expect(localize.date('2026-12-01')).to.equal('1er décembre 2026');
    expect(localize.date(new Date(2027, 0, 1))).to.equal('1er janvier 2027');
    expect((await probe('fr-CA')).localize.date('2026-12-01')).to.equal('1er décembre 2026');
  });

  for (const [date, text] of [
    ['2026-12-11', '11 décembre 2026'],
    ['2026-12-21', '21 décembre 2026'],
    ['2026-12-31', '31 décembre 2026'],
    ['2002-03-04', '4 mars 2002'],
  ])
    it(`writes ${date} ${text}`, async () => {
      expect((await probe('fr')).localize.date(date!)).to.equal(text);
    });

  it('writes every day of a year as the browser does, but for « 1er », in every French', async () => {
    for (const tag of ['fr', 'fr-CA', 'fr-CH', 'fr-BE']) {
      const { localize } = await probe(tag);
      const format = new Intl.DateTimeFormat(tag, { dateStyle: 'long', calendar: 'gregory' });
      for (let day = 1; day <= 366; day++) {
        const date = new Date(2028, 0, day, 12);
        expect(localize.date(date)).to.equal(format.format(date).replace(/^1 /, '1er '));
      }
    }
  });

  it('writes numbers as the browser does, small and large', async () => {
    for (const tag of ['fr', 'en', 'ar']) {
      const { localize } = await probe(tag);
      const format = new Intl.NumberFormat(localize.textLanguage, { numberingSystem: 'latn' });
      for (const number of [0, 1, 9, 10, 999, 1000, 10_000, 0.5, 999.5, -1])
        expect(localize.number(number), `${tag} ${number}`).to.equal(format.format(number));
    }
  });

  it('takes a day as it is written, in every time zone', async () => {
    const { localize } = await probe('fr');
    // Noon of the reader: a date read as midnight UTC would be the day before in America.
    for (const day of ['2026-01-01', '2026-07-01'])
      expect(localize.date(day)).to.match(/^1er (janvier|juillet) 2026$/);
  });

  it('writes the time where it is asked for', async () => {
    const options = { dateStyle: 'long', timeStyle: 'short' } as const;
    const text = (await probe('fr')).localize.date(new Date(2026, 10, 1, 16, 15), options);
    expect(text).to.match(/^1er novembre 2026\b.*16.*15$/);
  });

  it('shows what is no date as it came', async () => {
    expect((await probe('fr')).localize.date('bientôt')).to.equal('bientôt');
  });

  it('groups thousands with a thin space', async () => {
    expect((await probe('fr')).localize.number(15000)).to.equal('15\u202f000');
  });
});
