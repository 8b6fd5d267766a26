import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import '../../../src/elements/viewer/charter-viewer.ts';
import type { Charter } from '../../../src/charter/charter.ts';
import type { CharterViewer } from '../../../src/elements/viewer/viewer-element.ts';
import { fetchCharter } from '../../support/charter.ts';
import { part, parts, settled, shown } from '../../support/component.ts';
import { isChromium } from '../../support/engine.ts';
import { restoreStubs, stub } from '../../support/stubs.ts';

let guide: Charter;
before(async () => (guide = await fetchCharter('guide.fr.json')));
afterEach(() => {
  dispatchEvent(new Event('afterprint'));
  restoreStubs();
});

/** Rules for paper that match an element, in the roots where it stands. */
function paperRules(element: Element): string {
  const { adoptedStyleSheets } = element.getRootNode() as Document | ShadowRoot;
  return adoptedStyleSheets
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSMediaRule && rule.media.mediaText === 'print')
    .flatMap((rule) => [...(rule as CSSMediaRule).cssRules] as CSSStyleRule[])
    .filter(({ selectorText }) => element.matches(selectorText))
    .map(({ style }) => style.cssText)
    .join(' ');
}

const isLeftOut = (element: Element) => /display: none !important/.test(paperRules(element));

describe('charter-viewer: print()', () => {
  let page: HTMLElement;
  let viewer: CharterViewer;
  let printed: number;

  beforeEach(async () => {
    page = await fixture(html`
      <div>
        <p class="beside">Menu</p>
        <div class="around" style="block-size: 200px; overflow: auto">
          <p class="beside" style="display: flex">Titre de la page</p>
          <charter-viewer .charter=${guide}></charter-viewer>
          <p class="beside">Pied de page</p>
        </div>
      </div>
    `);
    viewer = page.querySelector('charter-viewer')!;
    await settled(viewer);
    printed = 0;
    stub(window, 'print', () => (printed += 1));
  });

  it('asks the browser to print, also through the button', () => {
    viewer.print();
    part(viewer, 'print-button')!.click();
    expect(printed).to.equal(2);
  });

  it('leaves everything beside the charter out of the paper, until it is printed', () => {
    let leftOut: boolean[] = [];
    const beside = [...page.querySelectorAll('.beside')];
    stub(window, 'print', () => (leftOut = [...beside, viewer, page].map(isLeftOut)));
    viewer.print();
    expect(leftOut).to.deep.equal([true, true, true, false, false]);

    dispatchEvent(new Event('afterprint'));
    expect(beside.map(isLeftOut)).to.deep.equal([false, false, false]);
    expect(document.adoptedStyleSheets.length).to.equal(0);
    expect(document.querySelectorAll('[data-charter-print]').length).to.equal(0);
  });

  it('frees the charter from what would clip it to one page', () => {
    viewer.print();
    expect(paperRules(page.querySelector('.around')!))
      .to.contain('overflow: visible !important')
      .and.contain('height: auto !important');
    expect(paperRules(viewer)).to.equal('');
  });

  it('does the same through slots and shadow roots', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const shadow = host.attachShadow({ mode: 'open' });
    shadow.innerHTML = '<p class="menu">Menu</p><section><slot></slot></section>';
    host.append(viewer);
    viewer.print();
    expect(isLeftOut(shadow.querySelector('.menu')!)).to.be.true;
    expect(isLeftOut(shadow.querySelector('section')!)).to.be.false;
    expect(isLeftOut(page.parentElement!)).to.be.true;
    dispatchEvent(new Event('afterprint'));
    expect(shadow.adoptedStyleSheets.length).to.equal(0);
  });

  it('leaves the screen and the place of the reader as they are, also where the browser refuses to print', () => {
    const beside = [...page.querySelectorAll<HTMLElement>('.beside')];
    const displays = () => beside.map((element) => getComputedStyle(element).display);
    viewer.print();
    expect(displays()).to.deep.equal(['block', 'flex', 'block']);
    expect(beside.every((element) => element.offsetHeight > 0)).to.be.true;
  });

  it('puts title, version and number at the foot of every sheet as long as it prints, whatever is in the title', () => {
    const title = 'La « charte " \\ }';
    viewer.charter = { ...guide, title };
    return viewer.updateComplete.then(() => {
      viewer.print();
      const rules = document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]);
      expect(rules.length).to.equal(2);
      // Engines without margin boxes keep the rule of the sheet, and drop them.
      expect(rules[1]!.cssText).to.contain('@page');
      if (isChromium) expect(rules[1]!.cssText).to.contain('Version 2.1.0').and.contain('counter(pages)');
      dispatchEvent(new Event('afterprint'));
      expect(document.adoptedStyleSheets.length).to.equal(0);
    });
  });

  it('is not stopped by a former printing that never ended', () => {
    viewer.print();
    viewer.print();
    dispatchEvent(new Event('afterprint'));
    expect(document.adoptedStyleSheets.length).to.equal(0);
    expect([...page.querySelectorAll('.beside')].map(isLeftOut)).to.deep.equal([false, false, false]);
  });

  it('prints out of a page too', () => {
    viewer.remove();
    viewer.print();
    expect(printed).to.equal(1);
  });

  // Only Chromium lets a test look at the page as on paper.
  if (isChromium) {
    describe('on paper', () => {
      before(() => emulateMedia({ media: 'print' }));
      after(() => emulateMedia({ media: 'screen' }));

      it('shows the charter alone, whole', () => {
        viewer.print();
        for (const element of page.querySelectorAll<HTMLElement>('.beside'))
          expect(element.offsetHeight).to.equal(0);
        const around = page.querySelector<HTMLElement>('.around')!;
        expect(around.clientHeight).to.be.at.least(viewer.offsetHeight);
        expect(viewer.offsetHeight).to.be.greaterThan(400);
      });
    });
  }
});

