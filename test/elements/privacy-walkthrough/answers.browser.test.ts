import { expect, waitUntil } from '@open-wc/testing';
import type { CharterNetworkCompletedEvent } from '../../../src/events/charter-network-completed.ts';
import type { CharterStepCompletedEvent } from '../../../src/events/charter-step-completed.ts';
import { stepOutcomes } from '../../../src/networks/progress.ts';
import { focused, part, parts, recordEvents, textOf } from '../../support/component.ts';
import { captureConsole, restoreStubs, stub, watchFetch } from '../../support/stubs.ts';
import { answer, answerAll, choice, fixtureFile, mount, press, step, update, storageKey } from './harness.ts';

const tiny = { src: fixtureFile('hospital.json'), networks: 'tiny facebook', network: 'tiny' };

describe('charter-privacy-walkthrough: answers', () => {
  // The hospital's file names a host that the built-in data does not have.
  beforeEach(() => captureConsole('warn'));
  afterEach(restoreStubs);
  afterEach(() => localStorage.removeItem(storageKey));

  it('asks about each setting in a group named after it, with no answer given', async () => {
    const element = await mount(tiny);
    for (const group of parts(element, 'outcome')) {
      expect(group.localName).to.equal('fieldset');
      expect(textOf(group.querySelector('legend'))).to.match(/^Votre réponse – But de tiny-/);
      expect([...group.querySelectorAll('label')].map(textOf)).to.deep.equal([
        'Fait',
        'Déjà en place',
        'Plus tard',
        'Sans objet',
      ]);
      expect(group.querySelector(':checked')).to.be.null;
    }
  });

  for (const outcome of stepOutcomes) {
    it(`announces the answer "${outcome}" to the page`, async () => {
      const element = await mount(tiny);
      const events = recordEvents<CharterStepCompletedEvent>(
        element.parentElement!,
        'charter-step-completed',
      );
      await answer(element, 0, outcome);
      expect(events.map(({ detail }) => detail)).to.deep.equal([
        { network: 'tiny', step: 'tiny-first', outcome },
      ]);
      expect(events[0]!.composed).to.be.true;
      expect(element.progress).to.deep.equal({ 'tiny-first': { outcome, revision: 1 } });
    });
  }

  it('lets an answer be changed', async () => {
    const element = await mount(tiny);
    await answer(element, 0, 'later');
    await answer(element, 0, 'already');
    expect(element.progress['tiny-first']!.outcome).to.equal('already');
    expect(step(element, 0).querySelectorAll(':checked')).to.have.length(1);
  });

  it('gives its progress as an object that cannot be altered', async () => {
    const element = await mount(tiny);
    await answer(element, 0, 'done');
    expect(Object.isFrozen(element.progress)).to.be.true;
  });

  it('counts what is settled, in words and as a bar, without a grade', async () => {
    const element = await mount(tiny);
    await answer(element, 0, 'done');
    await answer(element, 1, 'later');
    const status = part(element, 'progress')!.querySelector('[role=status]')!;
    expect(textOf(status)).to.equal('Réglages faits : 1 sur 3');
    const bar = part(element, 'progress')!.querySelector('progress')!;
    expect([bar.value, bar.max]).to.deep.equal([1, 3]);
    expect(textOf(parts(element, 'network-button')[0])).to.equal('Petit réseau 1 sur 3');
    expect(element.renderRoot.textContent).not.to.match(/%|score|note\s*:/i);
  });

  it('announces a complete network once, each time it becomes complete', async () => {
    const element = await mount(tiny);
    const events = recordEvents<CharterNetworkCompletedEvent>(
      element.parentElement!,
      'charter-network-completed',
    );
    await answerAll(element, 'later');
    await answer(element, 0, 'done');
    element.reset();
    await element.updateComplete;
    await answerAll(element, 'done');
    expect(events.map(({ detail }) => detail.network)).to.deep.equal(['tiny', 'tiny']);
    expect(events[0]!.detail.outcomes).to.deep.equal({
      'tiny-first': 'later',
      'tiny-second': 'later',
      'tiny-reinforced': 'later',
    });
  });

  it('closes a complete network with what comes next', async () => {
    const element = await mount(tiny);
    await answer(element, 0, 'done');
    expect(part(element, 'closing')).to.be.null;
    expect(element.matches(':state(completed)')).to.be.false;
    await answerAll(element, 'later');
    expect(element.matches(':state(completed)')).to.be.true;
    expect(textOf(part(element, 'closing-title'))).to.equal('Vous avez fait le tour : Petit réseau');
    expect(textOf(part(element, 'closing'))).to.include('fenêtre de navigation privée');
    expect(textOf(part(element, 'closing'))).to.include('3 réglages laissés pour plus tard');
    expect(textOf(part(element, 'progress'))).to.equal('Réglages faits : 0 sur 3. Le tour est terminé.');
  });

  it('links to help, export, deletion and rights, where the address was verified', async () => {
    const element = await mount(tiny);
    await answerAll(element);
    const links = parts(element, 'network-link') as HTMLAnchorElement[];
    expect(links.map((link) => link.href)).to.deep.equal([
      'https://petit.example/aide',
      'https://petit.example/droits',
    ]);
    expect(textOf(links[0])).to.equal('Aide (nouvelle fenêtre)');
    for (const { target, rel } of links)
      expect([target, rel]).to.deep.equal(['_blank', 'noopener noreferrer']);
  });

  it('asks again about a setting that was revised since', async () => {
    localStorage.setItem(storageKey, JSON.stringify({ 'fb-friends-list': { outcome: 'done', revision: 1 } }));
    const element = await mount({ ...tiny, network: 'facebook', persist: 'local' });
    const revised = step(element, 'Cacher votre liste d’amis');
    expect(textOf(revised.querySelector('[part=recheck]'))).to.match(/^À revérifier/);
    expect(revised.querySelector(':checked')).to.be.null;
    expect(textOf(part(element, 'progress'))).to.include('0 sur 11');
    choice(revised, 'done').click();
    await element.updateComplete;
    expect(part(element, 'recheck')).to.be.null;
    expect(element.progress['fb-friends-list']).to.deep.equal({ outcome: 'done', revision: 2 });
  });

  it('erases after a confirmation that the keyboard reaches, and says so', async () => {
    const element = await mount(tiny);
    expect(part(element, 'reset-button')).to.be.null;
    await answerAll(element);
    await press(element, 'reset-button');
    expect(focused(element)).to.equal('confirm-button');
    await press(element, 'cancel-button');
    expect(focused(element)).to.equal('reset-button');
    expect(Object.keys(element.progress)).to.have.length(3);
    await press(element, 'reset-button');
    await press(element, 'confirm-button');
    expect(element.progress).to.deep.equal({});
    expect(element.renderRoot.querySelector('[part=outcome] :checked')).to.be.null;
    expect(textOf(part(element, 'message'))).to.equal('Vos réponses sont effacées de ce navigateur.');
    expect(focused(element)).to.equal('title');
  });

  it('offers a calendar file that comes back every three months', async () => {
    const element = await mount(tiny);
    await answerAll(element);
    const saved: HTMLAnchorElement[] = [];
    stub(HTMLAnchorElement.prototype, 'click', function (this: HTMLAnchorElement) {
      saved.push(this);
    });
    part(element, 'reminder-button')!.click();
    await waitUntil(() => saved.length > 0, 'nothing was offered', { timeout: 5000 });
    const calendar = await (await fetch(saved[0]!.href)).text();
    expect(saved[0]!.download).to.match(/\.ics$/);
    expect(calendar).to.include('RRULE:FREQ=MONTHLY;INTERVAL=3').and.include('DTSTART;VALUE=DATE:20270301');
  });

  it('prints the remaining settings alone, unfolded, and then looks as before', async () => {
    const element = await mount(tiny);
    await answer(element, 0, 'done');
    await answer(element, 1, 'later');
    let printed: { unfolded: boolean; marked: boolean } | undefined;
    stub(window, 'print', () => {
      printed = {
        unfolded: part<HTMLDetailsElement>(element, 'reinforced')!.open,
        marked: element.renderRoot.querySelector('.root')!.matches('.printing'),
      };
    });
    await press(element, 'print-button');
    expect(printed).to.deep.equal({ unfolded: true, marked: true });
    expect(parts(element, 'step').map((item) => item.matches('.settled'))).to.deep.equal([
      true,
      false,
      false,
    ]);
    dispatchEvent(new Event('afterprint'));
    expect(part<HTMLDetailsElement>(element, 'reinforced')!.open).to.be.false;
    expect(element.renderRoot.querySelector('.printing')).to.be.null;
    await answerAll(element);
    expect(part(element, 'print-button')).to.be.null;
  });

  it('keeps the answers of one network when another is opened', async () => {
    const element = await mount(tiny);
    await answer(element, 0, 'done');
    await update(element, { network: 'facebook' });
    expect(element.renderRoot.querySelector('[part=outcome] :checked')).to.be.null;
    await update(element, { network: 'tiny' });
    expect(choice(step(element, 0), 'done').checked).to.be.true;
  });

  it('sends nothing: answering makes no request', async () => {
    const element = await mount(tiny);
    const { requests } = watchFetch();
    await answerAll(element);
    expect(requests).to.deep.equal([]);
  });
});
