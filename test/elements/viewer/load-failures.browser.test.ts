import { expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import '../../../src/elements/viewer/charter-viewer.ts';
import type { CharterViewer } from '../../../src/elements/viewer/viewer-element.ts';
import type { CharterLoadFailedEvent } from '../../../src/events/index.ts';
import { charterURL, smallCharter } from '../../support/charter.ts';
import { focused, nextUpdate, part, settled, shown, textOf } from '../../support/component.ts';
import { captureConsole, restoreStubs, watchFetch } from '../../support/stubs.ts';

const guideURL = charterURL('guide.fr.json');

const titleOf = (viewer: CharterViewer) => textOf(part(viewer, 'title'));

describe('charter-viewer: when its charter cannot be shown', () => {
  let errors: unknown[][];
  beforeEach(() => (errors = captureConsole('error')));
  afterEach(restoreStubs);

  const failures = {
    'the document is not valid': {
      name: 'invalid.json',
      tells: [/invalid\.json/, /\$\.sections\[1\]\.title: this is missing/, /\$\.practices\[0\]\.text/],
    },
    'the file is not JSON': { name: 'not-json.json', tells: [/not-json\.json/, /line 3, column 9/] },
    'the server has no such file': { name: 'missing.json', tells: [/missing\.json/, /404/] },
  };
  for (const [reason, { name, tells }] of Object.entries(failures)) {
    it(`keeps its children visible and says where and why: ${reason}`, async () => {
      const viewer = await shown<CharterViewer>(
        html`<charter-viewer src=${charterURL(name)}><p>Secours</p></charter-viewer>`,
      );
      expect(viewer.querySelector('p')!.offsetHeight).to.be.greaterThan(0);
      expect(part(viewer, 'error')!.getAttribute('role')).to.equal('alert');
      const message = part(viewer, 'error')!.querySelector<HTMLElement>('[lang=en]')!;
      for (const place of tells) expect(textOf(message)).to.match(place);
      expect(viewer.charter).to.be.undefined;
      expect(viewer.digest).to.be.undefined;
      expect(viewer.shadowRoot!.querySelectorAll('article').length).to.equal(0);
    });
  }

  it('announces the failure, and tells the console', async () => {
    const viewer = await fixture<CharterViewer>(
      html`<charter-viewer src=${charterURL('invalid.json')}></charter-viewer>`,
    );
    const event = await oneEvent<CharterLoadFailedEvent>(viewer, 'charter-load-failed');
    expect(event.detail.error).to.have.property('name', 'DocumentError');
    expect(event.detail.error).to.have.property('problems').with.length(2);
    expect(event.bubbles && event.composed).to.be.true;
    expect(errors.flat().map(String)).to.deep.equal([String(event.detail.error)]);
  });

  it('refuses an object that is not a charter, and leaves nothing of the former one', async () => {
    const viewer = await shown<CharterViewer>(
      html`<charter-viewer .charter=${smallCharter()}></charter-viewer>`,
    );
    viewer.charter = { ...smallCharter(), version: 'next' };
    const { detail } = await oneEvent<CharterLoadFailedEvent>(viewer, 'charter-load-failed');
    expect(detail.error.message).to.contain('$.version');
    expect(viewer.charter).to.be.undefined;
    expect(viewer.shadowRoot!.querySelectorAll('article').length).to.equal(0);
  });

  it('tries again when the reader asks, and the focus follows to what came of it', async () => {
    const watch = watchFetch();
    watch.isDown = true;
    const viewer = await shown<CharterViewer>(
      html`<charter-viewer src="${guideURL}?retry"></charter-viewer>`,
    );
    expect(textOf(part(viewer, 'error'))).to.contain('could not be reached');

    part(viewer, 'retry-button')!.focus();
    part(viewer, 'retry-button')!.click();
    await oneEvent(viewer, 'charter-load-failed');
    expect(watch.requests.length).to.equal(2);
    await nextFrame();
    expect(focused(viewer)).to.equal('retry-button');

    watch.isDown = false;
    part(viewer, 'retry-button')!.click();
    await oneEvent(viewer, 'charter-loaded');
    expect(titleOf(viewer)).to.equal('Charte d’essai');
    await nextFrame();
    expect(focused(viewer)).to.equal('title');
  });

  it('asks the server again on reload()', async () => {
    const { requests } = watchFetch();
    const viewer = await shown<CharterViewer>(
      html`<charter-viewer src="${guideURL}?again"></charter-viewer>`,
    );
    viewer.reload();
    await oneEvent(viewer, 'charter-loaded');
    expect(requests.length).to.equal(2);
  });

  it('does not take the focus when the page reloads it', async () => {
    const viewer = await shown<CharterViewer>(html`<charter-viewer src=${guideURL}></charter-viewer>`);
    viewer.reload();
    await nextUpdate(viewer);
    await settled(viewer);
    expect(document.activeElement!.localName).to.equal('body');
  });
});
