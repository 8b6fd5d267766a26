import { expect, fixture, html } from '@open-wc/testing';
import { exportJWK, generateKeyPair } from 'jose';
import type { CharterAcknowledgement } from '../../../src/elements/acknowledgement/acknowledgement-element.ts';
import type { CharterChecklist } from '../../../src/elements/checklist/checklist-element.ts';
import { deleteDatabase } from '../../outbox/support/database.ts';
import { collectWarnings } from '../../support/warnings.ts';
import {
  acknowledgement,
  charter,
  click,
  endpoint,
  find,
  outcomeOf,
  read,
  receivedBy,
  recordOf,
  rendered,
  review,
} from './support.ts';

describe('charter-acknowledgement: disturbed between review and signing', () => {
  collectWarnings();
  // What other tests left would be listed with its names.
  beforeEach(deleteDatabase);

  for (const [how, rename] of [
    ['signer-name', (element, name) => element.setAttribute('signer-name', name)],
    ['signer', (element, name) => (element.signer = { name })],
  ] as const satisfies [string, (element: CharterAcknowledgement, name: string) => void][])
    it(`a person sees that the locked name changed by ${how}, and signs the new one only after seeing it`, async () => {
      const url = endpoint();
      const element = await acknowledgement({ endpoint: url, lockSigner: true });
      rename(element, 'Claire Martin');
      await element.updateComplete;
      find(element, '#statement-read').click();
      click(element, 'review-button');
      await rendered(element, '[part~=sign-button]');
      expect(await read(element)).to.contain('Claire Martin');
      rename(element, 'Ali Benali');
      click(element, 'sign-button');
      expect(await read(element))
        .to.contain('Ali Benali')
        .and.not.to.contain('Claire Martin');
      expect(find(element, '[part~=changed]').checkVisibility()).to.be.true;
      expect(await receivedBy(url)).to.be.empty;
      const signed = outcomeOf(element, 'charter-signed');
      click(element, 'sign-button');
      await signed;
      expect(recordOf((await receivedBy(url))[0]).signer.name).to.equal('Ali Benali');
    });

  it('a person sees that the audience changed, and signs for the new one', async () => {
    const url = endpoint();
    const element = await acknowledgement({ endpoint: url, audience: 'staff' });
    await review(element);
    element.audience = 'visitors';
    await read(element);
    expect(find(element, '[part~=changed]').checkVisibility()).to.be.true;
    const signed = outcomeOf(element, 'charter-signed');
    click(element, 'sign-button');
    await signed;
    expect(recordOf((await receivedBy(url))[0]).charter.audience).to.equal('visitors');
  });

  it('a person sees that a practice was unticked, and the old ones are not recorded', async () => {
    const url = endpoint();
    const root = await fixture<HTMLElement>(html`
      <div>
        <charter-checklist id="practices" .charter=${charter}></charter-checklist>
        <charter-acknowledgement
          checklist="practices"
          endpoint=${url}
          .charter=${charter}
        ></charter-acknowledgement>
      </div>
    `);
    const checklist = root.querySelector<CharterChecklist>('charter-checklist')!;
    const element = root.querySelector<CharterAcknowledgement>('charter-acknowledgement')!;
    await rendered(element, 'form');
    await checklist.updateComplete;
    checklist.value = ['p1', 'p2'];
    await review(element);
    expect(find(element, '[part~=review-practices]').textContent).to.contain('Seconde pratique');
    checklist.value = ['p1'];
    checklist.dispatchEvent(new Event('change', { bubbles: true }));
    expect(await read(element)).not.to.contain('Seconde pratique');
    expect(find(element, '[part~=changed]').checkVisibility()).to.be.true;
    const signed = outcomeOf(element, 'charter-signed');
    click(element, 'sign-button');
    await signed;
    expect(recordOf((await receivedBy(url))[0]).practices).to.deep.equal(['p1']);
  });

  const sharedKeys = async (changes: object = {}): Promise<string> => {
    const { publicKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
    const key = { ...(await exportJWK(publicKey)), kid: 'sealing', use: 'enc', alg: 'ECDH-ES', ...changes };
    return URL.createObjectURL(new Blob([JSON.stringify({ keys: [key] })], { type: 'application/json' }));
  };

  for (const [what, changes, keeping] of [
    ['the network goes, and reads that it is kept encrypted', {}, 'chiffré'],
    [
      'the receiver’s key is malformed, and reads that nothing can be kept',
      { x: '!' },
      'rien ne peut y être gardé',
    ],
    [
      'the receiver’s key is no key, and reads that nothing can be kept',
      { kty: 5 },
      'rien ne peut y être gardé',
    ],
  ] as const)
    it(`a person of a shared device signs though ${what}`, async () => {
      const element = await acknowledgement({
        endpoint: endpoint(),
        sharedDevice: true,
        receiptKeys: await sharedKeys(changes),
      });
      await review(element);
      element.fetcher = () => Promise.reject(new TypeError('Failed to fetch'));
      const queued = outcomeOf(element, 'charter-sign-queued');
      click(element, 'sign-button');
      await queued;
      expect((await rendered(element, '[part~=pending]')).textContent).to.contain(keeping);
    });
});
