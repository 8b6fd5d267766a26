import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { CharterAcknowledgement } from '../../../src/elements/acknowledgement/acknowledgement-element.ts';
import type { CharterSignedEvent } from '../../../src/events/charter-signed.ts';
import type { CharterSignQueuedEvent } from '../../../src/events/charter-sign-queued.ts';
import { deleteDatabase, putRaw } from '../../outbox/support/database.ts';
import { collectWarnings } from '../../support/warnings.ts';
import {
  acknowledgement,
  charter,
  click,
  endpoint,
  find,
  read,
  receivedBy,
  recordOf,
  release,
  rendered,
  review,
  sign,
} from './support.ts';

/** Signs, and stops where the record is at the endpoint. */
async function startSigning(url: string): Promise<CharterAcknowledgement> {
  const element = await acknowledgement({ endpoint: url });
  await review(element);
  click(element, 'sign-button');
  await rendered(element, '[part~=sign-button][aria-disabled=true]');
  while ((await receivedBy(url)).length === 0) await new Promise(requestAnimationFrame);
  return element;
}

function countEvents(target: EventTarget, name: string): Event[] {
  const events: Event[] = [];
  target.addEventListener(name, (event) => events.push(event));
  return events;
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise(requestAnimationFrame);
}

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

describe('charter-acknowledgement: disturbed while it waits', () => {
  collectWarnings();
  beforeEach(deleteDatabase);
  const another = { ...charter, id: 'another-charter', title: 'Autre charte' };
  const later = { ...charter, version: '2.0.0' };

  for (const [what, charters] of [
    ['the first', [charter, another]],
    ['the second', [another, charter]],
  ] as const)
    it(`a person sees the signature of each of two charters with one endpoint in its own element, ${what} one shown first`, async () => {
      const url = endpoint('503,503,503,503,201');
      const [first, second] = [
        await acknowledgement({ endpoint: url }),
        await acknowledgement({ endpoint: url, charter: another }),
      ];
      await second.updateComplete;
      await sign(first, 'charter-sign-queued');
      await sign(second, 'charter-sign-queued');
      first.remove();
      second.remove();
      const heard = countEvents(document, 'charter-signed') as CharterSignedEvent[];
      const elements: CharterAcknowledgement[] = [];
      for (const each of charters) elements.push(await acknowledgement({ endpoint: url, charter: each }));
      for (const element of elements) await rendered(element, '[part~=pending], [part~=receipt]');
      while (heard.length < 2) {
        elements[0]!.shadowRoot!.querySelector<HTMLElement>('[part~=retry-button]')?.click();
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      expect(heard.map(({ target, detail }) => [target, detail.record.charter.id])).to.have.deep.members(
        elements.map((element, index) => [element, charters[index]!.id]),
      );
      for (const [index, element] of elements.entries())
        expect(await read(element)).to.contain(`Charte ${charters[index]!.title}`);
    });

  it('a person sees the form of a new version, and the old signature only in the list of others', async () => {
    const url = endpoint('503');
    const element = await acknowledgement({ endpoint: url });
    await sign(element, 'charter-sign-queued');
    await rendered(element, '[part~=pending]');
    element.charter = later;
    await rendered(element, 'form');
    expect(element.shadowRoot!.querySelector('[part~=pending]')).to.be.null;
    expect(find(element, '[part~=others]').textContent).to.contain('version 1.0.0');
  });

  it('a person of the new version hears nothing of the old one, which the page is told', async () => {
    const url = endpoint('503,201');
    const element = await acknowledgement({ endpoint: url });
    const { detail } = await sign<CharterSignQueuedEvent>(element, 'charter-sign-queued');
    element.charter = later;
    await rendered(element, '[part~=send-button]');
    const wrong = countEvents(element, 'charter-signed');
    const told = oneEvent(document, 'charter-signed') as unknown as Promise<CharterSignedEvent>;
    click(element, 'send-button');
    expect((await told).detail.record.id).to.equal(detail.record.id);
    expect(wrong).to.be.empty;
    expect(element.matches(':state(signed)')).to.be.false;
  });

  it('a signature for sign of /a/ never goes to sign of /b/, where it is listed with its address', async () => {
    const base = document.createElement('base');
    base.href = '/scripted/a/';
    document.head.append(base);
    try {
      const relative = `${crypto.randomUUID()}?answers=503`;
      const first = await acknowledgement({ endpoint: relative });
      await sign(first, 'charter-sign-queued');
      first.remove();
      base.href = '/scripted/b/';
      const second = await acknowledgement({ endpoint: relative });
      const others = await rendered(second, '[part~=others]');
      expect(others.textContent).to.contain(new URL(`/scripted/a/${relative}`, location.origin).href);
      expect(second.shadowRoot!.querySelector('[part~=pending]')).to.be.null;
      expect(await receivedBy(`/scripted/a/${relative}`)).to.have.length(1);
      expect(await receivedBy(`/scripted/b/${relative}`)).to.be.empty;
      second.remove();
    } finally {
      base.remove();
    }
  });

  for (const [what, message] of [
    ['null', null],
    ['a text', 'signed'],
    ['something of another version', { endpoint: 5, answer: { kind: 'signed' } }],
  ] as const)
    it(`a person signs though another tab said ${what}`, async () => {
      const element = await acknowledgement({ endpoint: endpoint('503,201') });
      await sign(element, 'charter-sign-queued');
      const channel = new BroadcastChannel('charter-elements-outbox');
      channel.postMessage(message);
      await rendered(element, '[part~=retry-button]');
      const signed = oneEvent(element, 'charter-signed');
      click(element, 'retry-button');
      await signed;
      channel.close();
    });

  it('a person signs though the device holds what cannot be read', async () => {
    const first = await acknowledgement({ endpoint: endpoint('503') });
    await sign(first, 'charter-sign-queued');
    first.remove();
    const url = endpoint();
    const address = new URL(url, location.href).href;
    await putRaw({ id: 'record: {}', endpoint: address, record: {}, addedAt: 1, attempts: 0, nextTryAt: 1 });
    await putRaw({ id: 'nothing', endpoint: address });
    const element = await acknowledgement({ endpoint: url });
    await sign(element, 'charter-signed');
    await rendered(element, '[part~=receipt]');
  });

  it('a person reads that it was refused though the device has lost why', async () => {
    const url = endpoint('503');
    const first = await acknowledgement({ endpoint: url });
    const { detail } = await sign(first, 'charter-sign-queued');
    first.remove();
    const other = `${url}&other`;
    const address = new URL(other, location.href).href;
    const id = crypto.randomUUID();
    const record = { ...detail.record, id };
    await putRaw({
      id,
      endpoint: address,
      record,
      addedAt: Date.now(),
      attempts: 1,
      nextTryAt: 1,
      hold: 'refused',
    });
    const element = await acknowledgement({ endpoint: other });
    expect((await rendered(element, '[part~=failure]')).textContent).to.contain('n’a pas été enregistrée');
  });
});
