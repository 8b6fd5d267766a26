import { aTimeout, expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import '../../../src/elements/viewer/charter-viewer.ts';
import type { Charter } from '../../../src/charter/charter.ts';
import type { CharterViewer } from '../../../src/elements/viewer/viewer-element.ts';
import type { CharterReadEvent, CharterSectionReadEvent } from '../../../src/events/index.ts';
import { fetchCharter, smallCharter } from '../../support/charter.ts';
import { focused, part, recordEvents, shown } from '../../support/component.ts';
import { longCharter, scrollToEnd } from './long-charter.ts';

let guide: Charter;

before(async () => (guide = await fetchCharter('guide.fr.json')));

afterEach(() => scrollTo(0, 0));

describe('charter-viewer: what was read', () => {
  it('announces each section whose end comes into view, once, then the charter', async () => {
    const viewer = await shown<CharterViewer>(
      html`<charter-viewer .charter=${longCharter(3)}></charter-viewer>`,
    );
    const read = recordEvents<CharterSectionReadEvent>(viewer, 'charter-section-read');
    const whole = recordEvents<CharterReadEvent>(viewer, 'charter-read');

    for (const id of ['s2', 's1']) {
      scrollToEnd(viewer, id);
      await oneEvent(viewer, 'charter-section-read');
    }
    scrollTo(0, 0);
    await nextFrame();
    scrollToEnd(viewer, 's2');
    await nextFrame();
    await nextFrame();
    expect(read.map(({ detail }) => detail.section)).to.deep.equal(['s2', 's1']);
    expect(whole.length).to.equal(0);

    scrollToEnd(viewer, 's3');
    await oneEvent(viewer, 'charter-read');
    expect(read.map(({ detail }) => detail.section)).to.deep.equal(['s2', 's1', 's3']);
    expect(whole.map(({ detail }) => detail.sections)).to.deep.equal([['s1', 's2', 's3']]);
    for (const { bubbles, composed } of [...read, ...whole]) expect(bubbles && composed).to.be.true;
  });

  it('announces everything without scrolling when all of it is in view, after the charter is loaded', async () => {
    const viewer = document.createElement('charter-viewer');
    viewer.charter = smallCharter();
    const events = recordEvents(viewer, 'charter-loaded', 'charter-section-read', 'charter-read');
    const read = oneEvent(viewer, 'charter-read');
    await fixture(html`${viewer}`);
    await read;
    expect(events.map(({ type }) => type)).to.deep.equal([
      'charter-loaded',
      'charter-section-read',
      'charter-read',
    ]);
  });

  it('does not count what is on the page but hidden', async () => {
    const box = await fixture(html`<div hidden><charter-viewer></charter-viewer></div>`);
    const viewer = box.querySelector('charter-viewer')!;
    const events = recordEvents(viewer, 'charter-section-read');
    viewer.charter = smallCharter();
    await oneEvent(viewer, 'charter-loaded');
    await nextFrame();
    await nextFrame();
    expect(events.length).to.equal(0);

    box.removeAttribute('hidden');
    await oneEvent(viewer, 'charter-read');
    expect(events.length).to.equal(1);
  });

  it('counts the sections of the audience only', async () => {
    const sections = longCharter(2).sections.map((section, index) => ({
      ...section,
      audiences: [index === 0 ? ('patients' as const) : ('staff' as const)],
    }));
    const viewer = await shown<CharterViewer>(
      html`<charter-viewer audience="patients" .charter=${smallCharter({ sections })}></charter-viewer>`,
    );
    scrollToEnd(viewer, 's1');
    const { detail } = await oneEvent<CharterReadEvent>(viewer, 'charter-read');
    expect(detail.sections).to.deep.equal(['s1']);
  });

  it('goes on counting after it was moved in the page', async () => {
    const viewer = await shown<CharterViewer>(
      html`<charter-viewer .charter=${longCharter(2)}></charter-viewer>`,
    );
    const { parentElement } = viewer;
    viewer.remove();
    parentElement!.append(viewer);
    await viewer.updateComplete;
    scrollToEnd(viewer, 's1');
    const { detail } = await oneEvent<CharterSectionReadEvent>(viewer, 'charter-section-read');
    expect(detail.section).to.equal('s1');
  });

  it('stops counting out of the page', async () => {
    const viewer = await shown<CharterViewer>(
      html`<charter-viewer .charter=${longCharter(2)}></charter-viewer>`,
    );
    const events = recordEvents(viewer, 'charter-section-read');
    scrollToEnd(viewer, 's1');
    viewer.remove();
    await nextFrame();
    await nextFrame();
    expect(events.length).to.equal(0);
  });

  it('begins anew with another charter', async () => {
    const viewer = document.createElement('charter-viewer');
    viewer.charter = smallCharter();
    const first = oneEvent(viewer, 'charter-read');
    await fixture(html`${viewer}`);
    await first;
    viewer.charter = smallCharter({ title: 'Une autre' });
    const { detail } = await oneEvent<CharterReadEvent>(viewer, 'charter-read');
    expect(detail.sections).to.deep.equal(['only']);
  });
});

describe('charter-viewer: the way to a section', () => {
  let viewer: CharterViewer;
  const top = (id: string) =>
    Math.round(viewer.shadowRoot!.querySelector(`#${id} > .section-title`)!.getBoundingClientRect().top);
  const link = (id: string) => part(viewer, 'toc')!.querySelector<HTMLElement>(`a[href="#${id}"]`)!;
  /** Which section the focused title belongs to. */
  const focusedSection = () => viewer.shadowRoot!.activeElement?.parentElement?.id;

  beforeEach(async () => {
    viewer = await shown<CharterViewer>(html`<charter-viewer .charter=${longCharter(3)}></charter-viewer>`);
    viewer.style.setProperty('scroll-behavior', 'auto');
  });
  afterEach(() => history.replaceState(null, '', location.pathname + location.search));

  it('is given by the contents list, which moves the focus to its title', () => {
    link('s3').click();
    expect(focusedSection()).to.equal('s3');
    expect(focused(viewer)).to.equal('section-title');
    expect(top('s3')).to.be.within(0, 40);
    expect(location.hash).to.equal('');
  });

  it('leaves a new tab or window to the browser', () => {
    const follow = (init: MouseEventInit) => {
      const event = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ...init });
      // What the browser would do is kept from happening here, once the viewer has had its say.
      let isPrevented = false;
      addEventListener(
        'click',
        () => {
          isPrevented = event.defaultPrevented;
          event.preventDefault();
        },
        { once: true },
      );
      link('s2').dispatchEvent(event);
      return isPrevented;
    };
    expect(follow({ ctrlKey: true })).to.be.false;
    expect(follow({ metaKey: true })).to.be.false;
    expect(follow({ shiftKey: true })).to.be.false;
    expect(focusedSection()).to.be.undefined;
    expect(follow({})).to.be.true;
    expect(focusedSection()).to.equal('s2');
  });

  it('is given by goToSection(), which says whether there is such a section', () => {
    expect(viewer.goToSection('s2')).to.be.true;
    expect(focusedSection()).to.equal('s2');
    expect(viewer.goToSection('nowhere')).to.be.false;
    expect(viewer.goToSection('')).to.be.false;
    expect(viewer.goToSection('s1 > *, s2"]')).to.be.false;
    expect(focusedSection()).to.equal('s2');
  });

  it('copes with ids that are no identifiers in CSS', async () => {
    viewer.charter = guide;
    await oneEvent(viewer, 'charter-loaded');
    expect(viewer.goToSection('for.staff')).to.be.true;
    expect(focusedSection()).to.equal('for.staff');
  });

  it('follows the address of the page when it changes', async () => {
    location.hash = '#s2';
    await oneEvent(window, 'hashchange');
    expect(focusedSection()).to.equal('s2');
    expect(top('s2')).to.be.within(0, 40);
  });

  it('follows the address that the page was opened with, once the charter is there', async () => {
    history.replaceState(null, '', '#s2');
    viewer.charter = longCharter(2);
    await oneEvent(viewer, 'charter-loaded');
    expect(focusedSection()).to.equal('s2');
  });

  it('leaves an address that is the page’s own', async () => {
    const own = document.createElement('p');
    own.id = 's2';
    document.body.append(own);
    location.hash = '#s2';
    await oneEvent(window, 'hashchange');
    own.remove();
    expect(focusedSection()).to.be.undefined;
  });

  it('ignores addresses that lead nowhere or cannot be decoded', async () => {
    const errors = recordEvents(window, 'error', 'unhandledrejection');
    for (const hash of ['#/route/1', '#%E0%A4%A', '#s9']) {
      location.hash = hash;
      await oneEvent(window, 'hashchange');
      viewer.charter = longCharter(2);
      await oneEvent(viewer, 'charter-loaded');
    }
    await aTimeout(0);
    expect(errors.length).to.equal(0);
    expect(focusedSection()).to.be.undefined;
  });

  it('no longer follows the address out of the page', async () => {
    const asked: string[] = [];
    viewer.goToSection = (id) => asked.push(id) > 0;
    location.hash = '#s2';
    await oneEvent(window, 'hashchange');
    viewer.remove();
    location.hash = '#s3';
    await oneEvent(window, 'hashchange');
    expect(asked).to.deep.equal(['s2']);
  });
});
