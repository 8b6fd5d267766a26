import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { CharterSignedEvent } from '../../../src/events/charter-signed.ts';
import { collectWarnings } from '../../support/warnings.ts';
import {
  acknowledgement,
  click,
  endpoint,
  receivedBy,
  recordOf,
  release,
  rendered,
  review,
  sign,
} from './support.ts';
import { countEvents, startSigning, until } from './disturbances.ts';

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
    // Not a form, in which the same person would sign once more.
    await rendered(fresh, '[part~=sign-button][aria-disabled=true]');
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
