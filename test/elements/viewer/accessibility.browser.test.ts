import { expect, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { CharterViewer } from '../../../src/elements/viewer/viewer-element.ts';
import { expectAccessible } from '../../support/axe.ts';
import { part, resized, shown } from '../../support/component.ts';
import { canResizeWindow } from '../../support/engine.ts';
import { clipped, stickingOut } from '../../support/layout.ts';
import { restoreStubs } from '../../support/stubs.ts';
import { accessibilitySuite } from '../suites/accessibility.ts';
import { guide, states } from './states.ts';

afterEach(restoreStubs);

accessibilitySuite('charter-viewer', states);

describe('charter-viewer: accessibility', () => {
  it('has no fault that axe finds while a button or a title has the focus', async () => {
    const viewer = await states['plain version']!();
    viewer.goToSection('secrecy');
    await expectAccessible(viewer);
    part(viewer, 'plain-button')!.focus();
    await expectAccessible(viewer);
  });
});

describe('charter-viewer: small windows, spaced and enlarged text', () => {
  /** At this width, whatever the browser’s window. */
  const narrow = async (show: () => Promise<CharterViewer>, width: string) => {
    const viewer = await show();
    viewer.parentElement!.style.setProperty('width', width);
    await resized(viewer);
    return viewer;
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

  it('breaks words and addresses that are wider than the window', async () => {
    const word = 'anticonstitutionnellement'.repeat(4);
    const charter = {
      ...guide,
      title: word,
      sections: [{ ...guide.sections[0]!, title: word, body: [{ type: 'paragraph' as const, text: word }] }],
      practices: [{ id: 'p', group: word, text: word, why: word }],
      sources: [{ title: word, href: `https://hopital.example/${word}` }],
    };
    const show = () => shown<CharterViewer>(html`<charter-viewer .charter=${charter}></charter-viewer>`);
    const viewer = await narrow(show, '320px');
    part(viewer, 'toc')!.querySelector('details')!.open = true;
    expect([...stickingOut(viewer), ...clipped(viewer)]).to.deep.equal([]);
  });
});
