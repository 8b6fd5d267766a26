import { expect, waitUntil } from '@open-wc/testing';
import type { CharterLoadFailedEvent } from '../../../src/events/charter-load-failed.ts';
import { focused, part, parts, recordEvents, textOf } from '../../support/component.ts';
import { expectMissing } from '../../support/expected.ts';
import { captureConsole, restoreStubs } from '../../support/stubs.ts';
import {
  attach,
  DatedWalkthrough,
  fixtureFile,
  mount,
  shown,
  step,
  StrandedWalkthrough,
  update,
} from './harness.ts';

const hospital = fixtureFile('hospital.json');

describe('charter-privacy-walkthrough: data', () => {
  let warnings: unknown[][];
  let errors: unknown[][];
  beforeEach(() => {
    warnings = captureConsole('warn');
    errors = captureConsole('error');
  });
  afterEach(restoreStubs);

  it('merges the hospital’s file by id: overrides, adds, hides', async () => {
    const element = await mount({ src: hospital, network: 'facebook' });
    const names = parts(element, 'network-button').map((button) => textOf(button.querySelector('span')));
    expect(names).to.include('Petit réseau').and.not.include('BeReal');
    expect(names).to.have.length(17);
    expect(parts(element, 'step')).to.have.length(11);
    expect(textOf(step(element, 2))).to.include('Cacher votre liste d’amis');
    expect(textOf(step(element, 8))).to.include('Quitter le groupe de l’établissement');
    expect(part(element, 'file-notice')).to.be.null;
  });

  it('refuses the hosts that a file adds to a built-in network, and tells the administrator once', async () => {
    const element = await mount({ src: `${hospital}?hosts`, network: 'facebook' });
    await update(element, { platform: 'ios' });
    expect(step(element, 'Cacher votre liste d’amis').querySelectorAll('a')).to.have.length(0);
    expect(step(element, 'Quitter le groupe de l’établissement').querySelectorAll('a')).to.have.length(1);
    expect(warnings).to.have.length(1);
    expect(warnings[0]![0]).to.include('facebook').and.include('faux-facebook.example');
  });

  for (const [name, reason] of [
    ['invalid.json', '$.networks[0].steps[0].title: this is missing'],
    ['broken.json', 'line 2'],
    ['nowhere.json', '404'],
    ['http://[', 'URL'],
  ] as const) {
    it(`shows the built-in data and a notice when the file is bad (${name})`, async () => {
      const failures = recordEvents<CharterLoadFailedEvent>(document, 'charter-load-failed');
      const src = name.startsWith('http') ? name : fixtureFile(name);
      if (reason === '404') await expectMissing(src);
      const element = await mount({ src, network: 'facebook' });
      await waitUntil(() => failures.length > 0);
      expect(parts(element, 'step')).to.have.length(10);
      expect(textOf(part(element, 'file-notice'))).to.match(/^Le fichier de votre établissement/);
      expect(element.matches(':state(ready)')).to.be.true;
      expect(element.renderRoot.querySelectorAll('slot')).to.have.length(0);
      expect(failures).to.have.length(1);
      expect(failures[0]!.detail.error.message).to.include(reason);
      expect(errors).to.deep.equal([[failures[0]!.detail.error]]);
    });
  }

  it('follows a change of file; the latest wins', async () => {
    const element = await mount({ src: fixtureFile('invalid.json') });
    await update(element, { src: fixtureFile('overdue.json') });
    await update(element, { src: hospital });
    await waitUntil(() => parts(element, 'network-button').length === 17);
    expect(part(element, 'file-notice')).to.be.null;
    element.removeAttribute('src');
    await waitUntil(() => parts(element, 'network-button').length === 16);
  });

  describe('when no data can be shown', () => {
    const failed = async () => {
      StrandedWalkthrough.answers = [() => Promise.reject(new Error('no data'))];
      const element = await attach({}, 'stranded-walkthrough');
      await waitUntil(() => part(element, 'error') !== null);
      return element;
    };

    it('keeps its children on screen, and says why', async () => {
      const element = await failed();
      expect(element.matches(':state(failed)')).to.be.true;
      expect(textOf(element.renderRoot.querySelector('slot')!.assignedNodes()[0])).to.equal('Fallback');
      expect(part(element, 'error')!.getAttribute('role')).to.equal('alert');
      expect(textOf(part(element, 'error'))).to.include('no data');
      expect(errors).to.have.length(1);
    });

    it('tries again when asked, and takes the focus to what comes', async () => {
      const element = await failed();
      part(element, 'retry-button')!.focus();
      part(element, 'retry-button')!.click();
      await shown(element);
      await waitUntil(() => focused(element) === 'title');
      expect(element.matches(':state(failed)')).to.be.false;
      expect(element.matches(':state(ready)')).to.be.true;
    });
  });

  describe('after the review date', () => {
    const src = fixtureFile('overdue.json');
    const { today } = DatedWalkthrough;
    afterEach(() => (DatedWalkthrough.today = today));

    it('says that labels may have changed and quotes none', async () => {
      const element = await mount({ src, networks: 'tiny' });
      expect(textOf(part(element, 'review-notice'))).to.equal(
        'Ces indications étaient à revoir le 31 mars 2026 : les libellés ont peut-être changé.',
      );
      expect(textOf(part(element, 'label'))).to.equal('Qui peut vous écrire');
      expect([...part(element, 'path')!.querySelectorAll('li')].map(textOf)).to.deep.equal([
        'Menu',
        'Vie privée',
      ]);
      expect(textOf(part(element, 'recommended'))).to.equal('Amis');
      expect(textOf(part(element, 'note'))).to.equal('Parfois Proches.');
      expect(element.renderRoot.textContent).not.to.match(/[«»]/);
    });

    it('quotes until the end of that day', async () => {
      DatedWalkthrough.today = '2026-03-31';
      const element = await mount({ src, networks: 'tiny' });
      expect(part(element, 'review-notice')).to.be.null;
      expect(textOf(part(element, 'label'))).to.equal('« Qui peut vous écrire »');
    });
  });

  describe('dates of a setting', () => {
    for (const [network, goal, text] of [
      ['tiny', 'tiny-first', 'Relu le 1er novembre 2026 (source : juillet 2025)'],
      ['tiny', 'tiny-second', 'Relu le 30 novembre 2026'],
      ['tiny', 'tiny-reinforced', 'Relu le 1er novembre 2026'],
      ['odd', 'odd-year', 'Relu le 1er novembre 2026 (source : 2021)'],
      ['odd', 'odd-month', 'Relu le 1er novembre 2026'],
      ['odd', 'odd-text', 'Relu le 1er novembre 2026'],
    ] as const) {
      it(`says when it was checked, and the age of older evidence (${goal})`, async () => {
        const element = await mount({ src: hospital, network });
        expect(textOf(step(element, `But de ${goal}`).querySelector('[part=reviewed]'))).to.equal(text);
      });
    }
  });
});
