import { elementUpdated, expect, fixture, html, nextFrame } from '@open-wc/testing';
import { catalogs } from '../../src/localization/catalogs.ts';
import { directionOf } from '../../src/localization/language.ts';
import { quotesOf } from '../../src/localization/quote.ts';
import type { LocalizedProbe } from '../support/probe.ts';
import '../support/probe.ts';

const root = document.documentElement;
const pageLanguage = root.lang;
afterEach(() => (root.lang = pageLanguage));

/** Mutations are told after this task. */
async function language(probe: LocalizedProbe): Promise<string> {
  await nextFrame();
  await elementUpdated(probe);
  return probe.localize.language;
}

/** Resolves once the translation into a language is there. */
function arrivalOf(language: string): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!catalogs.templatesFor(language)) return;
      stop();
      resolve();
    };
    const stop = catalogs.observe(look);
    catalogs.load(language);
    look();
  });
}

const probeIn = (box: Element | ShadowRoot) => box.querySelector<LocalizedProbe>('localized-probe')!;

describe('language of an element', () => {
  it('is its own', async () => {
    const probe = await fixture<LocalizedProbe>(html`<localized-probe lang="cy"></localized-probe>`);
    expect(probe.localize.language).to.equal('cy');
  });

  it('is that of the nearest element around it that has one', async () => {
    const page = await fixture(html`
      <div lang="de">
        <div lang="cy">
          <p lang=""><localized-probe></localized-probe></p>
        </div>
      </div>
    `);
    expect(probeIn(page).localize.language).to.equal('cy');
  });

  it('is that of the page, else French', async () => {
    root.lang = 'cy';
    const probe = await fixture<LocalizedProbe>(html`<localized-probe></localized-probe>`);
    expect(probe.localize.language).to.equal('cy');
    root.removeAttribute('lang');
    expect(await language(probe)).to.equal('fr');
  });

  it('goes through shadow roots', async () => {
    const host = await fixture(html`<div lang="cy"></div>`);
    const outer = host.attachShadow({ mode: 'open' });
    const inner = outer.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    inner.append(document.createElement('localized-probe'));
    expect(probeIn(inner).localize.language).to.equal('cy');
    outer.firstElementChild!.setAttribute('lang', 'de');
    expect(await language(probeIn(inner))).to.equal('de');
  });

  it('goes through slots: what is around the slot counts before what is around the host', async () => {
    const host = await fixture(html`<div lang="de"></div>`);
    host.attachShadow({ mode: 'open' }).innerHTML = '<section lang="cy"><slot></slot></section>';
    host.append(document.createElement('localized-probe'));
    expect(probeIn(host).localize.language).to.equal('cy');
    host.shadowRoot!.querySelector('section')!.removeAttribute('lang');
    expect(await language(probeIn(host))).to.equal('de');
  });

  it('follows what changes: on the element, around it, on the page, around its host', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const shadow = host.attachShadow({ mode: 'open' });
    shadow.innerHTML = '<div><localized-probe></localized-probe></div>';
    const probe = probeIn(shadow);
    root.lang = 'cy';
    expect(await language(probe), 'page').to.equal('cy');
    host.parentElement!.lang = 'de';
    expect(await language(probe), 'around the host').to.equal('de');
    host.lang = 'it';
    expect(await language(probe), 'host').to.equal('it');
    probe.parentElement!.lang = 'es';
    expect(await language(probe), 'around').to.equal('es');
    probe.lang = 'nl';
    expect(await language(probe), 'own').to.equal('nl');
    probe.removeAttribute('lang');
    expect(await language(probe), 'own removed').to.equal('es');
  });

  it('follows the element to another place', async () => {
    const page = await fixture(html`
      <div>
        <div lang="de"><localized-probe></localized-probe></div>
        <div lang="cy" class="there"></div>
      </div>
    `);
    const probe = probeIn(page);
    page.querySelector('.there')!.append(probe);
    expect(await language(probe)).to.equal('cy');
  });

  it('is looked up again when the element comes back, and not while it is away', async () => {
    const page = await fixture<HTMLElement>(html`<div lang="de"><localized-probe></localized-probe></div>`);
    const probe = probeIn(page);
    const count = probe.renderCount;
    probe.remove();
    page.lang = 'cy';
    expect(await language(probe)).to.equal('de');
    expect(probe.renderCount).to.equal(count);
    page.append(probe);
    expect(await language(probe)).to.equal('cy');
  });

  it('renders again only those whose language changed', async () => {
    // A translation that arrives renders everyone: the tests before this one have asked for it.
    await arrivalOf('de');
    const page = await fixture(html`
      <div>
        <div lang="de"><localized-probe></localized-probe></div>
        <div lang="cy"><localized-probe></localized-probe></div>
      </div>
    `);
    const [first, second] = page.querySelectorAll<LocalizedProbe>('localized-probe');
    const counts = [first!.renderCount, second!.renderCount];
    page.firstElementChild!.setAttribute('lang', 'it');
    await language(first!);
    expect([first!.renderCount - counts[0]!, second!.renderCount - counts[1]!]).to.deep.equal([1, 0]);
  });

  for (const lang of ['fr-', 'fr_FR', 'fr-x', '!', 'klingon-in-space', '-']) {
    it(`may be written wrong without harm: lang="${lang}"`, async () => {
      const probe = await fixture<LocalizedProbe>(html`<localized-probe lang=${lang}></localized-probe>`);
      expect(probe.words).to.equal('Bonjour – 2 sur 5');
      expect(probe.localize.number(1000)).to.equal('1\u202f000');
      expect(probe.localize.date('2026-12-01')).to.equal('1er décembre 2026');
      expect(
        probe.localize.plural(
          1,
          () => 'one',
          () => 'other',
        ),
      ).to.equal('one');
    });
  }
});

describe('language of an element, written otherwise than as a tag', () => {
  for (const [lang, tag] of [
    ['cy_GB', 'cy'],
    ['cy-', 'cy'],
    ['en-GB', 'en-GB'],
    ['!', 'fr'],
  ])
    it(`${lang!} counts as ${tag!}`, async () => {
      const probe = await fixture<LocalizedProbe>(html`<localized-probe lang=${lang!}></localized-probe>`);
      expect(probe.localize.language).to.equal(tag);
    });
});

describe('direction of a language', () => {
  for (const tag of ['ar', 'AR', 'ar-MA', 'he', 'fa', 'ur'])
    it(`${tag} is written from right to left`, () => expect(directionOf(tag)).to.equal('rtl'));
  for (const tag of ['fr', 'en-GB', 'tr', 'az', ''])
    it(`${tag || 'an unknown one'} is written from left to right`, () =>
      expect(directionOf(tag)).to.equal('ltr'));
});

describe('quotation marks of a language', () => {
  for (const [tag, open, close] of [
    ['fr', '«\u00a0', '\u00a0»'],
    ['fr-CA', '«\u00a0', '\u00a0»'],
    ['FR-ch', '«', '»'],
    ['de-AT', '„', '“'],
    ['pt', '«', '»'],
    ['xx', '“', '”'],
  ])
    it(`${tag}: ${open}…${close}`, () => expect(quotesOf(tag!)).to.deep.equal([open, close]));
});
