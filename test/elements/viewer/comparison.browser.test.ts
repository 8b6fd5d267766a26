import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/elements/viewer/charter-viewer.ts';
import type { CharterViewer } from '../../../src/elements/viewer/viewer-element.ts';
import { expectMissing } from '../../support/expected.ts';
import { captureConsole, restoreStubs } from '../../support/stubs.ts';
import { rendered } from '../acknowledgement/support.ts';

const paragraph = (text: string) => [{ type: 'paragraph', text }];

const before = {
  schema: 'charter/1',
  id: 'guide',
  version: '1.0.0',
  locale: 'fr',
  title: 'Guide',
  sections: [
    { id: 'same', title: 'Sans changement', body: paragraph('Le même texte.') },
    { id: 'changed', title: 'Changée', body: paragraph('Avant.') },
    { id: 'gone', title: 'Retirée', body: paragraph('Plus rien.') },
    { id: 'for-patients', title: 'Pour les patients', audiences: ['patients'], body: paragraph('Avant.') },
  ],
  practices: [
    { id: 'p1', text: 'Je vérifie.' },
    { id: 'p2', text: 'Je range.' },
  ],
  statements: [{ id: 'read', text: 'J’ai lu.' }],
};

const after = {
  ...before,
  version: '1.1.0',
  sections: [
    before.sections[0],
    { ...before.sections[1], body: paragraph('Après.') },
    { ...before.sections[3], body: paragraph('Après.') },
    { id: 'new', title: 'Nouvelle', body: paragraph('Un texte.') },
  ],
  practices: [
    { id: 'p1', text: 'Je vérifie deux fois.' },
    { id: 'p3', text: 'Je demande.' },
  ],
  statements: [{ id: 'read', text: 'J’ai lu et compris.' }],
};

const words = (element: Element): string => element.textContent.replaceAll(/\s+/g, ' ').trim();

async function show(options: Partial<CharterViewer>): Promise<CharterViewer> {
  const viewer = await fixture<CharterViewer>(
    html`<charter-viewer changes-since="1.0.0" .charter=${after}></charter-viewer>`,
  );
  Object.assign(viewer, options);
  await rendered(viewer, '[part~=changes]');
  return viewer;
}

describe('charter-viewer: what changed between two documents', () => {
  it('marks what is new and what reads differently', async () => {
    const viewer = await show({ previousCharter: before });
    const titles = [...viewer.shadowRoot!.querySelectorAll('[part~=section] > .section-title')].map(words);
    expect(titles).to.deep.equal([
      'Sans changement',
      'Changée Modifié',
      'Nouvelle Nouveau',
      'Les bonnes pratiques',
    ]);
    const practices = [...viewer.shadowRoot!.querySelectorAll('[part~=practice]')].map(words);
    expect(practices).to.deep.equal(['Je vérifie deux fois. Modifié', 'Je demande. Nouveau']);
  });

  it('lists what changed, the removed as well, for the audience', async () => {
    const viewer = await show({ previousCharter: before });
    const text = words(viewer.shadowRoot!.querySelector('[part~=changes]')!);
    for (const part of [
      'Nouvelles sections Nouvelle',
      'Sections modifiées Changée',
      'Sections retirées Retirée',
      'Nouvelles bonnes pratiques Je demande.',
      'Bonnes pratiques modifiées Je vérifie deux fois.',
      'Bonnes pratiques retirées Je range.',
      'Engagements nouveaux ou modifiés J’ai lu et compris.',
    ])
      expect(text).to.contain(part);
    expect(text).not.to.contain('Pour les patients');
  });

  it('loads the version that the reader knows by its address', async () => {
    const file = URL.createObjectURL(new Blob([JSON.stringify(before)], { type: 'application/json' }));
    const viewer = await show({ previousSrc: file });
    expect(words(viewer.shadowRoot!.querySelector('[part~=changes]')!)).to.contain('Retirée');
  });

  it('falls back on the charter’s own notes when that version cannot be had', async () => {
    const errors = captureConsole('error');
    const noted = {
      ...after,
      history: [{ version: '1.1.0', date: '2026-11-01', changes: 'Une section de plus.' }],
    };
    await expectMissing('/no-such-1.0.0.json');
    const viewer = await show({ charter: noted as never, previousSrc: '/no-such-{version}.json' });
    expect(words(viewer.shadowRoot!.querySelector('[part~=changes]')!)).to.contain('Une section de plus.');
    while (errors.length === 0) await new Promise(requestAnimationFrame);
    expect(String(errors[0])).to.contain('1.0.0');
    restoreStubs();
  });
});

describe('charter-viewer: the switch to the plain version', () => {
  it('keeps the section that is read where it is', async () => {
    const long = (text: string) => Array.from({ length: 40 }, () => ({ type: 'paragraph', text }));
    const charter = {
      ...before,
      sections: ['one', 'two', 'three'].map((id) => ({
        id,
        title: id,
        body: long('Un paragraphe.'),
        plain: ['Court.', 'Net.'],
      })),
    };
    const viewer = await fixture<CharterViewer>(html`<charter-viewer .charter=${charter}></charter-viewer>`);
    const after = document.createElement('div');
    after.style.height = '3000px';
    viewer.after(after);
    const section = await rendered(viewer, '#three');
    section.scrollIntoView();
    const top = section.getBoundingClientRect().top;
    viewer.plain = true;
    await viewer.updateComplete;
    expect(section.getBoundingClientRect().top).to.be.closeTo(top, 2);
    viewer.plain = false;
    await viewer.updateComplete;
    expect(section.getBoundingClientRect().top).to.be.closeTo(top, 2);
  });
});
