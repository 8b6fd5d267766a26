import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { violationsOf } from '../../support/axe.ts';
import { contrast, groundOf } from '../../support/contrast.ts';
import { isChromium } from '../../support/engine.ts';
import { Kinds, textsOf } from '../../support/kinds-of-text.ts';
import { captureConsole, restoreStubs } from '../../support/stubs.ts';
import { elements } from '../../elements/states.ts';

/** The themes of the demo, the elements' own look, and what each promises for text. */
const themes: Readonly<Record<string, number>> = {
  none: 4.5,
  neutral: 4.5,
  'university-hospital': 4.5,
  'regional-group': 4.5,
  'high-contrast': 7,
};

/** What has to be made out to be used (WCAG 1.4.11). */
const leastOfControls = 3;

function useTheme(name: string, scheme: string): void {
  const root = document.documentElement;
  root.dataset['theme'] = name;
  root.style.colorScheme = scheme;
}

/** Fields, boxes and buttons whose frame, or fill, cannot be told from what is around them. */
function faintControls({ renderRoot }: LitElement): string[] {
  return (
    [...renderRoot.querySelectorAll<HTMLElement>('button:not(.quiet), input, textarea')]
      .filter((control) => control.getClientRects().length > 0 && !control.matches(':disabled, [type=file]'))
      // What a network's button is, its words tell; the frame of the one that is open is checked.
      .filter((control) => !control.matches('.networks button:not([aria-current])'))
      .flatMap((control) => {
        const { borderTopColor, backgroundColor } = getComputedStyle(control);
        const ground = groundOf(control);
        const found = Math.max(contrast(borderTopColor, ground), contrast(backgroundColor, ground));
        return found < leastOfControls ? [`${control.outerHTML.slice(0, 80)} ${found.toFixed(2)}`] : [];
      })
  );
}

/** The ring around what has the focus, where it cannot be told from what is around it. */
function faintFocus({ renderRoot }: LitElement, kinds: Kinds): string[] {
  const stops = renderRoot.querySelectorAll<HTMLElement>('button, input, textarea, a[href], summary, pre');
  return kinds.unmet(stops, 'focus').flatMap((stop) => {
    stop.focus({ focusVisible: true, preventScroll: true });
    if (!stop.matches(':focus-visible')) return [];
    const { outlineColor, outlineStyle, outlineWidth } = getComputedStyle(stop);
    const found = contrast(outlineColor, groundOf(stop));
    const isSeen = outlineStyle === 'solid' && parseFloat(outlineWidth) >= 3 && found >= leastOfControls;
    return isSeen
      ? []
      : [`${stop.outerHTML.slice(0, 80)} ${outlineWidth} ${outlineStyle} ${found.toFixed(2)}`];
  });
}

/**
 * Computes every state of an element in every theme of the demo, light and dark. A kind of text or of focus that was judged
 * in a theme is not judged again in it: most of a state is what the one before had. One file each: it takes its time.
 */
export function contrastSuite(tag: keyof typeof elements): void {
  // A ratio is the same in every engine: one computes it.
  if (!isChromium) return;

  describe(`contrast of the themes, ${tag}`, () => {
    const sheets: HTMLLinkElement[] = [];

    before(async () => {
      for (const name of Object.keys(themes).slice(1)) {
        const link = document.createElement('link');
        link.rel = 'stylesheet';
        link.href = `/demo/themes/${name}.css`;
        const loaded = new Promise((resolve, reject) => {
          link.onload = resolve;
          link.onerror = () => reject(new Error(`${link.href} is not there`));
        });
        document.head.append(link);
        sheets.push(link);
        await loaded;
      }
    });
    after(() => {
      for (const sheet of sheets) sheet.remove();
      document.documentElement.removeAttribute('data-theme');
      document.documentElement.style.removeProperty('color-scheme');
    });
    beforeEach(() => captureConsole('error'));
    afterEach(restoreStubs);

    const looks = Object.entries(themes).flatMap(([theme, least]) =>
      ['light', 'dark'].map((scheme) => {
        return {
          theme,
          scheme,
          rule: least > 4.5 ? 'color-contrast-enhanced' : 'color-contrast',
          kinds: new Kinds(),
        };
      }),
    );

    for (const [name, show] of Object.entries(elements[tag]!)) {
      it(`${name}: text, controls and focus in every theme, light and dark`, async () => {
        const element = await show();
        const found: string[] = [];
        for (const { theme, scheme, rule, kinds } of looks) {
          useTheme(theme, scheme);
          const texts = kinds.unmet(textsOf(element), 'text');
          const problems = [
            ...(await violationsOf(texts, { runOnly: [rule], rules: { [rule]: { enabled: true } } })),
            ...faintControls(element),
            ...faintFocus(element, kinds),
          ];
          found.push(...problems.map((problem) => `${theme}, ${scheme}: ${problem}`));
        }
        expect(found).to.deep.equal([]);
      });
    }

    it('every theme was asked for the texts of every state', () => {
      for (const { theme, kinds } of looks)
        expect(kinds.asked, theme).to.be.above(Object.keys(elements[tag]!).length);
    });
  });
}
