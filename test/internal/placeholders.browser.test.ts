import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import '../../src/loader.ts';
import { upgradeWithin } from '../../src/loader.ts';
import type { CharterAcknowledgement } from '../../src/elements/acknowledgement/acknowledgement-element.ts';
import type { CharterViewer } from '../../src/elements/viewer/viewer-element.ts';
import { charterURL } from '../support/charter.ts';
import { focused, settled } from '../support/component.ts';
import { captureConsole, restoreStubs } from '../support/stubs.ts';

describe('the loader', () => {
  afterEach(restoreStubs);

  it('puts an element in the place of its placeholder, with its options, attributes and children', async () => {
    const viewer = await placed<CharterViewer>(
      `<div data-charter-element="viewer" id="charte" class="wide" lang="fr" style="color: red" data-block="7"
        data-src="${charterURL('guide.fr.json')}" data-heading-level="3" data-without-toc="true" data-plain="false">
        <p>Secours</p>
      </div>`,
      'charter-viewer',
    );
    await settled(viewer);
    expect(viewer.matches('#charte.wide[lang=fr][data-block="7"]:not([style], [data-charter-element])')).to.be
      .true;
    expect(viewer).to.include({ headingLevel: 3, withoutToc: true, plain: false });
    expect(viewer.charter?.locale).to.equal('fr');
    expect(viewer.querySelector('p')!.textContent).to.equal('Secours');
  });

  it('takes no attribute that an editor must not set', async () => {
    const viewer = await placed<CharterViewer>(
      '<div data-charter-element="viewer" data-onclick="void 0" onclick="void 0" data-inner-html="x"></div>',
      'charter-viewer',
    );
    expect(viewer.getAttributeNames()).to.have.members(['data-onclick', 'data-inner-html']);
  });

  it('makes each kind, and links them by their ids', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    host.innerHTML =
      ['checklist', 'privacy-walkthrough', 'receipt', 'acknowledgement']
        .map((name) => `<div data-charter-element="${name}" data-for="charte" data-endpoint="/e"></div>`)
        .join('') + '<div data-charter-element="viewer" data-id="charte"></div>';
    await gone(host);
    const names = [...host.children].map(({ localName }) => localName);
    expect(names).to.deep.equal(
      ['checklist', 'privacy-walkthrough', 'receipt', 'acknowledgement', 'viewer'].map(
        (name) => `charter-${name}`,
      ),
    );
    const acknowledgement = host.querySelector<CharterAcknowledgement>('charter-acknowledgement')!;
    await settled(acknowledgement);
    expect(acknowledgement.charter?.id).to.equal('social-media');
    expect(acknowledgement.endpoint).to.equal('/e');
  });

  it('goes on with what a person is typing in the form of the fallback', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const placeholder = document.createElement('div');
    placeholder.innerHTML =
      '<form method="post" action="/e"><label>Nom <input name="signer.name"></label></form>';
    host.append(placeholder);
    const input = placeholder.querySelector('input')!;
    input.value = 'Claire';
    input.focus();
    placeholder.dataset['charterElement'] = 'acknowledgement';
    const acknowledgement = await until(
      () => host.querySelector<CharterAcknowledgement>('charter-acknowledgement'),
      host,
    );
    await settled(acknowledgement);
    const name = acknowledgement.shadowRoot!.querySelector<HTMLInputElement>('#name')!;
    expect(name.value).to.equal('Claire');
    while (focused(acknowledgement) !== 'name') await nextFrame();
  });

  it('leaves what is being edited as it was written', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    host.innerHTML =
      '<div contenteditable><div data-charter-element="viewer"></div></div><div data-charter-element="receipt"></div>';
    await until(() => host.querySelector('charter-receipt'), host);
    expect(host.querySelector('charter-viewer') === null).to.be.true;
    expect(host.querySelectorAll('[contenteditable] [data-charter-element]')).to.have.length(1);
  });

  it('says once that a name is unknown, and leaves the fallback', async () => {
    const warnings = captureConsole('warn');
    const host = await fixture<HTMLElement>(html`<div></div>`);
    host.innerHTML =
      '<p data-charter-element="veiwer"></p><p data-charter-element="veiwer"></p><p data-charter-element="receipt"></p>';
    await until(() => host.querySelector('charter-receipt'), host);
    expect(host.querySelectorAll('[data-charter-element=veiwer]')).to.have.length(2);
    expect(warnings).to.have.length(1);
    expect(warnings[0]![0]).to.match(/data-charter-element="veiwer".*viewer, checklist/);
  });

  it('upgrades within a shadow root that is named to it', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = '<div data-charter-element="receipt"></div>';
    upgradeWithin(root);
    await until(() => root.querySelector('charter-receipt'), root);
  });
});

/** Puts markup in the page as a content management system would, and resolves to the element that comes in its place. */
async function placed<T extends Element>(markup: string, tag: string): Promise<T> {
  const host = await fixture<HTMLElement>(html`<div></div>`);
  host.innerHTML = markup;
  return until(() => host.querySelector<T>(tag), host);
}

function gone(host: HTMLElement): Promise<true> {
  return until(() => !host.querySelector('[data-charter-element]') || null, host);
}

/** Resolves once there is something to find in a part of the page. */
function until<T>(find: () => T | null, within: Node): Promise<T> {
  return new Promise((resolve) => {
    const look = (): void => {
      const found = find();
      if (found === null) return;
      observer.disconnect();
      resolve(found);
    };
    const observer = new MutationObserver(look);
    observer.observe(within, { childList: true, subtree: true });
    look();
  });
}
