import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { compactDecrypt, exportJWK, generateKeyPair } from 'jose';
import '../../../src/elements/privacy-walkthrough/charter-privacy-walkthrough.ts';
import '../../../src/elements/receipt/charter-receipt.ts';
import type { CharterAcknowledgement } from '../../../src/elements/acknowledgement/acknowledgement-element.ts';
import type { CharterChecklist } from '../../../src/elements/checklist/checklist-element.ts';
import type { CharterSessionEndedEvent } from '../../../src/events/charter-session-ended.ts';
import type { CharterSignQueuedEvent } from '../../../src/events/charter-sign-queued.ts';
import type { CharterUnsentChangedEvent } from '../../../src/events/charter-unsent-changed.ts';
import type { OutboxEntry } from '../../../src/outbox/entry.ts';
import { readStore } from '../../outbox/support/database.ts';
import {
  acknowledgement,
  charter,
  click,
  endpoint,
  find,
  receivedBy,
  rendered,
  review,
  sign,
  type,
} from './support.ts';

const name = 'Claire Martin';

/** A receiver's published keys, and the private one of them. */
async function sealingKeys(): Promise<{ url: string; privateKey: CryptoKey }> {
  const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
  const key = { ...(await exportJWK(publicKey)), kid: 'sealing', use: 'enc', alg: 'ECDH-ES' };
  const file = new Blob([JSON.stringify({ keys: [key] })], { type: 'application/json' });
  return { url: URL.createObjectURL(file), privateKey };
}

async function storedFor(url: string): Promise<OutboxEntry[]> {
  const entries = await readStore<OutboxEntry>('entries');
  return entries.filter((entry) => entry.endpoint === new URL(url, document.baseURI).href);
}

/** Resolves once the endpoint of an element was sent so many requests. */
async function attempts(url: string, count: number) {
  for (;;) {
    const requests = await receivedBy(url);
    if (requests.length >= count) return requests;
    await new Promise(requestAnimationFrame);
  }
}

/** Everything of a page that a later person could read. */
function readable(...elements: HTMLElement[]): string {
  const values = elements.flatMap((element) => [
    element.outerHTML,
    element.shadowRoot!.innerHTML,
    ...[...element.shadowRoot!.querySelectorAll('input, textarea')].map(
      (control) => (control as HTMLInputElement).value,
    ),
  ]);
  return [
    ...values,
    JSON.stringify(Object.entries(localStorage)),
    JSON.stringify(Object.entries(sessionStorage)),
    location.href,
  ].join('\n');
}

