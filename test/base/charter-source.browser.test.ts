import { expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import type { CharterReference } from '../../src/base/charter-source.ts';
import { readCharter } from '../../src/charter/load-charter.ts';
import { charterURL, smallCharter } from '../support/charter.ts';
import { expectMissing } from '../support/expected.ts';
import { captureConsole, restoreStubs, watchFetch } from '../support/stubs.ts';
import type { Provider } from './charter-seeker.ts';
import { guideURL, seeker, found } from './charter-seeker.ts';

afterEach(restoreStubs);

describe('CharterSource: which charter', () => {
  const all = { document: smallCharter(), for: 'provider', src: guideURL };
  const precedence: Record<string, [CharterReference, string]> = {
    'the object before everything else': [all, 'Petite charte'],
    'the viewer before the address': [{ ...all, document: undefined }, 'Du lecteur'],
    'the address before the built-in one': [{ src: guideURL }, 'Charte d’essai'],
    'the built-in one otherwise': [{}, 'Charte de bon usage des réseaux sociaux'],
    'the built-in one when everything is empty': [
      { document: null, for: '', src: '' },
      'Charte de bon usage des réseaux sociaux',
    ],
  };
  for (const [name, [reference, title]] of Object.entries(precedence)) {
    it(`takes ${name}`, async () => {
      const provider = await fixture<Provider>(html`<charter-provider id="provider"></charter-provider>`);
      provider.loadedCharter = await readCharter(smallCharter({ title: 'Du lecteur' }));
      const element = await seeker(reference);
      expect(await found(element)).to.equal(title);
      expect(element.source.status).to.equal('ready');
      expect(element.settledCount).to.equal(1);
    });
  }

  it('reads the document of each address once for the page, the built-in one too', async () => {
    const { requests } = watchFetch();
    const src = `${guideURL}?shared`;
    const elements = await Promise.all([src, src, undefined, undefined].map((url) => seeker({ src: url })));
    await Promise.all(elements.map(found));
    expect(requests).to.deep.equal([src]);
    const [first, second, third, fourth] = elements.map(({ source }) => source.loaded);
    expect(first === second).to.be.true;
    expect(third === fourth).to.be.true;
  });

  it('is not asked again when something else of the element changes', async () => {
    const element = await seeker({ document: smallCharter() });
    await found(element);
    element.requestUpdate();
    await element.updateComplete;
    expect(element.source.status).to.equal('ready');
    expect(element.settledCount).to.equal(1);
  });
});

describe('CharterSource: the latest reference wins', () => {
  it('over the answers of earlier ones, charter or failure', async () => {
    captureConsole('error');
    await expectMissing(charterURL('missing.json'));
    const watch = watchFetch();
    const slow = watch.hold(guideURL);
    const missing = watch.hold(charterURL('missing.json'));
    const element = await seeker({ src: `${guideURL}?slow` });
    element.seek({ src: charterURL('missing.json') });
    await element.updateComplete;
    element.seek({ document: smallCharter() });
    await element.updateComplete;
    expect(await found(element)).to.equal('Petite charte');
    slow();
    missing();
    // The held requests, asked for again, are answered after those that came first.
    await Promise.allSettled([fetch(guideURL), fetch(charterURL('missing.json'))]);
    await nextFrame();
    expect(await found(element)).to.equal('Petite charte');
    expect(element.settledCount).to.equal(1);
  });

  it('and says that it is loading until then', async () => {
    const element = await seeker({ document: smallCharter() });
    await found(element);
    const release = watchFetch().hold(guideURL);
    element.seek({ src: `${guideURL}?next` });
    await element.updateComplete;
    expect(element.source.status).to.equal('loading');
    release();
    expect(await found(element)).to.equal('Charte d’essai');
  });
});

describe('CharterSource: failures', () => {
  it('are told, and leave no charter', async () => {
    const element = await seeker({ document: smallCharter() });
    await found(element);
    element.seek({ document: { schema: 'charter/1' } });
    await element.updateComplete;
    expect(await found(element)).to.contain('$.id: this is missing');
    expect(element.source.status).to.equal('failed');
    expect(element.source.loaded).to.be.undefined;
  });

  it('are forgotten by the next answer', async () => {
    const watch = watchFetch();
    watch.isDown = true;
    const element = await seeker({ src: `${guideURL}?down` });
    expect(await found(element)).to.contain('could not be reached');
    watch.isDown = false;
    const answered = element.source.answered();
    element.source.reload();
    expect(element.source.status).to.equal('loading');
    expect(element.source.error).to.be.undefined;
    await answered;
    expect(await found(element)).to.equal('Charte d’essai');
  });

  it('of a document come again at the same place when it is asked for again', async () => {
    const element = await seeker({ document: {} });
    await found(element);
    element.source.reload();
    await oneEvent(element, 'settled');
    expect(element.source.status).to.equal('failed');
    expect(element.settledCount).to.equal(2);
  });
});
