import { elementUpdated, expect, html, oneEvent } from '@open-wc/testing';
import '../../../src/elements/viewer/charter-viewer.ts';
import type { Charter } from '../../../src/charter/charter.ts';
import type { CharterViewer } from '../../../src/elements/viewer/viewer-element.ts';
import { charterURL, fetchCharter, manyPractices, smallCharter } from '../../support/charter.ts';
import { countReads, nextUpdate, part, parts, shown, textOf } from '../../support/component.ts';
import { expectMissing } from '../../support/expected.ts';
import { captureConsole, restoreStubs } from '../../support/stubs.ts';
import { all, sectionTitles } from './support.ts';

let guide: Charter;
let arabic: Charter;
before(async () => {
  guide = await fetchCharter('guide.fr.json');
  arabic = await fetchCharter('guide.ar.json');
});

describe('charter-viewer: the document', () => {
  let viewer: CharterViewer;
  beforeEach(async () => {
    viewer = await shown<CharterViewer>(html`<charter-viewer .charter=${guide}></charter-viewer>`);
  });

  it('says what it is, who issues it, which version it is and since when', () => {
    expect(textOf(part(viewer, 'title'))).to.equal('Charte d’essai');
    expect(textOf(part(viewer, 'summary'))).to.equal('Publier avec attention.');
    expect(textOf(part(viewer, 'issuer'))).to.equal('Centre hospitalier d’essai – Communication');
    expect(part(viewer, 'issuer')!.querySelector('a')!.getAttribute('href')).to.equal(
      'mailto:com@hopital.example',
    );
    expect(textOf(viewer.shadowRoot!.querySelector('header'))).to.contain(
      'Version 2.1.0, en vigueur à compter du 1er décembre 2026',
    );
  });

  it('leaves out what the document does not say', async () => {
    viewer.charter = smallCharter();
    await oneEvent(viewer, 'charter-loaded');
    for (const name of ['summary', 'issuer', 'plain-button', 'practice', 'group-title', 'changes'])
      expect(parts(viewer, name).length, name).to.equal(0);
    expect(sectionTitles(viewer)).to.deep.equal(['Une section']);
    expect(textOf(viewer.shadowRoot!.querySelector('header'))).to.contain('Version 1.0.0 Imprimer');
  });

  it('keeps emphasis, links and lists', () => {
    const [paragraph] = all(viewer, '#secrecy p');
    expect(textOf(paragraph)).to.equal(
      'Ce que vous voyez ici reste ici\u00a0: tout, vraiment, et la loi le dit.',
    );
    expect(textOf(paragraph!.querySelector('strong'))).to.equal('tout');
    expect(textOf(paragraph!.querySelector('em'))).to.equal('vraiment');
    expect(paragraph!.querySelector('a')!.getAttribute('href')).to.equal('https://www.legifrance.gouv.fr/');
    expect(all(viewer, '#secrecy ul > li').map(textOf)).to.deep.equal(['Pas de nom.', 'Pas de date.']);
  });

  it('makes no markup of what looks like markup, and no link of a script', async () => {
    const text = ['<img src=x onerror="alert(1)">', { link: 'javascript:alert(1)', text: 'là' }];
    const sections = [{ id: 'x', title: '<b>x</b>', body: [{ type: 'paragraph' as const, text }] }];
    captureConsole('error');
    viewer.charter = smallCharter({ sections });
    await oneEvent(viewer, 'charter-load-failed');
    restoreStubs();
    viewer.charter = smallCharter({
      sections: [{ ...sections[0]!, body: [{ type: 'paragraph', text: text[0] as string }] }],
    });
    await oneEvent(viewer, 'charter-loaded');
    expect(textOf(all(viewer, '#x p')[0])).to.equal('<img src=x onerror="alert(1)">');
    expect(sectionTitles(viewer)).to.deep.equal(['<b>x</b>']);
  });

  it('marks quotations up as quotations, between the marks of the language', () => {
    const [quote, legal, withoutText] = all(viewer, '#secrecy figure');
    expect(textOf(quote!.querySelector('blockquote'))).to.equal('«\u00a0Je le tairai.\u00a0»');
    expect(textOf(quote!.querySelector('figcaption'))).to.equal('Un serment');
    expect(textOf(legal!.querySelector('blockquote'))).to.equal(
      '«\u00a0La révélation d’une information à caractère secret.\u00a0»',
    );
    expect(textOf(legal!.querySelector('figcaption'))).to.equal('Code pénal, art.\u00a0226-13');
    expect(legal!.querySelector('a')!.href).to.match(/^https:\/\/www\.legifrance\.gouv\.fr\/codes\//);
    expect(textOf(withoutText)).to.equal('Code civil, art.\u00a09');
    expect(withoutText!.querySelectorAll('a, blockquote').length).to.equal(0);
  });

  for (const [locale, open, close] of [
    ['fr-CH', '«', '»'],
    ['de', '„', '“'],
    ['en-GB', '“', '”'],
    ['ar', '«', '»'],
  ] as const) {
    it(`quotes in ${locale} between ${open} and ${close}`, async () => {
      viewer.charter = { ...guide, locale };
      await oneEvent(viewer, 'charter-loaded');
      expect(textOf(all(viewer, '#secrecy blockquote')[0])).to.equal(`${open}Je le tairai.${close}`);
    });
  }

  it('groups the practices, each with its reason', () => {
    expect(parts(viewer, 'group-title').map(textOf)).to.deep.equal(['Images']);
    expect(parts(viewer, 'practice').map(textOf)).to.deep.equal([
      'Je floute les visages. Un visage se reconnaît.',
      'Je demande avant.',
      'J’attends une minute.',
    ]);
    for (const practice of parts(viewer, 'practice'))
      expect(practice.parentElement!.localName).to.equal('ul');
  });

  it('lists the sources, with the day on which each was checked', () => {
    expect(all(viewer, '.sources > li').map(textOf)).to.deep.equal([
      'Code pénal (relu le 1er novembre 2026)',
      'Code civil',
    ]);
    expect(all(viewer, '.sources a').length).to.equal(1);
  });

  it('lists every section in the contents, the practices and the sources too', () => {
    expect(textOf(part(viewer, 'toc')!.querySelector('summary'))).to.equal('Sommaire');
    expect(part(viewer, 'toc')!.localName).to.equal('nav');
    expect(part(viewer, 'toc')!.getAttribute('aria-label')).to.equal('Sommaire');
    expect(all(viewer, '[part=toc] li').map(textOf)).to.deep.equal(sectionTitles(viewer));
    for (const link of all(viewer, '[part=toc] a')) {
      const id = link.getAttribute('href')!.slice(1);
      expect(textOf(all(viewer, `#${CSS.escape(id)} > .section-title`)[0])).to.equal(textOf(link));
    }
  });
});

describe('charter-viewer: languages', () => {
  it('tells the language and the direction of the document, and of its own words in it', async () => {
    const viewer = await shown<CharterViewer>(
      html`<charter-viewer changes-since="1.0.0" .charter=${arabic}></charter-viewer>`,
    );
    const article = viewer.shadowRoot!.querySelector('article')!;
    expect([article.lang, article.dir]).to.deep.equal(['ar', 'rtl']);
    expect([part(viewer, 'root')!.lang, part(viewer, 'root')!.dir]).to.deep.equal(['fr', 'ltr']);
    const ownWords = [
      ['[part=plain-button]', 'Version facile à lire'],
      ['[part=print-button]', 'Imprimer la charte'],
      ['[part=toc] summary', 'Sommaire'],
      ['[part=changes]', 'Ce qui a changé depuis la version 1.0.0'],
      ['.badge', 'Nouveau'],
      ['#_practices > .section-title', 'Les bonnes pratiques'],
      ['#_sources > .section-title', 'Sources'],
      ['.sources', '(relu le 23 novembre 2026)'],
      ['header', 'Version 2.1.0, en vigueur à compter du 1er décembre 2026'],
    ] as const;
    for (const [selector, words] of ownWords) {
      const place = all(viewer, selector)[0]!;
      const holder = [place, ...place.querySelectorAll<HTMLElement>('*')].findLast((node) =>
        textOf(node).includes(words),
      )!;
      expect(holder.closest<HTMLElement>('[lang]')!.lang, words).to.equal('fr');
    }
    for (const selector of ['.title', '#secret p', '[part=toc] a', '#secret blockquote', '.sources a'])
      expect(all(viewer, selector)[0]!.closest<HTMLElement>('[lang]')!.lang, selector).to.equal('ar');
  });

  it('lays an Arabic document out from right to left', async () => {
    const viewer = await shown<CharterViewer>(html`<charter-viewer .charter=${arabic}></charter-viewer>`);
    const box = viewer.getBoundingClientRect();
    const title = document.createRange();
    title.selectNodeContents(part(viewer, 'title')!);
    expect(title.getBoundingClientRect().right).to.be.closeTo(box.right, 1);
    expect(getComputedStyle(part(viewer, 'quote')!).borderRightWidth).not.to.equal('0px');
  });

  it('adds no language where the document and the page speak the same one', async () => {
    const viewer = await shown<CharterViewer>(html`<charter-viewer .charter=${guide}></charter-viewer>`);
    expect(all(viewer, 'article span[lang]').length).to.equal(0);
  });
});

describe('charter-viewer: parts', () => {
  it('has every part that its documentation names', async () => {
    const viewer = await shown<CharterViewer>(
      html`<charter-viewer changes-since="1.0.0" .charter=${guide}></charter-viewer>`,
    );
    const names = [
      'root',
      'title',
      'summary',
      'issuer',
      'toc',
      'section',
      'section-title',
      'group-title',
      'quote',
      'legal-reference',
      'practice',
      'changes',
      'plain-button',
      'print-button',
    ];
    for (const name of names) expect(parts(viewer, name).length, name).to.be.greaterThan(0);

    captureConsole('error');
    await expectMissing(charterURL('missing.json'));
    viewer.src = charterURL('missing.json');
    viewer.charter = undefined;
    await elementUpdated(viewer);
    expect(parts(viewer, 'loading').length).to.equal(1);
    await oneEvent(viewer, 'charter-load-failed');
    restoreStubs();
    for (const name of ['error', 'retry-button']) expect(parts(viewer, name).length, name).to.equal(1);
  });

  it('can be styled through its parts and tokens', async () => {
    const style = document.createElement('style');
    style.textContent = `charter-viewer { --charter-surface-color: rgb(1, 2, 3) } charter-viewer::part(title) { color: rgb(4, 5, 6) }`;
    document.head.append(style);
    const viewer = await shown<CharterViewer>(html`<charter-viewer .charter=${guide}></charter-viewer>`);
    expect(getComputedStyle(part(viewer, 'root')!).backgroundColor).to.equal('rgb(1, 2, 3)');
    expect(getComputedStyle(part(viewer, 'title')!).color).to.equal('rgb(4, 5, 6)');
    style.remove();
  });
});

describe('charter-viewer: many practices', () => {
  it('are rendered once: another language or the plain version renders none of them again', async () => {
    const viewer = await shown<CharterViewer>(
      html`<charter-viewer .charter=${smallCharter({ practices: manyPractices(1000) })}></charter-viewer>`,
    );
    expect(parts(viewer, 'practice').length).to.equal(1000);
    const reads = countReads(viewer.charter!.practices!, 'text');
    viewer.lang = 'en';
    while (part(viewer, 'root')!.lang !== 'en') await nextUpdate(viewer);
    expect(textOf(part(viewer, 'print-button'))).to.contain('Print');
    viewer.plain = true;
    await elementUpdated(viewer);
    expect(reads.count).to.equal(0);

    viewer.headingLevel = 3;
    await elementUpdated(viewer);
    expect(part(viewer, 'group-title')!.localName).to.equal('h5');
  });
});
