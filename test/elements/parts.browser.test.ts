import { expect, fixtureCleanup } from '@open-wc/testing';
import { describedElements } from '../support/manifest.ts';
import { captureConsole, restoreStubs } from '../support/stubs.ts';
import { elements } from './states.ts';

const described = await describedElements();

describe('parts and slots', () => {
  beforeEach(() => captureConsole('error'));
  afterEach(restoreStubs);

  for (const [tag, states] of Object.entries(elements)) {
    it(`${tag}: each is documented, and what is documented is met in some state`, async () => {
      const parts = new Set<string>();
      const slots = new Set<string>();
      for (const show of Object.values(states)) {
        const root = (await show()).renderRoot;
        for (const element of root.querySelectorAll('[part]'))
          element.part.forEach((name) => parts.add(name));
        for (const slot of root.querySelectorAll('slot')) slots.add(slot.name);
        // What another state changes on the page scrolls it, which is a gesture to the one that waits for none.
        fixtureCleanup();
      }
      const { cssParts, slots: documented } = described.get(tag)!;
      // These two come between two elements of a page: other tests meet them.
      const elsewhere = ['practices', 'checklist-button'];
      const listed = cssParts.map(({ name }) => name).filter((name) => !elsewhere.includes(name));
      expect([...parts].sort()).to.deep.equal(listed.sort());
      for (const name of slots) expect(documented.map((slot) => slot.name)).to.contain(name);
    });
  }
});
