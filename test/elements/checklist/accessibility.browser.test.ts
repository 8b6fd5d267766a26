import { elementUpdated, expect, html, nextFrame } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { CharterChecklist } from '../../../src/elements/checklist/checklist-element.ts';
import { smallCharter } from '../../support/charter.ts';
import { resized, shown } from '../../support/component.ts';
import { canResizeWindow } from '../../support/engine.ts';
import { clipped, stickingOut } from '../../support/layout.ts';
import { restoreStubs } from '../../support/stubs.ts';
import { accessibilitySuite } from '../suites/accessibility.ts';
import { states } from './states.ts';
import { box } from './support.ts';

afterEach(restoreStubs);

accessibilitySuite('charter-checklist', states);

describe('charter-checklist: accessibility', () => {
  it('keeps the practices readable while it is disabled', async () => {
    const checklist = await states['disabled']!();
    for (let node: Element | null = box(checklist, 'blur').labels![0]!; node; node = node.parentElement)
      expect(getComputedStyle(node).opacity, node.localName).to.equal('1');
  });
});

describe('charter-checklist: what is heard', () => {
  it('tells a tick once: the bar is for the eye', async () => {
    const practices = ['Une', 'Deux', 'Trois'].map((text, index) => ({ id: `p${index + 1}`, text }));
    const checklist = await shown<CharterChecklist>(
      html`<charter-checklist .charter=${smallCharter({ practices })}></charter-checklist>`,
    );
    box(checklist, 'p1').click();
    await elementUpdated(checklist);
    const root = checklist.shadowRoot!;
    const spoken = [...root.querySelectorAll('[role=status], [aria-live], progress:not([aria-hidden=true])')];
    expect(spoken.map(({ textContent }) => textContent.trim())).to.deep.equal(['1 pratique cochée sur 3']);
  });

  it('says which practices are required, without the attribute that Firefox calls invalid', async () => {
    const practices = [
      { id: 'p1', text: 'Une', required: true },
      { id: 'p2', text: 'Deux' },
    ];
    const checklist = await shown<CharterChecklist>(
      html`<charter-checklist .charter=${smallCharter({ practices })}></charter-checklist>`,
    );
    expect([box(checklist, 'p1').ariaRequired, box(checklist, 'p2').ariaRequired]).to.deep.equal([
      'true',
      null,
    ]);
    expect(checklist.shadowRoot!.querySelector('[required]')).to.be.null;
    expect(checklist.checkValidity()).to.be.false;
    box(checklist, 'p1').click();
    expect(checklist.checkValidity()).to.be.true;
  });
});

describe('charter-checklist: small windows, spaced and enlarged text', () => {
  const narrow = async (show: () => Promise<CharterChecklist>, width: string) => {
    const checklist = await show();
    checklist.parentElement!.style.setProperty('width', width);
    await nextFrame();
    await elementUpdated(checklist);
    return checklist;
  };

  if (canResizeWindow) {
    it('needs no scrolling sideways in a window of 320 pixels, 256 high', async () => {
      const size = { width: innerWidth, height: innerHeight };
      await setViewport({ width: 320, height: 256 });
      const element = await states['built-in charter']!();
      await resized(element);
      const { scrollWidth } = document.documentElement;
      const found = stickingOut(element);
      await setViewport(size);
      expect(scrollWidth).to.be.at.most(320);
      expect(found).to.deep.equal([]);
    });
  }

  it('breaks words that are wider than the window', async () => {
    const word = 'anticonstitutionnellement'.repeat(4);
    const long = smallCharter({
      practices: [{ id: 'p', group: word, text: word, why: word, required: true }],
    });
    const checklist = await narrow(
      () => shown<CharterChecklist>(html`<charter-checklist .charter=${long}></charter-checklist>`),
      '320px',
    );
    expect([...stickingOut(checklist), ...clipped(checklist)]).to.deep.equal([]);
  });
});
