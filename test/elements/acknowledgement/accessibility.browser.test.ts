import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/axe.ts';
import { acknowledgement, charter, click, endpoint, find, rendered, review, sign } from './support.ts';
import type { CharterAcknowledgement } from '../../../src/elements/acknowledgement/acknowledgement-element.ts';

/** Every state that a person can meet. */
const states: Record<string, () => Promise<CharterAcknowledgement>> = {
  form: () =>
    acknowledgement({ fields: 'id email? role department', allowDecline: true, endpoint: endpoint() }),
  'locked identity': () => acknowledgement({ signer: { name: 'Claire Martin' }, lockSigner: true }),
  'dry run': () => acknowledgement({ dryRun: true }),
  faults: async () => {
    const element = await acknowledgement();
    click(element, 'review-button');
    await rendered(element, '[part~=fault]');
    return element;
  },
  review: async () => {
    const element = await acknowledgement();
    await review(element);
    find<HTMLDetailsElement>(element, 'details').open = true;
    return element;
  },
  declining: async () => {
    const element = await acknowledgement({ allowDecline: true });
    click(element, 'decline-button');
    await rendered(element, '#reason');
    return element;
  },
  sending: async () => {
    const element = await acknowledgement({ endpoint: endpoint('hang') });
    await review(element);
    click(element, 'sign-button');
    await rendered(element, '[part~=sign-button][aria-disabled=true]');
    return element;
  },
  signed: () => afterSigning('201', 'charter-signed', '[part~=receipt]'),
  pending: () => afterSigning('503', 'charter-sign-queued', '[part~=pending]'),
  'sign-in needed': () => afterSigning('401', 'charter-sign-queued', '[part~=pending]'),
  outdated: () => afterSigning('409:charter-outdated', 'charter-sign-failed', '[part~=outdated]'),
  refused: () => afterSigning('422', 'charter-sign-failed', '[part~=failure]'),
  'signed before': () => acknowledgement({ signedVersion: '1.0.0', signedAt: '2026-03-01' }),
  'to be signed again': () => acknowledgement({ signedVersion: '0.9' }),
  'invalid charter': () => acknowledgement({ charter: { ...charter, title: '' } as never }),
};

async function afterSigning(
  answers: string,
  event: string,
  selector: string,
): Promise<CharterAcknowledgement> {
  const element = await acknowledgement({ endpoint: endpoint(answers) });
  await sign(element, event);
  await rendered(element, selector);
  return element;
}

describe('charter-acknowledgement: accessibility', () => {
  for (const scheme of ['light', 'dark']) {
    describe(scheme, () => {
      before(() => document.documentElement.style.setProperty('color-scheme', scheme));
      after(() => document.documentElement.style.removeProperty('color-scheme'));

      for (const [name, show] of Object.entries(states)) {
        it(`has no fault that axe finds: ${name}`, async () => {
          await expectAccessible(await show());
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
      const wide = [...element.shadowRoot!.querySelectorAll<HTMLElement>('*:not(.visually-hidden)')].filter(
        (child) => child.getBoundingClientRect().right > limit,
      );
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
