import { expect, nextFrame } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../../src/all.ts';
import type { CharterAcknowledgement } from '../../src/elements/acknowledgement/acknowledgement-element.ts';
import type { CharterViewer } from '../../src/elements/viewer/viewer-element.ts';
import { rendered, settled } from '../../stories/support/dom.ts';
import { smallCharter } from '../support/charter.ts';
import { recordEvents } from '../support/component.ts';
import { captureConsole, restoreStubs, watchFetch } from '../support/stubs.ts';

const tags = [
  'charter-viewer',
  'charter-checklist',
  'charter-privacy-walkthrough',
  'charter-acknowledgement',
  'charter-receipt',
];

/** As HTML has it from a server. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as querySelector has it
function parsed<T extends LitElement>(markup: string): T {
  document.body.insertAdjacentHTML('beforeend', `<div class="parsed">${markup}</div>`);
  return document.querySelector('.parsed:last-child')!.firstElementChild as T;
}

describe('an element that a server has rendered, with defer-hydration', () => {
  afterEach(() => {
    document.querySelectorAll('.parsed').forEach((host) => host.remove());
    restoreStubs();
  });

  for (const tag of tags) {
    it(`${tag}: shows what is in it, and nothing of its own, until the attribute is removed`, async () => {
      const element = parsed<LitElement>(`<${tag} defer-hydration><p>Chargement</p></${tag}>`);
      await nextFrame();
      expect([element.shadowRoot, element.hasUpdated]).to.deep.equal([null, false]);
      element.removeAttribute('defer-hydration');
      await element.updateComplete;
      expect(element.shadowRoot!.querySelector('.root')).to.exist;
    });

    it(`${tag}: may be taken away, and come back, before`, async () => {
      const said = captureConsole('error');
      const element = parsed<LitElement>(`<${tag} defer-hydration></${tag}>`);
      const place = element.parentElement!;
      element.remove();
      element.removeAttribute('defer-hydration');
      await nextFrame();
      expect(element.hasUpdated).to.equal(false);
      place.append(element);
      await element.updateComplete;
      expect([element.hasUpdated, said]).to.deep.equal([true, []]);
    });
  }

  it('asks for no document, and announces none, before the page has said which', async () => {
    const asked = watchFetch();
    const viewer = parsed<CharterViewer>('<charter-viewer defer-hydration></charter-viewer>');
    const loaded = recordEvents(viewer, 'charter-loaded');
    await nextFrame();
    viewer.charter = smallCharter();
    viewer.removeAttribute('defer-hydration');
    await settled(viewer);
    await viewer.updateComplete;
    expect(viewer.charter.title).to.equal('Petite charte');
    expect([asked.requests, loaded.length]).to.deep.equal([[], 1]);
  });

  it('never shows a name to type where the page locks an identity that it sets later', async () => {
    const element = parsed<CharterAcknowledgement>(
      '<charter-acknowledgement lock-signer defer-hydration></charter-acknowledgement>',
    );
    await nextFrame();
    expect(element.shadowRoot).to.equal(null);
    element.signer = { name: 'Claire Martin' };
    element.removeAttribute('defer-hydration');
    await element.updateComplete;
    const names: Element[] = [];
    new MutationObserver(() => names.push(...element.shadowRoot!.querySelectorAll('#name'))).observe(
      element.shadowRoot!,
      { childList: true, subtree: true },
    );
    await rendered(element, '[part~=identity]');
    expect(names).to.deep.equal([]);
    expect(element.shadowRoot!.textContent).to.contain('Claire Martin');
  });
});
