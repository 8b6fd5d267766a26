import { expect, fixture, html } from '@open-wc/testing';
import type { CharterAcknowledgement } from '../../../src/elements/acknowledgement/acknowledgement-element.ts';
import type { CharterViewer } from '../../../src/elements/viewer/viewer-element.ts';
import { collectWarnings } from '../../support/warnings.ts';
import { charter, endpoint, read, rendered, sign } from './support.ts';

/** A viewer that shows its charter, in a page of its own. */
async function viewer(id: string): Promise<CharterViewer> {
  const element = await fixture<CharterViewer>(
    html`<charter-viewer id=${id} .charter=${charter}></charter-viewer>`,
  );
  await rendered(element, '[part~=section]');
  return element;
}

/** What names a viewer, and was loaded after it. */
async function follower(name: string): Promise<CharterAcknowledgement> {
  const element = document.createElement('charter-acknowledgement');
  element.setAttribute('for', name);
  element.endpoint = endpoint();
  await fixture(html`<div>${element}</div>`);
  return element;
}

describe('charter-acknowledgement: beside a viewer that comes and goes', () => {
  const warnings = collectWarnings();

  it('a person reads the form, no longer «Chargement…», once a viewer that was taken away is put back, and signs', async () => {
    const shown = await viewer('taken-away');
    const place = shown.parentElement!;
    shown.remove();
    const element = await follower('taken-away');
    expect(await read(element)).to.contain('Chargement');
    place.append(shown);
    await rendered(element, 'form');
    expect(await read(element))
      .to.contain('J’atteste avoir lu la charte.')
      .and.not.to.contain('Chargement');
    await sign(element, 'charter-signed');
  });

  it('a person reads the form, no longer «Chargement…», once a viewer that had loaded is given its id, and signs', async () => {
    const shown = await viewer('');
    const element = await follower('named-late');
    expect(await read(element)).to.contain('Chargement');
    shown.id = 'named-late';
    await rendered(element, 'form');
    expect(await read(element))
      .to.contain('J’atteste avoir lu la charte.')
      .and.not.to.contain('Chargement');
    await sign(element, 'charter-signed');
  });

  it('a person reads that the charter cannot be shown, and no blank, where the id is that of a form with a field of that name', async () => {
    await fixture(html`<form id="no-viewer"><input name="loadedCharter" /></form>`);
    const element = await follower('no-viewer');
    await rendered(element, '[part~=error]');
    expect(await read(element)).to.contain('n’a pas pu être affichée');
    expect(element.shadowRoot!.querySelector('form, [part~=sign-button]')).to.be.null;
    const told = warnings.filter((text) => text.includes('no-viewer'));
    expect(told).to.have.length(1);
    expect(told[0]).to.contain('names a <form>').and.to.contain('<charter-viewer>');
  });
});