describe('charter-acknowledgement on a shared device', () => {
  describe('with a receiver that publishes no key to encrypt to', () => {
    it('keeps nothing on the device, and says that the signature is not recorded', async () => {
      const url = endpoint('503');
      const element = await acknowledgement({ endpoint: url, sharedDevice: true });
      const { detail } = await sign<CharterSignQueuedEvent>(element, 'charter-sign-queued');
      expect(detail.reason).to.equal('no-answer');
      expect(await storedFor(url)).to.be.empty;
      const pending = await rendered(element, '[part~=pending]');
      expect(pending.textContent).to.contain('rien ne peut y être gardé');
      expect(element.matches(':state(pending)')).to.be.true;
    });

    it('sends the same record again when the person asks', async () => {
      const url = endpoint('503,201');
      const element = await acknowledgement({ endpoint: url, sharedDevice: true });
      const { detail } = await sign<CharterSignQueuedEvent>(element, 'charter-sign-queued');
      await rendered(element, '[part~=retry-button]');
      const signed = oneEvent(element, 'charter-signed');
      click(element, 'retry-button');
      expect((await signed).detail.record.id).to.equal(detail.record.id);
      expect(await receivedBy(url)).to.have.length(2);
    });

    it('says that nothing is left of a signature that waits for the person to sign in', async () => {
      const element = await acknowledgement({ endpoint: endpoint('401'), sharedDevice: true });
      await sign(element, 'charter-sign-queued');
      expect((await rendered(element, '[part~=pending]')).textContent).to.contain(
        'rien ne peut y être gardé',
      );
    });
  });

  describe('with a receiver that publishes one', () => {
    async function pending(url: string) {
      const { url: receiptKeys, privateKey } = await sealingKeys();
      const element = await acknowledgement({ endpoint: url, sharedDevice: true });
      element.receiptKeys = receiptKeys;
      await sign(element, 'charter-sign-queued');
      return { element, privateKey };
    }

    it('keeps the record on the device, encrypted', async () => {
      const url = endpoint('503');
      const { element, privateKey } = await pending(url);
      const [entry] = await storedFor(url);
      expect(JSON.stringify(entry)).not.to.contain('Martin');
      expect(entry!.record).to.be.undefined;
      const { plaintext, protectedHeader } = await compactDecrypt(entry!.sealed!.jwe, privateKey);
      expect(JSON.parse(new TextDecoder().decode(plaintext)).signer).to.deep.equal({ name });
      expect(protectedHeader).to.include({ alg: 'ECDH-ES', enc: 'A256GCM', kid: 'sealing' });
      expect((await rendered(element, '[part~=pending]')).textContent).to.contain('chiffré');
    });

    it('wipes the person and sends the encrypted record all the same', async () => {
      const url = endpoint('503,201');
      const { element, privateKey } = await pending(url);
      const [{ id }] = (await storedFor(url)) as [OutboxEntry];
      // The key set holds no key that signs: no receipt is asked for.
      element.receiptKeys = '';
      element.reset();
      await rendered(element, 'form');
      expect(readable(element)).not.to.contain('Martin');
      const [, request] = await attempts(url, 2);
      expect(request!.headers['content-type']).to.equal('application/jose');
      expect(request!.headers['idempotency-key']).to.equal(`"${id}"`);
      const { plaintext } = await compactDecrypt(request!.body, privateKey);
      expect(JSON.parse(new TextDecoder().decode(plaintext)).id).to.equal(id);
    });

    it('shows a later visit how many wait, and nothing of them', async () => {
      const url = endpoint('503,503,503,503');
      const { element: left } = await pending(url);
      left.remove();
      const { url: receiptKeys } = await sealingKeys();
      const element = await acknowledgement({ endpoint: url, sharedDevice: true, receiptKeys });
      expect((await rendered(element, '[part~=unsent]')).textContent).to.contain('1');
      expect(await element.getUnsentCount()).to.equal(1);
      expect(element.shadowRoot!.querySelector('[part~=pending]')).to.be.null;
      expect(readable(element)).not.to.contain('Martin');
    });
  });

  it('tells other tabs which signature it is about, and neither its name nor what it says', async () => {
    const told: string[] = [];
    const channel = new BroadcastChannel('charter-elements-outbox');
    channel.addEventListener('message', ({ data }) => told.push(JSON.stringify(data)));
    const element = await acknowledgement({ endpoint: endpoint('503,201'), sharedDevice: true });
    const queued = oneEvent(element, 'charter-sign-queued');
    await review(element);
    click(element, 'sign-button');
    const { detail } = (await queued) as unknown as CharterSignQueuedEvent;
    const signed = oneEvent(element, 'charter-signed');
    (await rendered(element, '[part~=retry-button]')).click();
    await signed;
    // Messages come in the order in which they were sent.
    const last = new BroadcastChannel('charter-elements-outbox');
    last.postMessage('over');
    while (!told.includes('"over"'))
      await new Promise((resolve) => channel.addEventListener('message', resolve));
    channel.close();
    last.close();
    expect(told.join('\n')).to.contain(detail.record.id);
    for (const word of [name, 'atteste', 'signer', 'signedAt']) expect(told.join('\n')).not.to.contain(word);
  });

  it('wipes every element of the page when the person has finished', async () => {
    const page = await fixture(html`
      <div>
        <charter-checklist id="practices" persist="local" .charter=${charter}></charter-checklist>
        <charter-privacy-walkthrough persist="local" networks="facebook"></charter-privacy-walkthrough>
        <charter-receipt></charter-receipt>
        <charter-acknowledgement
          shared-device
          checklist="practices"
          endpoint=${endpoint()}
          .charter=${charter}
        ></charter-acknowledgement>
      </div>
    `);
    const [checklist, walkthrough, receipt, element] = [...page.children] as [
      CharterChecklist,
      HTMLElement & { progress: object },
      HTMLElement & { receipt: unknown },
      CharterAcknowledgement,
    ];
    (await rendered(checklist, '#practice-p1')).click();
    (await rendered(walkthrough, '[part~=outcome] input[value=done]')).click();
    await rendered(element, 'form');
    const { detail } = await sign(element, 'charter-signed');
    receipt.receipt = { ...(detail as unknown as { receipt: object }).receipt, record: detail.record };
    await rendered(receipt, '[part~=receipt]');
    await rendered(element, '[part~=receipt]');

    const ended = oneEvent(element, 'charter-session-ended');
    click(element, 'wipe-button');
    expect(((await ended) as CharterSessionEndedEvent).detail.reason).to.equal('person');
    await rendered(element, 'form');
    await (receipt as unknown as { updateComplete: Promise<boolean> }).updateComplete;
    expect(checklist.value).to.deep.equal([]);
    expect(walkthrough.progress).to.deep.equal({});
    expect(receipt.receipt).to.be.undefined;
    expect(readable(checklist, walkthrough, receipt, element)).not.to.contain('Martin');
    expect(readable(checklist)).not.to.contain('"p1"]');
  });

  it('offers to wipe as soon as there is something to wipe, not before', async () => {
    const element = await acknowledgement({ endpoint: endpoint(), sharedDevice: true });
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('[part~=wipe-button]')).to.be.null;
    type(element, 'name', name);
    (await rendered(element, '[part~=wipe-button]')).click();
    await element.updateComplete;
    expect(find<HTMLInputElement>(element, '#name').value).to.equal('');
    expect(element.shadowRoot!.activeElement?.part.contains('title')).to.be.true;
  });

  it('gives the next person controls of their own: undoing cannot bring back what was typed', async () => {
    const element = await acknowledgement({ endpoint: endpoint(), sharedDevice: true });
    const before = find<HTMLInputElement>(element, '#name');
    type(element, 'name', name);
    element.reset();
    await element.updateComplete;
    const after = find<HTMLInputElement>(element, '#name');
    expect(after).not.to.equal(before);
    expect(after.value).to.equal('');
    expect(after.autocomplete).to.equal('off');
  });

  it('wipes when the page is left, as going back could bring it back', async () => {
    const element = await acknowledgement({ endpoint: endpoint(), sharedDevice: true });
    type(element, 'name', name);
    await element.updateComplete;
    const ended = oneEvent(element, 'charter-session-ended');
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(((await ended) as CharterSessionEndedEvent).detail.reason).to.equal('leave');
    await element.updateComplete;
    expect(find<HTMLInputElement>(element, '#name').value).to.equal('');
  });

  it('leaves a device that is not shared as it is when its form is emptied', async () => {
    const element = await acknowledgement({ endpoint: endpoint() });
    let count = 0;
    element.addEventListener('charter-session-ended', () => count++);
    type(element, 'name', name);
    element.reset();
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await element.updateComplete;
    expect(count).to.equal(0);
    expect(find<HTMLInputElement>(element, '#name').value).to.equal('');
  });
});

describe('the unsent count', () => {
  it('is told when it changes, and when asked', async () => {
    const counts: number[] = [];
    const element = await acknowledgement({ endpoint: endpoint('503,201') });
    element.addEventListener('charter-unsent-changed', ({ detail }: CharterUnsentChangedEvent) =>
      counts.push(detail.count),
    );
    expect(await element.getUnsentCount()).to.equal(0);
    await sign(element, 'charter-sign-queued');
    expect(await element.getUnsentCount()).to.equal(1);
    const changed = oneEvent(element, 'charter-unsent-changed');
    (await rendered(element, '[part~=retry-button]')).click();
    await changed;
    expect(counts).to.deep.equal([1, 0]);
    expect(await element.getUnsentCount()).to.equal(0);
  });

  it('stands under the form while somebody else’s signature waits', async () => {
    const element = await acknowledgement({ endpoint: endpoint('503,503,503') });
    await sign(element, 'charter-sign-queued');
    (await rendered(element, '[part~=restart-button]')).click();
    await rendered(element, 'form');
    const note = await rendered(element, '[part~=unsent]');
    expect(note.textContent).to.match(/1 signature attend .*Prochain essai à/s);
  });
});