if (isChromium) {
  describe('charter-viewer: on paper', () => {
    before(() => emulateMedia({ media: 'print' }));
    after(() => emulateMedia({ media: 'screen' }));

    it('leaves out what a sheet of paper cannot do', async () => {
      const viewer = await shown<CharterViewer>(html`<charter-viewer .charter=${guide}></charter-viewer>`);
      for (const name of ['toc', 'plain-button', 'print-button'])
        expect(part(viewer, name)!.offsetHeight, name).to.equal(0);
    });

    it('writes the address after each link, without what only browsers need', async () => {
      const viewer = await shown<CharterViewer>(html`<charter-viewer .charter=${guide}></charter-viewer>`);
      const after = (selector: string) =>
        getComputedStyle(viewer.shadowRoot!.querySelector(selector)!, '::after').content;
      expect(after('#secrecy p a')).to.equal('"(www.legifrance.gouv.fr)"');
      expect(after('.legal a')).to.contain('LEGIARTI000006417945');
      expect(after('header a')).to.equal('"(com@hopital.example)"');
      // In the contents list, and where the words are the address.
      expect(after('.toc a')).to.equal('none');
      const said = await shown<CharterViewer>(
        html`<charter-viewer
          .charter=${{ ...guide, issuer: { name: 'CH', contact: { label: 'com@ch.example', href: 'mailto:com@ch.example' } } }}
        ></charter-viewer>`,
      );
      expect(said.shadowRoot!.querySelector('header a')!.hasAttribute('data-address')).to.be.false;
    });

    it('keeps titles with their text and practices whole', async () => {
      const viewer = await shown<CharterViewer>(html`<charter-viewer .charter=${guide}></charter-viewer>`);
      const style = (name: string) => getComputedStyle(part(viewer, name)!);
      expect(style('section-title').breakAfter).to.equal('avoid');
      expect(style('group-title').breakAfter).to.equal('avoid');
      for (const name of ['practice', 'quote', 'legal-reference'])
        expect(style(name).breakInside, name).to.equal('avoid');
    });

    it('is dark on white, whatever the colours of the page', async () => {
      document.documentElement.style.setProperty('color-scheme', 'dark');
      const viewer = await shown<CharterViewer>(html`<charter-viewer .charter=${guide}></charter-viewer>`);
      const { color, backgroundColor } = getComputedStyle(part(viewer, 'root')!);
      document.documentElement.style.removeProperty('color-scheme');
      expect(color).to.equal('rgb(22, 36, 43)');
      expect(backgroundColor).to.equal('rgb(255, 255, 255)');
    });

    it('takes the whole width', async () => {
      const viewer = await shown<CharterViewer>(html`<charter-viewer .charter=${guide}></charter-viewer>`);
      for (const section of parts(viewer, 'section'))
        expect(section.getBoundingClientRect().width).to.be.closeTo(viewer.getBoundingClientRect().width, 1);
    });
  });
}
