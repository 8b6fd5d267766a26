import { expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import type { LoadedCharter } from '../../src/charter/load-charter.ts';
import { loadCharter, readCharter } from '../../src/charter/load-charter.ts';
import { smallCharter } from '../support/charter.ts';
import { captureConsole, restoreStubs, watchFetch } from '../support/stubs.ts';
import { Seeker, Provider, guideURL, seeker, found } from './charter-seeker.ts';

afterEach(restoreStubs);

describe('CharterSource: with the charter of a viewer', () => {
  let page: HTMLElement;
  let provider: Provider;
  let first: LoadedCharter;
  let second: LoadedCharter;

  beforeEach(async () => {
    first = await readCharter(smallCharter({ title: 'Première' }));
    second = await readCharter(smallCharter({ title: 'Seconde' }));
    page = await fixture<HTMLElement>(html`<div><charter-provider id="provider"></charter-provider></div>`);
    provider = page.querySelector('charter-provider') as Provider;
  });

  const follower = async () => {
    const element = new Seeker();
    element.reference = { for: 'provider' };
    page.append(element);
    await element.updateComplete;
    return element;
  };

  it('waits for it, then follows each of its charters and failures', async () => {
    const element = await follower();
    expect(element.source.status).to.equal('loading');
    expect(element.source.provider === provider).to.be.true;
    provider.show(first);
    expect(element.source.loaded === first).to.be.true;
    provider.fail(new Error('lost'));
    expect(await found(element)).to.equal('lost');
    provider.show(second);
    expect(element.source.loaded === second).to.be.true;
    expect(element.source.error).to.be.undefined;
  });

  it('takes what it has already: a charter, or a failure', async () => {
    provider.show(first);
    expect(await found(await follower())).to.equal('Première');
    provider.fail(new Error('lost'));
    expect(await found(await follower())).to.equal('lost');
  });

  it('does not listen to others', async () => {
    const element = await follower();
    const other = new Provider();
    other.id = 'other';
    page.append(other);
    other.show(first);
    other.fail(new Error('lost'));
    expect(element.source.status).to.equal('loading');
  });

  it('does not listen to one of the same name in another root', async () => {
    provider.show(first);
    const element = await follower();
    const shadow = page.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    const namesake = new Provider();
    namesake.id = 'provider';
    shadow.append(namesake);
    namesake.show(second);
    expect(element.source.loaded === first).to.be.true;
    namesake.fail(new Error('lost'));
    expect(element.source.status).to.equal('ready');
  });

  it('takes no late answer of an address that it was given before', async () => {
    const release = watchFetch().hold(guideURL);
    const element = await seeker({ src: `${guideURL}?late` });
    page.append(element);
    element.seek({ for: 'provider' });
    await element.updateComplete;
    release();
    await loadCharter(new URL(`${guideURL}?late`, location.href).href);
    expect(element.source.status).to.equal('loading');
    provider.show(first);
    expect(await found(element)).to.equal('Première');
  });

  it('stops listening when it is taken away, and listens again when it is put back', async () => {
    const element = await follower();
    provider.show(first);
    element.remove();
    provider.show(second);
    expect(element.source.loaded === first).to.be.true;
    page.append(element);
    await element.updateComplete;
    expect(element.source.loaded === second).to.be.true;
    provider.show(first);
    expect(element.source.loaded === first).to.be.true;
  });

  it('finds a viewer that comes later, or that takes the place of the first', async () => {
    captureConsole('warn');
    provider.remove();
    const element = await follower();
    expect(element.source.provider).to.be.undefined;
    page.append(provider);
    provider.show(first);
    await nextFrame();
    expect(element.source.provider === provider).to.be.true;

    const next = new Provider();
    next.id = 'provider';
    provider.replaceWith(next);
    next.show(second);
    await nextFrame();
    expect(element.source.loaded === second).to.be.true;
    expect(element.source.provider === next).to.be.true;
  });

  it('renders again when the audience of the viewer changes', async () => {
    const element = await follower();
    provider.show(first);
    await element.updateComplete;
    provider.setAttribute('audience', 'patients');
    await Promise.resolve();
    expect(element.isUpdatePending).to.be.true;
  });

  it('leaves the loading again to the viewer', async () => {
    const element = await follower();
    provider.fail(new Error('lost'));
    element.source.reload();
    expect(provider.reloads).to.equal(1);
    provider.show(first);
    expect(await found(element)).to.equal('Première');
  });

  it('finds a viewer that had loaded before it came, went, and is put back', async () => {
    captureConsole('warn');
    provider.show(first);
    provider.remove();
    const element = await follower();
    expect(element.source.status).to.equal('loading');
    page.append(provider);
    expect(await found(element)).to.equal('Première');
  });

  it('finds a viewer that had loaded before it was given its id', async () => {
    captureConsole('warn');
    provider.show(first);
    provider.removeAttribute('id');
    const element = await follower();
    expect(element.source.status).to.equal('loading');
    provider.id = 'provider';
    expect(await found(element)).to.equal('Première');
  });

  it('finds a viewer with its charter that takes the place of another', async () => {
    provider.show(first);
    const element = await follower();
    const next = new Provider();
    next.id = 'provider';
    next.loadedCharter = second;
    provider.replaceWith(next);
    await oneEvent(element, 'settled');
    expect(element.source.loaded === second).to.be.true;
    expect(element.source.provider === next).to.be.true;
  });

  it('goes to the viewer that has the id now', async () => {
    provider.show(first);
    const element = await follower();
    const next = new Provider();
    next.loadedCharter = second;
    page.append(next);
    provider.id = 'other';
    next.id = 'provider';
    await oneEvent(element, 'settled');
    expect(element.source.loaded === second).to.be.true;
    provider.show(first);
    expect(element.source.loaded === second).to.be.true;
  });

  it('keeps what it shows while the viewer is moved or gone', async () => {
    provider.show(first);
    const element = await follower();
    document.body.append(provider);
    await nextFrame();
    expect(element.source.loaded === first).to.be.true;
    provider.remove();
    await nextFrame();
    expect(element.source.status).to.equal('ready');
    expect(element.source.provider === provider).to.be.true;
    page.append(provider);
    provider.show(second);
    expect(element.source.loaded === second).to.be.true;
    expect(element.settledCount).to.equal(2);
  });

  it('waits for a placeholder and for a tag that is not defined yet', async () => {
    provider.remove();
    page.insertAdjacentHTML(
      'beforeend',
      '<div id="provider" data-charter-element="viewer"></div><charter-late id="late"></charter-late>',
    );
    const element = await follower();
    const other = await seeker({ for: 'late' });
    expect([element, other].map(({ source }) => source.status)).to.deep.equal(['loading', 'loading']);
    page.querySelector('#provider')!.replaceWith(provider);
    provider.loadedCharter = first;
    expect(await found(element)).to.equal('Première');
    customElements.define('charter-late', class extends Provider {});
    (page.querySelector('#late') as Provider).show(second);
    expect(await found(other)).to.equal('Seconde');
  });

  for (const [name, markup] of Object.entries({
    'a form with fields named as what a viewer has':
      '<form id="taken"><input name="loadedCharter" /><input name="loadError" /></form>',
    'a block': '<div id="taken"></div>',
    'another element of the library': '<charter-seeker id="taken"></charter-seeker>',
  })) {
    it(`fails with one warning where the id is that of ${name}, until a viewer has it`, async () => {
      const warnings = captureConsole('warn');
      const id = `taken-${name.replaceAll(' ', '-')}`;
      page.insertAdjacentHTML('beforeend', markup.replace('taken', id));
      const wrong = page.querySelector(`#${id}`)!;
      const element = await seeker({ for: id });
      expect(await found(element)).to.contain(`names a <${wrong.localName}>`);
      element.requestUpdate();
      await element.updateComplete;
      expect(warnings.map(String)).to.have.length(1);
      expect(String(warnings[0]))
        .to.contain(`for="${id}" on <charter-seeker>`)
        .and.contain('<charter-viewer>');
      wrong.removeAttribute('id');
      await nextFrame();
      expect(element.source.status).to.equal('loading');
      provider.id = id;
      provider.show(first);
      expect(await found(element)).to.equal('Première');
    });
  }

  it('names what it does not find, once', async () => {
    const warnings = captureConsole('warn');
    const element = new Seeker();
    element.reference = { for: 'nobody' };
    page.append(element);
    await element.updateComplete;
    element.requestUpdate();
    await element.updateComplete;
    expect(warnings.length).to.equal(1);
    expect(warnings[0]![0]).to.contain('for="nobody"').and.contain('<charter-seeker>');
  });
});
