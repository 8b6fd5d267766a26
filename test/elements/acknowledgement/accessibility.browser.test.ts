import { expect } from '@open-wc/testing';
import { expectAccessible, schemes } from '../../support/axe.ts';
import { states } from './states.ts';
import { acknowledgement, click, endpoint, find, rendered, review } from './support.ts';

describe('charter-acknowledgement: accessibility', () => {
  for (const scheme of schemes) {
    describe(scheme, () => {
      before(() => document.documentElement.style.setProperty('color-scheme', scheme));
      after(() => document.documentElement.style.removeProperty('color-scheme'));

      for (const [name, show] of Object.entries(states)) {
        it(`has no fault that axe finds: ${name}`, async () => {
          await expectAccessible(await show(), scheme);
        });
      }
    });
  }

  for (const [name, show] of Object.entries(states)) {
    it(`fits in 320 pixels: ${name}`, async () => {
      const element = await show();
      element.parentElement!.style.setProperty('width', '320px');
      await element.updateComplete;
      const limit = element.getBoundingClientRect().right + 0.5;
      const wide = [
        ...element.shadowRoot!.querySelectorAll<HTMLElement>('*:not(.visually-hidden, dialog, dialog *)'),
      ].filter((child) => child.getBoundingClientRect().right > limit);
      expect(wide.map((child) => child.outerHTML.slice(0, 80))).to.deep.equal([]);
    });
  }

  it('has a target of 24 pixels for everything that is pressed', async () => {
    const element = await acknowledgement({ allowDecline: true });
    for (const control of element.shadowRoot!.querySelectorAll<HTMLElement>('button, input')) {
      const { width, height } = control.getBoundingClientRect();
      expect(Math.min(width, height), control.outerHTML.slice(0, 80)).to.be.at.least(24);
    }
  });

  it('announces a result to a person who is elsewhere in the page', async () => {
    const element = await acknowledgement({ endpoint: endpoint() });
    const elsewhere = document.createElement('button');
    document.body.append(elsewhere);
    await review(element);
    elsewhere.focus();
    click(element, 'sign-button');
    await rendered(element, '[part~=receipt]');
    const status = find(element, '[role=status]');
    while (!status.textContent.includes('enregistrée')) await element.updateComplete.then(() => undefined);
    expect(document.activeElement).to.equal(elsewhere);
    elsewhere.remove();
  });

  it('leads to the result a person who is in the form', async () => {
    const element = await acknowledgement({ endpoint: endpoint() });
    await review(element);
    find(element, '[part~=sign-button]').focus();
    click(element, 'sign-button');
    const title = await rendered(element, '.result-title:focus');
    expect(title.textContent).to.contain('enregistrée');
  });
});
