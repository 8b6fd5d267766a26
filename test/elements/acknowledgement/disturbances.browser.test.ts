import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { exportJWK, generateKeyPair } from 'jose';
import type { CharterAcknowledgement } from '../../../src/elements/acknowledgement/acknowledgement-element.ts';
import type { CharterChecklist } from '../../../src/elements/checklist/checklist-element.ts';
import type { CharterSignedEvent } from '../../../src/events/charter-signed.ts';
import { collectWarnings } from '../../support/warnings.ts';
import {
  acknowledgement,
  charter,
  click,
  endpoint,
  find,
  receivedBy,
  release,
  rendered,
  review,
  sign,
} from './support.ts';
import { startSigning, countEvents, recordOf, until } from './disturbances.ts';

describe('charter-acknowledgement: disturbed while it sends', () => {
  collectWarnings();

  it('a person sees the receipt where the element was moved meanwhile, and the page hears of it once', async () => {
    const url = endpoint('held-201');
    const element = await startSigning(url);
    const heard = countEvents(element, 'charter-signed');
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.append(element);
    await release(url);
    await rendered(element, '[part~=receipt]');
    expect(element.matches(':state(signed)')).to.be.true;
    expect(heard).to.have.length(1);
  });

  it('a person sees the receipt where the element was taken away and put back after the answer', async () => {
    const url = endpoint('held-201');
    const element = await startSigning(url);
    const heard = countEvents(element, 'charter-signed');
    const place = element.parentElement!;
    element.remove();
    await release(url);
    // Nobody may hear of it yet: the element is nowhere.
    await fetch(url.replace(/\?.*/, ''));
    place.append(element);
    await rendered(element, '[part~=receipt]');
    await until(() => heard.length > 0);
    expect(heard).to.have.length(1);
    expect(await receivedBy(url)).to.have.length(1);
  });

  it('a person sees the receipt in a new element for the same charter, and does not sign twice', async () => {
    const url = endpoint('held-201');
    const element = await startSigning(url);
    const lost = countEvents(element, 'charter-signed');
    element.remove();
    const heard = countEvents(document, 'charter-signed');
    const fresh = await acknowledgement({ endpoint: url });
    await release(url);
    await rendered(fresh, '[part~=receipt]');
    expect([heard.length, lost.length]).to.deep.equal([1, 0]);
    expect(heard[0]!.target).to.equal(fresh);
    expect(await receivedBy(url)).to.have.length(1);
  });

  it('a person sees the receipt of the endpoint that took it, though the address changed meanwhile', async () => {
    const [url, other] = [endpoint('held-201'), endpoint()];
    const element = await startSigning(url);
    element.endpoint = other;
    const signed = oneEvent(element, 'charter-signed') as unknown as Promise<CharterSignedEvent>;
    await release(url);
    const { detail } = await signed;
    await rendered(element, '[part~=receipt]');
    expect(recordOf((await receivedBy(url))[0]).id).to.equal(detail.record.id);
    expect(await receivedBy(other)).to.be.empty;
  });

  it('a person leaves «Envoi…» within the timeout and a second, though the page’s own fetch never answers', async () => {
    const element = await acknowledgement({
      endpoint: endpoint(),
      timeout: 300,
      fetcher: () => new Promise<Response>(() => undefined),
    });
    await review(element);
    const queued = oneEvent(element, 'charter-sign-queued');
    const start = performance.now();
    click(element, 'sign-button');
    await rendered(element, '[part~=pending]');
    expect(performance.now() - start).to.be.lessThan(2_300);
    await queued;
    element.fetcher = (...request) => fetch(...request);
    await element.updateComplete;
    const signed = oneEvent(element, 'charter-signed');
    click(element, 'retry-button');
    await signed;
  });

  it('a person leaves «Envoi…» though the page never keeps its promise of an answer', async () => {
    const element = await acknowledgement({ endpoint: endpoint(), timeout: 300 });
    element.addEventListener('charter-sign-request', (event) => {
      event.preventDefault();
      event.detail.respondWith(new Promise(() => undefined));
    });
    await sign(element, 'charter-sign-queued');
    await rendered(element, '[part~=pending]');
  });
});

describe('charter-acknowledgement: disturbed between review and signing', () => {
  collectWarnings();

  it('a person sees that the locked name changed, and signs the new one only after seeing it', async () => {
    const url = endpoint();
    const element = await acknowledgement({
      endpoint: url,
      lockSigner: true,
      signer: { name: 'Claire Martin' },
    });
    await element.updateComplete;
    find(element, '#statement-read').click();
    click(element, 'review-button');
    await rendered(element, '[part~=sign-button]');
    element.signer = { name: 'Ali Benali' };
    click(element, 'sign-button');
    await rendered(element, '[part~=changed]');
    expect(find(element, '[part~=summary] ~ [part~=summary]').textContent).to.contain('Ali Benali');
    expect(await receivedBy(url)).to.be.empty;
    const signed = oneEvent(element, 'charter-signed');
    click(element, 'sign-button');
    await signed;
    expect(recordOf((await receivedBy(url))[0]).signer.name).to.equal('Ali Benali');
  });

  it('a person sees that the audience changed, and signs for the new one', async () => {
    const url = endpoint();
    const element = await acknowledgement({ endpoint: url, audience: 'staff' });
    await review(element);
    element.audience = 'visitors';
    await rendered(element, '[part~=changed]');
    const signed = oneEvent(element, 'charter-signed');
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
    await rendered(element, '[part~=changed]');
    expect(find(element, '[part~=review-practices]').textContent).not.to.contain('Seconde pratique');
    const signed = oneEvent(element, 'charter-signed');
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
      const queued = oneEvent(element, 'charter-sign-queued');
      click(element, 'sign-button');
      await queued;
      expect((await rendered(element, '[part~=pending]')).textContent).to.contain(keeping);
    });
});
