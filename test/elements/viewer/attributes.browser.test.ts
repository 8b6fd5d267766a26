import { elementUpdated, expect, fixture, html } from '@open-wc/testing';
import '../../../src/elements/viewer/charter-viewer.ts';
import type { Charter } from '../../../src/charter/charter.ts';
import type { CharterViewer } from '../../../src/elements/viewer/viewer-element.ts';
import { fetchCharter } from '../../support/charter.ts';
import { part, parts, settled, shown, textOf } from '../../support/component.ts';
import { captureConsole, restoreStubs } from '../../support/stubs.ts';
import { all, sectionTitles } from './support.ts';

let guide: Charter;
before(async () => (guide = await fetchCharter('guide.fr.json')));

/** Sets a property before and after the element is attached, and its attribute before and after. */
type Option = 'audience' | 'plain' | 'changesSince' | 'withoutToc' | 'headingLevel';

function describeProperty<K extends Option>(
  { property, attribute, value }: { property: K; attribute: string; value: CharterViewer[K] },
  expectShown: (viewer: CharterViewer) => void,
): void {
  const changes = {
    [`property ${property}`]: (viewer: CharterViewer) => {
      viewer[property] = value;
    },
    [`attribute ${attribute}`]: (viewer: CharterViewer) =>
      viewer.setAttribute(attribute, value === true ? '' : String(value)),
  };
  for (const [name, change] of Object.entries(changes)) {
    it(`${name}, set before the element is attached`, async () => {
      const viewer = document.createElement('charter-viewer');
      viewer.charter = guide;
      change(viewer);
      await fixture(html`${viewer}`);
      await settled(viewer);
      expect(viewer[property]).to.equal(value);
      expectShown(viewer);
    });

    it(`${name}, set while the charter is shown`, async () => {
      const viewer = await shown<CharterViewer>(html`<charter-viewer .charter=${guide}></charter-viewer>`);
      change(viewer);
      await elementUpdated(viewer);
      expect(viewer[property]).to.equal(value);
      expectShown(viewer);
    });
  }
}

describe('charter-viewer: attributes and properties', () => {
  describeProperty({ property: 'audience', attribute: 'audience', value: 'patients' }, (viewer) => {
    expect(viewer.getAttribute('audience')).to.equal('patients');
    expect(sectionTitles(viewer)).to.deep.equal([
      'Le secret',
      'Pour les personnes soignées',
      'Les bonnes pratiques',
      'Sources',
    ]);
    expect(parts(viewer, 'practice').map((practice) => textOf(practice.querySelector('p')))).to.deep.equal([
      'Je floute les visages.',
      'J’attends une minute.',
      'Je remercie l’équipe.',
    ]);
  });

  describeProperty({ property: 'plain', attribute: 'plain', value: true }, (viewer) => {
    expect(viewer.hasAttribute('plain')).to.be.true;
    const [withPlain, without] = parts(viewer, 'section');
    expect([...withPlain!.querySelectorAll('p')].map(textOf)).to.deep.equal([
      'Ne dites rien des malades.',
      'Vous hésitez\u202f? Demandez.',
    ]);
    expect(textOf(without!.querySelector('p'))).to.equal('Entre nous aussi.');
  });

  describeProperty({ property: 'changesSince', attribute: 'changes-since', value: '1.0.0' }, (viewer) => {
    expect(textOf(part(viewer, 'changes'))).to.equal(
      'Ce qui a changé depuis la version 1.0.0 2.1.0 – Une section pour les personnes soignées.2.0.0 – Une section pour le personnel.',
    );
    expect(sectionTitles(viewer)[1]).to.equal('Pour le personnel Nouveau');
    expect(sectionTitles(viewer)[0]).to.equal('Le secret');
  });

  describeProperty({ property: 'withoutToc', attribute: 'without-toc', value: true }, (viewer) => {
    expect(parts(viewer, 'toc').length).to.equal(0);
  });

  for (const level of [1, 2, 3, 4, 5, 6]) {
    describeProperty({ property: 'headingLevel', attribute: 'heading-level', value: level }, (viewer) => {
      expect(levelOf(part(viewer, 'title')!)).to.equal(level);
      for (const title of parts(viewer, 'section-title')) expect(levelOf(title)).to.equal(level + 1);
      for (const title of parts(viewer, 'group-title')) expect(levelOf(title)).to.equal(level + 2);
    });
  }

  for (const value of ['0', '7', '-1', '2.5', 'two', '']) {
    it(`heading-level="${value}" counts as 2`, async () => {
      captureConsole('warn');
      const viewer = await shown<CharterViewer>(
        html`<charter-viewer heading-level=${value} .charter=${guide}></charter-viewer>`,
      );
      expect(levelOf(part(viewer, 'title')!)).to.equal(2);
      expect(levelOf(part(viewer, 'section-title')!)).to.equal(3);
    });
  }

  it('heading-level counts as 2 again once it is removed', async () => {
    const viewer = await shown<CharterViewer>(
      html`<charter-viewer heading-level="4" .charter=${guide}></charter-viewer>`,
    );
    viewer.removeAttribute('heading-level');
    await elementUpdated(viewer);
    expect(levelOf(part(viewer, 'title')!)).to.equal(2);
    expect(levelOf(part(viewer, 'section-title')!)).to.equal(3);
  });

  it('tells an unknown audience once, and shows what is for staff', async () => {
    const warnings = captureConsole('warn');
    const viewers = await fixture(
      html`<div>
        <charter-viewer audience="nurses" .charter=${guide}></charter-viewer>
        <charter-viewer audience="nurses" .charter=${guide}></charter-viewer>
      </div>`,
    );
    for (const viewer of viewers.querySelectorAll('charter-viewer')) {
      await settled(viewer);
      expect(sectionTitles(viewer)).to.include('Pour le personnel');
    }
    restoreStubs();
    expect(warnings.length).to.equal(1);
    expect(warnings[0]![0]).to.contain('audience="nurses"').and.contain('staff, patients or visitors');
  });

  for (const version of ['2.1.0', '9', 'unknown', '']) {
    it(`marks nothing when changes-since="${version}"`, async () => {
      const viewer = await shown<CharterViewer>(
        html`<charter-viewer changes-since=${version} .charter=${guide}></charter-viewer>`,
      );
      expect(parts(viewer, 'changes').length).to.equal(0);
      expect(all(viewer, '.badge').length).to.equal(0);
    });
  }
});

