import { fixture, html } from '@open-wc/testing';
import { charterURL } from '../../support/charter.ts';
import { watchFetch } from '../../support/stubs.ts';
import { acknowledgement, charter, click, endpoint, find, rendered, review, sign } from './support.ts';
import type { CharterAcknowledgement } from '../../../src/elements/acknowledgement/acknowledgement-element.ts';

/** Every state that a person can meet. Each with an endpoint of its own: other tests leave records on the device. */
export const states: Record<string, () => Promise<CharterAcknowledgement>> = {
  form: () =>
    acknowledgement({ fields: 'id email? role department', allowDecline: true, endpoint: endpoint() }),
  'locked identity': () => acknowledgement({ signer: { name: 'Claire Martin' }, lockSigner: true }),
  'dry run': () => acknowledgement({ dryRun: true }),
  faults: async () => {
    const element = await acknowledgement({ endpoint: endpoint() });
    click(element, 'review-button');
    await rendered(element, '[part~=fault]');
    return element;
  },
  review: async () => {
    const element = await acknowledgement({ endpoint: endpoint() });
    await review(element);
    find<HTMLDetailsElement>(element, 'details').open = true;
    return element;
  },
  declining: async () => {
    const element = await acknowledgement({ allowDecline: true, endpoint: endpoint() });
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
  'with a checklist, on a shared device': async () => {
    const page = await fixture(
      html`<div>
        <charter-checklist id="practices" .charter=${charter} .value=${['p1']}></charter-checklist>
        <charter-acknowledgement
          shared-device
          checklist="practices"
          .charter=${charter}
        ></charter-acknowledgement>
      </div>`,
    );
    const element = page.querySelector('charter-acknowledgement')!;
    await rendered(element, '[part~=wipe-button]');
    return element;
  },
  'another one waiting': async () => {
    const element = await acknowledgement({ endpoint: endpoint('503') });
    await sign(element, 'charter-sign-queued');
    (await rendered(element, '[part~=restart-button]')).click();
    await rendered(element, '[part~=unsent]');
    return element;
  },
  loading: () => {
    watchFetch().hold(charterURL('guide.fr.json'));
    return fixture(
      html`<charter-acknowledgement src="${charterURL('guide.fr.json')}?held"
        ><p>Secours</p></charter-acknowledgement
      >`,
    );
  },
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
