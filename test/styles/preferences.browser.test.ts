import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { LitElement } from 'lit';
import { elements } from '../elements/states.ts';
import { part } from '../support/component.ts';
import { backgroundOf, contrast } from '../support/contrast.ts';
import { isChromium } from '../support/engine.ts';
import { captureConsole, restoreStubs } from '../support/stubs.ts';

const emulate = (features: Record<string, string>) => executeServerCommand('emulate-features', features);
const show = (tag: string, state: string): Promise<LitElement> => elements[tag]![state]!();
const styleOf = (element: LitElement, selector: string, pseudo?: string): CSSStyleDeclaration =>
  getComputedStyle(element.renderRoot.querySelector(selector)!, pseudo);

/** The elements on screen that hold text of their own. */
const textHolders = (root: ParentNode): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>('*')].filter(
    (each) =>
      each.checkVisibility() &&
      each.getClientRects().length > 0 &&
      [...each.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== '',
      ),
  );

afterEach(restoreStubs);

describe('light and dark', () => {
  afterEach(() => document.documentElement.style.removeProperty('color-scheme'));

  it('follow what the page has chosen, wherever it did', async () => {
    const viewer = await show('charter-viewer', 'plain version');
    const text = () => styleOf(viewer, '.root').color;
    document.documentElement.style.colorScheme = 'light';
    expect(text()).to.equal('rgb(22, 36, 43)');
    document.documentElement.style.colorScheme = 'dark';
    expect(text()).to.equal('rgb(232, 238, 240)');
    viewer.parentElement!.style.colorScheme = 'light';
    expect(text()).to.equal('rgb(22, 36, 43)');
  });
});

// Only Chromium lets a test ask the system for these.
if (isChromium) {
  describe('more contrast', () => {
    before(() => emulate({ 'prefers-contrast': 'more' }));
    after(() => emulate({}));

    it('makes text, lines, borders and the ring stronger', async () => {
      const element = await show('charter-acknowledgement', 'form');
      expect(styleOf(element, '.root').color).to.equal('rgb(0, 0, 0)');
      expect(styleOf(element, '.muted').color).to.equal('rgb(0, 0, 0)');
      expect(styleOf(element, 'input').borderTopColor).to.equal('rgb(0, 0, 0)');
      expect(styleOf(element, '.statement').borderTopColor).to.equal('rgb(0, 0, 0)');
      element.renderRoot.querySelector('input')!.focus();
      expect(styleOf(element, 'input').outlineWidth).to.equal('4px');
    });

    it('frames notices in their full tone', async () => {
      const element = await show('charter-acknowledgement', 'pending');
      const tone = styleOf(element, '.notice .tone').color;
      expect(styleOf(element, '.notice').borderTopColor).to.equal(tone);
    });

    it('keeps the colours of a page’s own text', async () => {
      const element = await show('charter-checklist', 'some ticked');
      element.style.setProperty('--charter-palette-neutral', 'rgb(0, 0, 90)');
      expect(styleOf(element, '.muted').color).to.equal('rgb(0, 0, 90)');
    });
  });

  describe('forced colours', () => {
    before(() => emulate({ 'forced-colors': 'active' }));
    after(() => emulate({}));

    /** What the system's own colour is here, as it is computed. */
    async function system(colour: string): Promise<string> {
      const probe = await fixture(html`<p style="forced-color-adjust: none; color: ${colour}"></p>`);
      return getComputedStyle(probe).color;
    }

    it('leave boxes and buttons to the system', async () => {
      const element = await show('charter-acknowledgement', 'form');
      expect(styleOf(element, '[type=checkbox]').appearance).to.equal('auto');
      expect(styleOf(element, '.primary').borderTopWidth).to.equal('2px');
      expect(styleOf(element, '.primary').borderTopColor).to.equal(await system('ButtonText'));
    });

    for (const [tag, states] of Object.entries(elements)) {
      it(`let every text of ${tag} be read, in every state`, async () => {
        captureConsole('error');
        for (const [name, reach] of Object.entries(states)) {
          const faint: string[] = [];
          for (const each of textHolders((await reach()).renderRoot)) {
            const { color, opacity } = getComputedStyle(each);
            const isOff = each.matches('[aria-disabled=true], :disabled');
            if (!isOff && (opacity !== '1' || contrast(color, backgroundOf(each)) < 4.5))
              faint.push(each.outerHTML);
          }
          expect(faint, name).to.deep.equal([]);
          fixtureCleanup();
        }
      });
    }

    it('keep a frame around notices, and the network and the answer that are chosen told apart', async () => {
      captureConsole('error');
      const failed = await show('charter-viewer', 'failure');
      expect(styleOf(failed, '.notice').borderTopWidth).to.equal('1px');
      expect(styleOf(failed, '.notice').borderTopColor).not.to.equal(
        styleOf(failed, '.notice').backgroundColor,
      );
      const element = await show('charter-privacy-walkthrough', 'half done');
      const highlight = await system('Highlight');
      for (const selector of ['.networks [aria-current]', '.choice:has(:checked)'])
        expect(styleOf(element, selector).borderTopColor, selector).to.equal(highlight);
    });

    it('show progress in colours of the system', async () => {
      const element = await show('charter-checklist', 'some ticked');
      expect(styleOf(element, 'progress').backgroundColor).to.equal(await system('Canvas'));
      expect(styleOf(element, 'progress').borderTopColor).to.equal(await system('CanvasText'));
    });

    it('grey out what cannot be used', async () => {
      const element = await show('charter-checklist', 'disabled');
      expect(getComputedStyle(part(element, 'clear-button')!).color).to.equal(await system('GrayText'));
      expect(getComputedStyle(part(element, 'clear-button')!).opacity).to.equal('1');
    });
  });

  describe('less motion', () => {
    afterEach(() => emulate({}));

    it('stops what turns and what fades', async () => {
      const element = await show('charter-viewer', 'loading');
      const turning = () => styleOf(element, '.loading', '::before').animationName;
      const fading = () => getComputedStyle(element).getPropertyValue('--_motion');
      expect([turning(), fading()]).to.deep.equal(['turn', '0.15s']);
      await emulate({ 'prefers-reduced-motion': 'reduce' });
      expect([turning(), fading()]).to.deep.equal(['none', '0s']);
    });
  });
}
