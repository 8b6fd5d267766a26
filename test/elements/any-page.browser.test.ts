import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../src/all.ts';
import { CharterAcknowledgement, CharterViewer } from '../../src/index.ts';
import { charterURL } from '../support/charter.ts';
import { settled } from '../support/component.ts';
import { captureConsole, restoreStubs, watchFetch } from '../support/stubs.ts';
import {
  acknowledgement,
  charter,
  click,
  endpoint,
  find,
  receivedBy,
  rendered,
  review,
  type,
} from './acknowledgement/support.ts';

const src = charterURL('guide.fr.json');

describe('elements that a page makes, moves and copies in any way', () => {
  afterEach(restoreStubs);

  it('keep what was typed when they are moved', async () => {
    const element = await acknowledgement({ endpoint: endpoint() });
    const otherPlace = await fixture<HTMLElement>(html`<div></div>`);
    type(element, 'name', 'Claire Martin');
    find(element, '#statement-read').click();
    otherPlace.append(element);
    await element.updateComplete;
    expect(find<HTMLInputElement>(element, '#name').value).to.equal('Claire Martin');
    click(element, 'review-button');
    await rendered(element, '[part~=sign-button]');
    element.remove();
    otherPlace.prepend(element);
    const signed = oneEvent(element, 'charter-signed');
    click(element, 'sign-button');
    await signed;
    expect(await receivedBy(element.endpoint!)).to.have.length(1);
  });

  it('sign once when they are moved while they send', async () => {
    const element = await acknowledgement({ endpoint: endpoint() });
    const otherPlace = await fixture<HTMLElement>(html`<div></div>`);
    await review(element);
    const events: Event[] = [];
    element.addEventListener('charter-signed', (event) => events.push(event));
    click(element, 'sign-button');
    otherPlace.append(element);
    await rendered(element, '[part~=receipt]');
    const bodies = (await receivedBy(element.endpoint!)).map(({ body }) => body);
    expect(new Set(bodies)).to.have.property('size', 1);
    expect(events).to.have.length(1);
  });

  it('take the properties that were set before they were defined', async () => {
    class EarlyViewer extends CharterViewer {}
    const viewer = document.createElement('early-viewer') as EarlyViewer;
    viewer.charter = charter;
    viewer.headingLevel = 4;
    document.body.append(viewer);
    customElements.define('early-viewer', EarlyViewer);
    await settled(viewer);
    expect(viewer.charter?.id).to.equal('test-charter');
    expect(viewer.shadowRoot!.querySelectorAll('h4[part~=title], h4.title')).to.have.length(1);
    viewer.remove();
  });

  it('take the signer, the headers and the ticks that were set before they were defined', async () => {
    class EarlyAcknowledgement extends CharterAcknowledgement {}
    const element = document.createElement('early-acknowledgement') as EarlyAcknowledgement;
    const url = endpoint();
    Object.assign(element, {
      charter,
      signer: { name: 'Claire Martin' },
      headers: { 'X-Test': '1' },
      endpoint: url,
    });
    document.body.append(element);
    customElements.define('early-acknowledgement', EarlyAcknowledgement);
    await rendered(element, 'form');
    expect(find<HTMLInputElement>(element, '#name').value).to.equal('Claire Martin');
    find(element, '#statement-read').click();
    click(element, 'review-button');
    await rendered(element, '[part~=sign-button]');
    const signed = oneEvent(element, 'charter-signed');
    click(element, 'sign-button');
    await signed;
    const [request] = await receivedBy(url);
    expect(request!.headers['x-test']).to.equal('1');
    element.remove();
  });

  it('work when they come from innerHTML, and when they are cloned', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    host.innerHTML = `<charter-viewer id="v" src="${src}"></charter-viewer><charter-checklist for="v"></charter-checklist>`;
    const original = host.querySelector('charter-viewer')!;
    await settled(original);
    const copy = original.cloneNode(true) as typeof original;
    copy.id = 'w';
    host.append(copy);
    await settled(copy);
    expect(copy.charter).to.deep.equal(original.charter);
    await settled(host.querySelector('charter-checklist')!);
    expect(host.querySelector('charter-checklist')!.charter?.id).to.equal(original.charter!.id);
  });

  it('are fifty on a page: one request for an address, no id twice, nothing on the console', async () => {
    const watch = watchFetch();
    const errors = captureConsole('error');
    const warnings = captureConsole('warn');
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const address = `${src}?fifty`;
    host.innerHTML = Array.from(
      { length: 10 },
      (_, index) => `
        <charter-viewer id="viewer-${index}" src="${address}"></charter-viewer>
        <charter-checklist id="list-${index}" for="viewer-${index}"></charter-checklist>
        <charter-privacy-walkthrough></charter-privacy-walkthrough>
        <charter-acknowledgement src="${address}" checklist="list-${index}" endpoint="/e"></charter-acknowledgement>
        <charter-receipt></charter-receipt>`,
    ).join('');
    const elements = [...host.children] as CharterViewer[];
    expect(elements).to.have.length(50);
    await Promise.all(elements.filter(({ localName }) => localName !== 'charter-receipt').map(settled));
    expect(watch.requests.filter((each) => each === address)).to.have.length(1);
    for (const element of elements) {
      const ids = [...element.shadowRoot!.querySelectorAll('[id]')].map(({ id }) => id);
      expect(new Set(ids), element.localName).to.have.property('size', ids.length);
    }
    expect([...errors, ...warnings]).to.deep.equal([]);
  });
});
