import { elementUpdated, expect, fixture, html } from '@open-wc/testing';
import { str } from '@lit/localize';
import '../../src/elements/checklist/charter-checklist.ts';
import type { CharterChecklist } from '../../src/elements/checklist/checklist-element.ts';
import { overrideTexts } from '../../src/localization/text-overrides.ts';
import { fetchCharter } from '../support/charter.ts';
import { nextUpdate, part, settled, textOf } from '../support/component.ts';
import type { LocalizedProbe } from '../support/probe.ts';
import '../support/probe.ts';
import { expectInConsole } from '../support/expected.ts';

// The probe’s texts are not the interface’s.
expectInConsole(/in "en".*probe\.hello/, /in "ar".*probe\.few/, /in "ar".*probe\.other/);
expectInConsole(/"checklist\.progress\.other" does not show its value \$\{1\}/);

const guide = await fetchCharter('guide.fr.json');

/** Resolves once the texts of an element are in its language. */
async function translated<T extends CharterChecklist | LocalizedProbe>(element: T, lang: string): Promise<T> {
  const { localize } = element as LocalizedProbe;
  while (localize.textLanguage !== lang) await nextUpdate(element);
  await element.updateComplete;
  return element;
}

const root = (element: CharterChecklist) => element.renderRoot.querySelector<HTMLElement>('.root')!;
const probe = async (lang: string) =>
  translated(await fixture<LocalizedProbe>(html`<localized-probe lang=${lang}></localized-probe>`), lang);

describe('translations', () => {
  it('stand side by side on a page, each element in the language around it', async () => {
    const page = await fixture(html`
      <div>
        ${['fr', 'en-GB', 'ar', 'de', 'es', 'pt-BR', 'fr-CA', 'cy'].map(
          (lang) => html`<div lang=${lang}><charter-checklist .charter=${guide}></charter-checklist></div>`,
        )}
      </div>
    `);
    const said = new Map<string, string>();
    for (const element of page.querySelectorAll<CharterChecklist>('charter-checklist')) {
      const { lang } = element.parentElement!;
      await settled(element);
      await translated(element, lang === 'cy' ? 'fr' : lang);
      said.set(lang, [root(element).lang, root(element).dir, textOf(part(element, 'progress'))].join(' '));
    }
    expect([...said.values()]).to.deep.equal([
      'fr ltr 0 pratique cochée sur 3',
      'en-GB ltr 0 practices ticked out of 3',
      'ar rtl لم تؤشَّر أي ممارسة من أصل 3',
      'de ltr 0 von 3 Punkten abgehakt',
      'es ltr 0 prácticas marcadas de 3',
      'pt-BR ltr 0 prática assinalada em 3',
      'fr-CA ltr 0 pratique cochée sur 3',
      'fr ltr 0 pratique cochée sur 3',
    ]);
  });

  it('follow the language of the page, and come back', async () => {
    const element = await fixture<CharterChecklist>(
      html`<charter-checklist lang="fr" .charter=${guide}></charter-checklist>`,
    );
    await settled(element);
    for (const [lang, title] of [
      ['ar', 'تأشير الممارسات الجيدة'],
      ['en', 'Tick the good practices'],
      ['fr', 'Cocher les bonnes pratiques'],
    ] as const) {
      element.lang = lang;
      await translated(element, lang);
      expect(textOf(part(element, 'title'))).to.equal(title);
      expect(root(element).dir).to.equal(lang === 'ar' ? 'rtl' : 'ltr');
    }
  });

  it('give way to the hospital’s own words', async () => {
    overrideTexts('en', { 'probe.hello': 'Hi' });
    expect((await probe('en-GB')).words).to.equal('Hi – 2 sur 5');
  });
});

