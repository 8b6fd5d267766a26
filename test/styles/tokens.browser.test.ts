import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { elements } from '../elements/states.ts';
import { part, resized } from '../support/component.ts';
import { describedElements } from '../support/manifest.ts';
import { captureConsole, restoreStubs } from '../support/stubs.ts';

const described = await describedElements();

/** A value that no default is, of the kind that a token takes. */
function tellingValue(name: string): string {
  if (/-(color|background)$|-palette-/.test(name)) return 'rgb(1, 2, 3)';
  if (/font-family$/.test(name)) return 'monospace';
  if (/font-weight$/.test(name)) return '123';
  if (/(line-height|scale)$/.test(name)) return '3';
  if (/border$/.test(name)) return '7px solid rgb(1, 2, 3)';
  if (/motion$/.test(name)) return '7s';
  return '7px';
}

const watched = [
  'color background-color border-top-color border-top-width border-top-left-radius outline-color outline-width',
  'font-family font-size font-weight line-height padding-top padding-left margin-top min-height max-width',
  'grid-template-columns flex-basis scroll-margin-top top stroke --_motion',
].flatMap((names) => names.split(' '));

/** Everything that a token may change in an element. */
function lookOf({ renderRoot }: LitElement): string {
  return [...renderRoot.querySelectorAll('*')]
    .map((each) => {
      const style = getComputedStyle(each);
      return watched.map((name) => style.getPropertyValue(name)).join();
    })
    .join('\n');
}

describe('tokens', () => {
  beforeEach(() => captureConsole('error'));
  afterEach(restoreStubs);

  const unseen = new Map<string, Set<string>>();

  for (const [tag, states] of Object.entries(elements)) {
    it(`of ${tag}: its own change what is computed in some state`, async () => {
      const names = new Set(described.get(tag)!.cssProperties.map(({ name }) => name));
      for (const show of Object.values(states)) {
        const element = await show();
        element.parentElement!.style.setProperty('width', '1200px');
        await resized(element);
        element.renderRoot.querySelector<HTMLElement>('input, button, a[href]')?.focus();
        const before = lookOf(element);
        for (const name of names) {
          element.style.setProperty(name, tellingValue(name));
          if (lookOf(element) !== before) names.delete(name);
          element.style.removeProperty(name);
        }
        if (names.size === 0) break;
      }
      unseen.set(tag, names);
      const isOwn = (name: string): boolean =>
        ![...described.values()].every(({ cssProperties }) =>
          cssProperties.some((other) => other.name === name),
        );
      expect([...names].filter(isOwn)).to.deep.equal([]);
    });
  }

  it('that all share change what is computed in some element', () => {
    const sets = [...unseen.values()];
    expect(sets.length).to.equal(Object.keys(elements).length);
    expect([...sets[0]!].filter((name) => sets.every((names) => names.has(name)))).to.deep.equal([]);
  });

  it('of a tier fall back to the tier above', async () => {
    const element = await elements['charter-acknowledgement']!['review']!();
    const fill = () => getComputedStyle(part(element, 'sign-button')!).backgroundColor;
    element.style.setProperty('--charter-palette-primary', 'rgb(1, 1, 1)');
    expect(fill()).to.equal('rgb(1, 1, 1)');
    element.style.setProperty('--charter-accent-color', 'rgb(2, 2, 2)');
    expect(fill()).to.equal('rgb(2, 2, 2)');
    element.style.setProperty('--charter-acknowledgement-sign-button-background', 'rgb(3, 3, 3)');
    expect(fill()).to.equal('rgb(3, 3, 3)');
  });
});