function levelOf(title: HTMLElement): number {
  const name = /^h([1-6])$/.exec(title.localName)?.[1];
  if (name) return Number(name);
  expect(title.getAttribute('role')).to.equal('heading');
  return Number(title.getAttribute('aria-level'));
}

describe('charter-viewer: the switch to the plain-language version', () => {
  it('tells its state, switches the text and the attribute', async () => {
    const viewer = await shown<CharterViewer>(html`<charter-viewer .charter=${guide}></charter-viewer>`);
    const button = part(viewer, 'plain-button')!;
    const firstWords = () => textOf(parts(viewer, 'section')[0]!.querySelector('p'));
    expect(textOf(button)).to.equal('Version facile à lire');
    expect(button.getAttribute('aria-pressed')).to.equal('false');

    button.click();
    await elementUpdated(viewer);
    expect(button.getAttribute('aria-pressed')).to.equal('true');
    expect(textOf(button)).to.equal('Version facile à lire');
    expect(viewer.plain).to.be.true;
    expect(viewer.hasAttribute('plain')).to.be.true;
    expect(firstWords()).to.equal('Ne dites rien des malades.');

    button.click();
    await elementUpdated(viewer);
    expect(button.getAttribute('aria-pressed')).to.equal('false');
    expect(viewer.hasAttribute('plain')).to.be.false;
    expect(firstWords()).to.contain('Ce que vous voyez ici');
  });

  it('leaves a section whose plain version is empty as it is', async () => {
    const sections = [
      { ...guide.sections[0]!, plain: [] },
      { ...guide.sections[1]!, plain: ['Simple.'] },
    ];
    const viewer = await shown<CharterViewer>(
      html`<charter-viewer plain .charter=${{ ...guide, sections }}></charter-viewer>`,
    );
    const [first, second] = parts(viewer, 'section');
    expect(textOf(first)).to.contain('Ce que vous voyez ici');
    expect(textOf(second)).to.equal('Pour le personnel Simple.');
  });

  it('is absent where no section has a plain version, for this audience', async () => {
    const [first, ...others] = guide.sections;
    const charter = { ...guide, sections: [{ ...first!, audiences: ['visitors' as const] }, ...others] };
    const viewer = await shown<CharterViewer>(html`<charter-viewer .charter=${charter}></charter-viewer>`);
    expect(parts(viewer, 'plain-button').length).to.equal(0);
    viewer.audience = 'visitors';
    await elementUpdated(viewer);
    expect(parts(viewer, 'plain-button').length).to.equal(1);
  });
});
