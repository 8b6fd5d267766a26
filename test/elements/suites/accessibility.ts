import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { accessibilityFindings } from '../../support/axe.ts';
import { resized } from '../../support/component.ts';
import { Kinds } from '../../support/kinds-of-text.ts';
import { clipped, smallTargets, spaceText, stickingOut } from '../../support/layout.ts';
import { captureConsole, restoreStubs } from '../../support/stubs.ts';

/**
 * What holds of every state of an element. Each is brought up once and looked at in every way: to get there takes longer
 * than to look.
 */
export function accessibilitySuite(
  tag: string,
  states: Readonly<Record<string, () => Promise<LitElement>>>,
): void {
  describe(`${tag}: accessibility of every state`, () => {
    const dark = new Kinds();
    const root = document.documentElement;
    beforeEach(() => captureConsole('error'));
    afterEach(() => {
      restoreStubs();
      root.style.removeProperty('color-scheme');
    });

    for (const [name, show] of Object.entries(states)) {
      it(`${name}: axe finds nothing in light and dark, and all fits, spaced and enlarged, with targets of 24 pixels`, async () => {
        const element = await show();
        const found: string[] = [];
        const note = (look: string, problems: readonly string[]): void =>
          void found.push(...problems.map((problem) => `${look}: ${problem}`));
        const atWidth = async (width: number, fontSize = ''): Promise<void> => {
          element.parentElement!.style.setProperty('width', `${width}px`);
          element.style.setProperty('font-size', fontSize);
          await resized(element);
        };

        root.style.setProperty('color-scheme', 'light');
        note('light', await accessibilityFindings(element));
        root.style.setProperty('color-scheme', 'dark');
        note('dark', await accessibilityFindings(element, dark));

        await atWidth(320);
        note('320 pixels', stickingOut(element));
        const restore = spaceText(element.localName);
        await resized(element);
        note('320 pixels, spaced text', [...stickingOut(element), ...clipped(element)]);
        restore();
        await atWidth(640, '200%');
        note('text twice as large', [...stickingOut(element), ...clipped(element)]);
        // The smallest text that pages of intranets are set in.
        await atWidth(320, '13px');
        note('smaller than 24 pixels', smallTargets(element));
        expect(found).to.deep.equal([]);
      });
    }
  });
}