describe('plurals', () => {
  /** What the library itself says, in the plural form of a number. */
  const said = ({ localize: { msg, plural, number }, localize }: LocalizedProbe, count: number): string => {
    const shown = number.call(localize, count);
    return plural.call(
      localize,
      count,
      () => msg(str`${shown} pratique cochée sur ${9}`, { id: 'checklist.progress.one' }),
      () => msg(str`${shown} pratiques cochées sur ${9}`, { id: 'checklist.progress.other' }),
    ) as string;
  };

  it('are those of French: zero is singular', async () => {
    const french = await probe('fr');
    expect([0, 1, 1.5, 2, 12, 1_000_000].map((count) => said(french, count))).to.deep.equal([
      '0 pratique cochée sur 9',
      '1 pratique cochée sur 9',
      '1,5 pratique cochée sur 9',
      '2 pratiques cochées sur 9',
      '12 pratiques cochées sur 9',
      '1\u202f000\u202f000 pratiques cochées sur 9',
    ]);
  });

  it('are those of English: zero is plural', async () => {
    const english = await probe('en');
    expect([0, 1, 2].map((count) => said(english, count))).to.deep.equal([
      '0 practices ticked out of 9',
      '1 practice ticked out of 9',
      '2 practices ticked out of 9',
    ]);
  });

  it('are the six of Arabic, which French has not', async () => {
    const arabic = await probe('ar');
    expect([0, 1, 2, 3, 11, 100].map((count) => said(arabic, count))).to.deep.equal([
      'لم تؤشَّر أي ممارسة من أصل 9',
      'ممارسة واحدة مؤشَّرة من أصل 9',
      'ممارستان مؤشَّرتان من أصل 9',
      '3 ممارسات مؤشَّرة من أصل 9',
      '11 ممارسة مؤشَّرة من أصل 9',
      '100 ممارسة مؤشَّرة من أصل 9',
    ]);
  });

  it('can be replaced; “other” stands in for a form that is not given', async () => {
    overrideTexts('ar', { 'checklist.progress.few': '${0} قليلة', 'checklist.progress.other': '${0} أخرى' });
    const arabic = await probe('ar');
    expect([2, 3, 11, 100].map((count) => said(arabic, count))).to.deep.equal([
      '2 أخرى',
      '3 قليلة',
      '11 أخرى',
      '100 أخرى',
    ]);
  });

  it('leave the messages beside them alone, also after a failure', async () => {
    const arabic = await probe('ar');
    const { localize } = arabic;
    const fail = () => {
      throw new Error('in a message');
    };
    expect(() => localize.plural(3, fail, fail)).to.throw('in a message');
    overrideTexts('ar', { 'probe.few': 'few', 'probe.other': 'other' });
    expect(localize.msg('autre', { id: 'probe.other' })).to.equal('other');
  });
});

describe('lists, quantities and dates', () => {
  it('are said as each language says them', async () => {
    const [french, english, arabic] = await Promise.all(['fr', 'en', 'ar'].map(probe));
    const items = ['un', 'deux', 'trois'];
    expect(french!.localize.list(items)).to.equal('un, deux et trois');
    expect(english!.localize.list(items)).to.match(/^un, deux,? and trois$/);
    expect(arabic!.localize.list(items)).to.contain('و');
    expect(french!.localize.number(30, 'second')).to.match(/^30\sseconde?s$/);
    expect(english!.localize.number(1, 'second')).to.equal('1 second');
    expect(arabic!.localize.number(2, 'second')).to.contain('ثاني');
  });

  it('are in the digits of the versions and numbers that stand beside, in every Arabic', async () => {
    await elementUpdated(await probe('ar'));
    for (const tag of ['ar', 'ar-EG', 'ar-MA', 'ar-SA']) {
      const { localize } = await probe(tag);
      expect(localize.number(1234.5), tag).to.match(/^1.?234.5$/);
      // The civil calendar, also where another is usual.
      expect(localize.date('2026-12-01'), tag)
        .to.contain('2026')
        .and.match(/\b0?1\b/);
    }
  });

  it('have « 1er » and « 13 h 05 » in every French', async () => {
    for (const tag of ['fr', 'fr-CA', 'fr-CH', 'fr-BE']) {
      const { localize } = await probe(tag);
      expect(localize.date('2026-12-01'), tag).to.equal('1er décembre 2026');
      expect(localize.date('2026-12-01', { dateStyle: 'full' }), tag).to.match(/^mardi,? 1er décembre 2026$/);
      expect(localize.date(new Date(2026, 11, 1, 13, 5), { timeStyle: 'short' }), tag).to.match(
        /^13\sh\s05$/,
      );
    }
  });
});
