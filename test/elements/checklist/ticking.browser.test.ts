import { elementUpdated, expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../../src/elements/checklist/charter-checklist.ts';
import '../../../src/elements/viewer/charter-viewer.ts';
import type { Charter } from '../../../src/charter/charter.ts';
import type { CharterChecklist } from '../../../src/elements/checklist/checklist-element.ts';
import type { CharterChecklistCompletedEvent } from '../../../src/events/index.ts';
import { fetchCharter, smallCharter } from '../../support/charter.ts';
import { part, parts, recordEvents, settled, shown, textOf } from '../../support/component.ts';
import { restoreStubs } from '../../support/stubs.ts';
import { box, listed, shownTicks } from './support.ts';
import { charter, small } from './small-checklist.ts';

let guide: Charter;
before(async () => (guide = await fetchCharter('guide.fr.json')));

afterEach(restoreStubs);

describe('charter-checklist: ticking', () => {
  it('tells the page as a native control does: one input, one change, after the value', async () => {
    const checklist = await small();
    const seen: string[] = [];
    for (const type of ['input', 'change'])
      document.addEventListener(
        type,
        (event) => {
          expect(event.target === checklist).to.be.true;
          seen.push(`${type} ${checklist.value.join()}`);
        },
        { once: true },
      );
    const events = recordEvents(checklist, 'input', 'change');
    box(checklist, 'p2').click();
    expect(seen).to.deep.equal(['input p2', 'change p2']);
    box(checklist, 'p2').click();
    expect(events.map(({ type }) => type)).to.deep.equal(['input', 'change', 'input', 'change']);
    expect(checklist.value).to.deep.equal([]);
  });

  it('says how many are ticked, in words that are announced and as a bar', async () => {
    const checklist = await small();
    const words = part(checklist, 'progress')!.querySelector('[role=status]')!;
    const bar = part(checklist, 'progress')!.querySelector('progress')!;
    expect(textOf(words)).to.equal('0 pratique cochée sur 3');
    expect([bar.value, bar.max]).to.deep.equal([0, 3]);

    box(checklist, 'p1').click();
    box(checklist, 'p3').click();
    await elementUpdated(checklist);
    expect(textOf(words)).to.equal('2 pratiques cochées sur 3');
    expect([bar.value, bar.max]).to.deep.equal([2, 3]);
  });

  it('announces that everything is ticked, once each time', async () => {
    const checklist = await small();
    const completed = recordEvents<CharterChecklistCompletedEvent>(document, 'charter-checklist-completed');
    for (const id of ['p3', 'p1']) box(checklist, id).click();
    expect(completed.length).to.equal(0);
    expect(checklist.matches(':state(completed)')).to.be.false;

    box(checklist, 'p2').click();
    expect(completed.map(({ detail }) => detail.ticked)).to.deep.equal([['p1', 'p2', 'p3']]);
    expect(checklist.matches(':state(completed)')).to.be.true;
    checklist.requestUpdate();
    checklist.value = ['p3', 'p2', 'p1'];
    await elementUpdated(checklist);
    expect(completed.length).to.equal(1);

    box(checklist, 'p2').click();
    expect(checklist.matches(':state(completed)')).to.be.false;
    box(checklist, 'p2').click();
    expect(completed.length).to.equal(2);
    expect(completed[0]!.bubbles && completed[0]!.composed).to.be.true;
  });

  it('announces nothing where there is nothing to tick', async () => {
    const completed = recordEvents(document, 'charter-checklist-completed');
    const checklist = await shown<CharterChecklist>(
      html`<charter-checklist .charter=${smallCharter()}></charter-checklist>`,
    );
    expect(checklist.matches(':state(completed)')).to.be.false;
    expect(textOf(part(checklist, 'progress'))).to.equal('0 pratique cochée sur 0');
    expect(completed.length).to.equal(0);
  });

  it('unticks everything at the press of a button, and tells the page', async () => {
    const checklist = await small();
    checklist.value = ['p1', 'p2'];
    await elementUpdated(checklist);
    const events = recordEvents(checklist, 'input', 'change');
    part(checklist, 'clear-button')!.click();
    await elementUpdated(checklist);
    expect(checklist.value).to.deep.equal([]);
    expect(shownTicks(checklist)).to.deep.equal([]);
    expect(events.map(({ type }) => type)).to.deep.equal(['input', 'change']);

    part(checklist, 'clear-button')!.click();
    expect(events.length, 'nothing was ticked any more').to.equal(2);
  });

  it('says nothing when the page itself sets or clears the value', async () => {
    const checklist = await small();
    const events = recordEvents(checklist, 'input', 'change');
    checklist.value = ['p1'];
    checklist.clear();
    await elementUpdated(checklist);
    expect(events.length).to.equal(0);
    expect(shownTicks(checklist)).to.deep.equal([]);
  });

  it('has every part that its documentation names', async () => {
    const checklist = await shown<CharterChecklist>(
      html`<charter-checklist .charter=${guide}></charter-checklist>`,
    );
    for (const name of ['root', 'title', 'progress', 'group', 'practice', 'clear-button'])
      expect(parts(checklist, name).length, name).to.be.greaterThan(0);
  });
});

describe('charter-checklist: value', () => {
  it('may be set before the charter is there, and is shown once it is', async () => {
    const checklist = document.createElement('charter-checklist');
    checklist.value = ['p3', 'p1', 'unknown'];
    checklist.charter = charter;
    expect(checklist.value).to.deep.equal(['p3', 'p1', 'unknown']);
    const completed = recordEvents(checklist, 'charter-checklist-completed');
    await fixture(html`${checklist}`);
    await settled(checklist);
    expect(checklist.value).to.deep.equal(['p1', 'p3']);
    expect(shownTicks(checklist)).to.deep.equal(['p1', 'p3']);
    expect(completed.length).to.equal(0);
  });

  it('may be set at any time: order, doubles and unknown ids do not matter', async () => {
    const checklist = await small();
    checklist.value = ['p2', 'unknown', 'p1', 'p2'];
    expect(checklist.value).to.deep.equal(['p1', 'p2']);
    expect(shownTicks(checklist)).to.deep.equal(['p1', 'p2']);
    await elementUpdated(checklist);
    expect(textOf(part(checklist, 'progress'))).to.contain('2 pratiques cochées sur 3');
    checklist.value = ['p3'];
    expect(shownTicks(checklist)).to.deep.equal(['p3']);
  });

  it('is a copy: changing it changes nothing', async () => {
    const checklist = await small();
    const ids = ['p1'];
    checklist.value = ids;
    ids.push('p2');
    checklist.value.push('p3');
    expect(checklist.value).to.deep.equal(['p1']);
  });

  it('shows on each box its own practice, when another audience or charter is listed', async () => {
    // In the same places, other practices: their boxes are those that a person has ticked.
    const perAudience = smallCharter({
      practices: [
        { id: 'staff-only', text: 'A', audiences: ['staff'] },
        { id: 'patients-only', text: 'B', audiences: ['patients'] },
      ],
    });
    const checklist = await shown<CharterChecklist>(
      html`<charter-checklist .charter=${perAudience}></charter-checklist>`,
    );
    box(checklist, 'staff-only').click();
    checklist.audience = 'patients';
    await elementUpdated(checklist);
    expect(listed(checklist)).to.deep.equal(['patients-only']);
    expect(checklist.value).to.deep.equal([]);
    expect(shownTicks(checklist)).to.deep.equal([]);

    box(checklist, 'patients-only').click();
    checklist.charter = charter;
    await oneEvent(checklist, 'charter-loaded');
    expect(shownTicks(checklist)).to.deep.equal([]);

    checklist.charter = perAudience;
    checklist.audience = 'staff';
    await oneEvent(checklist, 'charter-loaded');
    expect(shownTicks(checklist)).to.deep.equal(['staff-only']);
  });

  it('is kept when the element is moved', async () => {
    const checklist = await small();
    box(checklist, 'p2').click();
    const { parentElement } = checklist;
    checklist.remove();
    parentElement!.append(checklist);
    await elementUpdated(checklist);
    expect(checklist.value).to.deep.equal(['p2']);
    expect(shownTicks(checklist)).to.deep.equal(['p2']);
  });
});
