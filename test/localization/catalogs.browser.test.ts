import { expect } from '@open-wc/testing';
import { createCatalogs } from '../../src/localization/catalogs.ts';
import type { Loaders } from '../../src/localization/catalogs.ts';
import { captureConsole, restoreStubs, stub } from '../support/stubs.ts';

/** A catalogue whose first loads fail. */
function failing(times: number) {
  let requests = 0;
  const load: Loaders[string] = () => {
    requests++;
    return requests <= times
      ? Promise.reject(new TypeError('Failed to fetch dynamically imported module'))
      : Promise.resolve({ templates: { hello: 'Hello' } });
  };
  return { load, count: () => requests };
}

/** Lets the promises of a load settle: no timer is involved. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

describe('catalogues of translations', () => {
  let clock = 0;
  let errors: unknown[][];
  beforeEach(() => {
    clock = 0;
    stub(performance, 'now', () => clock);
    errors = captureConsole('error');
  });
  afterEach(restoreStubs);

  it('are loaded once, and serve the regional forms of their language', async () => {
    const { load, count } = failing(0);
    const catalogs = createCatalogs({ pt: load });
    let heard = 0;
    catalogs.observe(() => heard++);
    for (const tag of ['pt', 'pt-BR', 'PT']) catalogs.load(tag);
    expect(catalogs.templatesFor('pt')).to.equal(undefined);
    await settled();
    catalogs.load('pt');
    expect(count()).to.equal(1);
    expect(heard).to.equal(1);
    expect(catalogs.templatesFor('pt-BR')).to.deep.equal({ hello: 'Hello' });
  });

  it('of a region come before those of its language', async () => {
    const [french, canadian] = [failing(0), failing(0)];
    const catalogs = createCatalogs({ fr: french.load, 'fr-ca': canadian.load });
    catalogs.load('fr-CA');
    await settled();
    expect([french.count(), canadian.count()]).to.deep.equal([0, 1]);
  });

  it('are none for a language that has none', () => {
    const catalogs = createCatalogs({ pt: failing(0).load });
    for (const tag of ['cy', 'fr', '', 'constructor', 'toString']) {
      catalogs.load(tag);
      expect(catalogs.templatesFor(tag)).to.equal(undefined);
    }
  });

  it('that could not be loaded are told once, and tried again by a later rendering', async () => {
    const { load, count } = failing(2);
    const catalogs = createCatalogs({ pt: load });
    const render = async () => {
      catalogs.load('pt');
      await settled();
    };
    await render();
    await render();
    expect(count(), 'at once').to.equal(1);
    clock = 10_000;
    await render();
    clock = 20_000;
    await render();
    expect(count(), 'later').to.equal(3);
    expect(catalogs.templatesFor('pt')).to.deep.equal({ hello: 'Hello' });
    expect(errors.length).to.equal(1);
    expect(String(errors[0]![0])).to.contain('"pt"');
  });

  it('are not asked for without end', async () => {
    const { load, count } = failing(Infinity);
    const catalogs = createCatalogs({ pt: load });
    for (clock = 0; clock < 1_000_000; clock += 10_000) {
      catalogs.load('pt');
      await settled();
    }
    expect(count()).to.equal(6);
  });

  it('are asked for at once when the network is back, however often they failed', async () => {
    const { load, count } = failing(7);
    const catalogs = createCatalogs({ pt: load });
    for (clock = 0; clock < 100_000; clock += 10_000) {
      catalogs.load('pt');
      await settled();
    }
    for (let time = 0; time < 3; time++) {
      dispatchEvent(new Event('online'));
      await settled();
    }
    expect(count()).to.equal(8);
    expect(catalogs.templatesFor('pt')).to.deep.equal({ hello: 'Hello' });
  });
});
