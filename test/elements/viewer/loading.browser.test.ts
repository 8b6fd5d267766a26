import { expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import '../../../src/elements/viewer/charter-viewer.ts';
import { digestDocument } from '../../../src/charter/digest.ts';
import { loadCharter } from '../../../src/charter/load-charter.ts';
import type { CharterViewer } from '../../../src/elements/viewer/viewer-element.ts';
import type { CharterLoadedEvent } from '../../../src/events/index.ts';
import { charterURL, fetchCharter, smallCharter } from '../../support/charter.ts';
import { part, recordEvents, settled, shown, textOf } from '../../support/component.ts';
import { expectMissing } from '../../support/expected.ts';
import { captureConsole, restoreStubs, watchFetch } from '../../support/stubs.ts';

const guideURL = charterURL('guide.fr.json');

const titleOf = (viewer: CharterViewer) => textOf(part(viewer, 'title'));

describe('charter-viewer: where its charter comes from', () => {
  afterEach(restoreStubs);

  it('shows the built-in French charter when the page names none', async () => {
    const viewer = await shown<CharterViewer>(html`<charter-viewer></charter-viewer>`);
    expect(viewer.charter).to.include({ id: 'social-media', locale: 'fr' });
    expect(titleOf(viewer)).to.equal('Charte de bon usage des réseaux sociaux');
  });

  it('loads the document at src', async () => {
    const viewer = await shown<CharterViewer>(html`<charter-viewer src=${guideURL}></charter-viewer>`);
    expect(titleOf(viewer)).to.equal('Charte d’essai');
  });

  it('reads src from the address of the page, whatever the address of the module', async () => {
    await expectMissing('relative.json');
    const { requests } = watchFetch();
    const viewer = document.createElement('charter-viewer');
    viewer.src = 'relative.json';
    captureConsole('error');
    await fixture(html`${viewer}`);
    await settled(viewer);
    expect(requests).to.deep.equal([new URL('relative.json', document.baseURI).pathname]);
  });

  it('shows a document given before it is attached, rather than src', async () => {
    const viewer = document.createElement('charter-viewer');
    viewer.src = guideURL;
    viewer.charter = smallCharter();
    await fixture(html`${viewer}`);
    await settled(viewer);
    expect(titleOf(viewer)).to.equal('Petite charte');
  });

  it('shows a document given after it is attached', async () => {
    const viewer = await shown<CharterViewer>(html`<charter-viewer src=${guideURL}></charter-viewer>`);
    viewer.charter = smallCharter();
    await oneEvent(viewer, 'charter-loaded');
    expect(titleOf(viewer)).to.equal('Petite charte');
    expect(viewer.charter).to.deep.equal(smallCharter());
  });

  it('shows another document given later, and returns to src without it', async () => {
    const viewer = await shown<CharterViewer>(
      html`<charter-viewer src=${guideURL} .charter=${smallCharter()}></charter-viewer>`,
    );
    viewer.charter = smallCharter({ title: 'Une autre' });
    await oneEvent(viewer, 'charter-loaded');
    expect(titleOf(viewer)).to.equal('Une autre');

    viewer.charter = undefined;
    await oneEvent(viewer, 'charter-loaded');
    expect(titleOf(viewer)).to.equal('Charte d’essai');
  });

  it('shows a document that was set on the tag before it upgraded', async () => {
    const frame = document.createElement('iframe');
    await fixture(html`${frame}`);
    // A document without custom elements: what it makes has not upgraded yet.
    const viewer: CharterViewer = frame.contentDocument!.createElement('charter-viewer');
    expect(viewer instanceof customElements.get('charter-viewer')!).to.be.false;
    Object.assign(viewer, { charter: smallCharter(), plain: true });
    document.adoptNode(viewer);
    frame.replaceWith(viewer);
    customElements.upgrade(viewer);
    await settled(viewer);
    expect(titleOf(viewer)).to.equal('Petite charte');
    expect(viewer.plain).to.be.true;
  });

  it('asks the server once for two viewers of the same src', async () => {
    const { requests } = watchFetch();
    const src = `${guideURL}?once`;
    const both = await fixture(
      html`<div>
        <charter-viewer src=${src}></charter-viewer><charter-viewer src=${src}></charter-viewer>
      </div>`,
    );
    for (const viewer of both.querySelectorAll('charter-viewer')) {
      await settled(viewer);
      expect(titleOf(viewer)).to.equal('Charte d’essai');
    }
    expect(requests).to.deep.equal([src]);
  });

  it('shows the latest src, whatever order the answers come in', async () => {
    const release = watchFetch().hold(guideURL);
    const viewer = await fixture<CharterViewer>(
      html`<charter-viewer src="${guideURL}?slow"></charter-viewer>`,
    );
    const events = recordEvents<CharterLoadedEvent>(viewer, 'charter-loaded', 'charter-load-failed');
    viewer.src = charterURL('guide.ar.json');
    await oneEvent(viewer, 'charter-loaded');
    release();
    // The same address, hence the same request: this waits for the late answer.
    await loadCharter(new URL(`${guideURL}?slow`, location.href).href);
    await nextFrame();
    expect(viewer.charter!.locale).to.equal('ar');
    expect(events.map(({ detail }) => detail.charter.locale)).to.deep.equal(['ar']);
  });

  it('stays as it is when it is removed and put back', async () => {
    const { requests } = watchFetch();
    const viewer = await shown<CharterViewer>(
      html`<charter-viewer src="${guideURL}?moved"></charter-viewer>`,
    );
    const events = recordEvents(viewer, 'charter-loaded');
    const { parentElement } = viewer;
    viewer.remove();
    parentElement!.append(viewer);
    await viewer.updateComplete;
    expect(titleOf(viewer)).to.equal('Charte d’essai');
    expect(requests.length).to.equal(1);
    expect(events.length).to.equal(0);
  });

  it('shows what arrived while it was out of the page', async () => {
    const release = watchFetch().hold(guideURL);
    const viewer = await fixture<CharterViewer>(
      html`<charter-viewer src="${guideURL}?out"></charter-viewer>`,
    );
    const { parentElement } = viewer;
    viewer.remove();
    release();
    await oneEvent(viewer, 'charter-loaded');
    parentElement!.append(viewer);
    await settled(viewer);
    expect(titleOf(viewer)).to.equal('Charte d’essai');
  });
});

describe('charter-viewer: what it announces', () => {
  afterEach(restoreStubs);

  it('tells the charter and its digest once it is on screen', async () => {
    const viewer = document.createElement('charter-viewer');
    viewer.src = guideURL;
    let titleThen = '';
    const loaded = new Promise<CharterLoadedEvent>((resolve) => {
      const listen = (event: CharterLoadedEvent) => {
        titleThen = titleOf(viewer);
        resolve(event);
      };
      document.addEventListener('charter-loaded', listen as EventListener, { once: true });
    });
    await fixture(html`${viewer}`);
    const { detail, bubbles, composed, target } = await loaded;
    const document_ = await fetchCharter('guide.fr.json');
    expect({ bubbles, composed }).to.deep.equal({ bubbles: true, composed: true });
    expect(target === viewer).to.be.true;
    expect(detail.charter).to.deep.equal(document_);
    expect(detail.digest).to.equal(await digestDocument(detail.charter));
    expect(detail.digest).to.equal(await digestDocument(document_));
    expect(viewer.digest).to.equal(detail.digest);
    expect(viewer.loadedCharter === detail).to.be.true;
    expect(titleThen).to.equal('Charte d’essai');
  });

  it('says through :state() whether it is loading, ready or failed', async () => {
    captureConsole('error');
    const release = watchFetch().hold(guideURL);
    const viewer = await fixture<CharterViewer>(
      html`<charter-viewer src="${guideURL}?state"></charter-viewer>`,
    );
    const states = () =>
      ['loading', 'ready', 'failed'].filter((name) => viewer.matches(`:state(${name})`)).join();
    expect(states()).to.equal('loading');
    release();
    await oneEvent(viewer, 'charter-loaded');
    expect(states()).to.equal('ready');

    viewer.src = charterURL('invalid.json');
    await viewer.updateComplete;
    expect(states()).to.equal('loading');
    await oneEvent(viewer, 'charter-load-failed');
    expect(states()).to.equal('failed');
  });

  it('shows its children and a message while it loads', async () => {
    watchFetch().hold(guideURL);
    const viewer = await fixture<CharterViewer>(
      html`<charter-viewer src="${guideURL}?loading"><p>Secours</p></charter-viewer>`,
    );
    expect(viewer.querySelector('p')!.offsetHeight).to.be.greaterThan(0);
    expect(textOf(part(viewer, 'loading'))).to.equal('Chargement de la charte…');
    expect(part(viewer, 'loading')!.getAttribute('role')).to.equal('status');
  });

  it('hides its children once the charter is shown', async () => {
    const viewer = await shown<CharterViewer>(
      html`<charter-viewer .charter=${smallCharter()}><p>Secours</p></charter-viewer>`,
    );
    expect(viewer.querySelector('p')!.offsetHeight).to.equal(0);
  });
});
