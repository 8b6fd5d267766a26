import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { digestDocument } from '../../../src/charter/digest.ts';
import { parseSignatureRecord } from '../../../src/signature/record.ts';
import type { CharterSignFailedEvent } from '../../../src/events/charter-sign-failed.ts';
import type { CharterSignQueuedEvent } from '../../../src/events/charter-sign-queued.ts';
import type { CharterSignRequestEvent } from '../../../src/events/charter-sign-request.ts';
import type { CharterSignedEvent } from '../../../src/events/charter-signed.ts';
import type { CharterAcknowledgement } from '../../../src/elements/acknowledgement/acknowledgement-element.ts';
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

describe('charter-acknowledgement: signing', () => {
  it('posts the record by the contract', async () => {
    const url = endpoint();
    const element = await acknowledgement({ endpoint: url, fields: 'department' });
    await element.updateComplete;
    type(element, 'department', 'Urgences');
    await sign(element, 'charter-signed');
    const [request] = await receivedBy(url);
    const record = parseSignatureRecord(JSON.parse(request!.body));
    expect(record.charter).to.deep.equal({
      id: 'test-charter',
      version: '1.0.0',
      locale: 'fr',
      digest: await digestDocument(charter),
      audience: 'staff',
    });
    expect(record.signer).to.deep.equal({ name: 'Claire Martin', department: 'Urgences' });
    expect(record.statements).to.deep.equal([{ id: 'read', text: 'J’atteste avoir lu la charte.' }]);
    expect(request!.headers['content-type']).to.equal('application/json');
    expect(request!.headers['accept']).to.equal('application/json, application/problem+json');
    expect(request!.headers['idempotency-key']).to.equal(`"${record.id}"`);
  });

  it('sends exactly what the review showed', async () => {
    const url = endpoint();
    const element = await acknowledgement({ endpoint: url });
    await review(element);
    const shown: unknown = JSON.parse(find(element, 'pre').textContent);
    const signed = oneEvent(element, 'charter-signed');
    click(element, 'sign-button');
    await signed;
    const [request] = await receivedBy(url);
    expect(JSON.parse(request!.body)).to.deep.equal(shown);
  });

  it('announces the signature with its receipt, shows it and takes the focus there', async () => {
    const element = await acknowledgement({ endpoint: endpoint() });
    const { detail } = await sign<CharterSignedEvent>(element, 'charter-signed');
    expect(detail.receipt?.id).to.equal(detail.record.id);
    const receipt = await rendered(element, '[part~=receipt]');
    expect(receipt.textContent).to.contain(detail.record.id).and.to.contain(detail.record.charter.digest);
    expect(element.matches(':state(signed)')).to.be.true;
  });

  it('is signed only once the endpoint has answered', async () => {
    const element = await acknowledgement({ endpoint: endpoint('hang') });
    await review(element);
    click(element, 'sign-button');
    await rendered(element, '[part~=sign-button][aria-disabled=true]');
    expect(element.matches(':state(sending)')).to.be.true;
    expect(element.matches(':state(signed)')).to.be.false;
  });

  it('does not count the record that is being sent among those that wait', async () => {
    const element = await acknowledgement({ endpoint: endpoint('hang') });
    await review(element);
    click(element, 'sign-button');
    await rendered(element, '[part~=sign-button][aria-disabled=true]');
    // Kept before it is sent: by now the outbox holds it.
    while ((await element.getUnsentCount()) === 0) await new Promise(requestAnimationFrame);
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('[part~=unsent]')?.textContent ?? '').to.equal('');
  });

  it('sends one record for a double click', async () => {
    const url = endpoint();
    const element = await acknowledgement({ endpoint: url });
    await review(element);
    const signed = oneEvent(element, 'charter-signed');
    click(element, 'sign-button');
    click(element, 'sign-button');
    await signed;
    expect(await receivedBy(url)).to.have.length(1);
  });

  it('shows the new version with its changes when the receiver has one, and signs that one', async () => {
    const url = endpoint('409:charter-outdated,201');
    const src = `/scripted-charter/${crypto.randomUUID()}?versions=1.0.0,1.1.0`;
    const root = await fixture<HTMLElement>(html`
      <div>
        <charter-viewer id="the-charter" src=${src}></charter-viewer>
        <charter-acknowledgement for="the-charter" endpoint=${url}></charter-acknowledgement>
      </div>
    `);
    const viewer = root.querySelector<HTMLElement>('charter-viewer')!;
    const element = root.querySelector<CharterAcknowledgement>('charter-acknowledgement')!;
    await rendered(element, 'form');
    await sign(element, 'charter-sign-failed');
    await rendered(element, '[part~=reload-button]');
    const loaded = oneEvent(viewer, 'charter-loaded');
    click(element, 'reload-button');
    await loaded;
    expect((await rendered(viewer, '[part~=changes]')).textContent).to.contain('Changements de 1.1.0.');
    expect((await rendered(element, '[part~=signed-version]')).textContent).to.contain(
      'Changements de 1.1.0.',
    );
    expect(find<HTMLInputElement>(element, '#name').value).to.equal('Claire Martin');
    expect(find<HTMLInputElement>(element, '#statement-read').checked).to.be.false;
    await sign(element, 'charter-signed');
    const versions = (await receivedBy(url)).map(
      ({ body }) => parseSignatureRecord(JSON.parse(body)).charter.version,
    );
    expect(versions).to.deep.equal(['1.0.0', '1.1.0']);
  });

  it('goes back to the form after a refusal with everything that was typed', async () => {
    const element = await acknowledgement({ endpoint: endpoint('422:invalid-record') });
    await sign(element, 'charter-sign-failed');
    await rendered(element, '[part~=restart-button]');
    click(element, 'restart-button');
    await rendered(element, '#name');
    expect(find<HTMLInputElement>(element, '#name').value).to.equal('Claire Martin');
  });

  it('says that no endpoint is set, and loses nothing', async () => {
    const element = await acknowledgement();
    const { detail } = await sign<CharterSignFailedEvent>(element, 'charter-sign-failed');
    expect(detail.problem.type).to.contain('endpoint-missing');
    expect((await rendered(element, '[part~=failure]')).textContent).to.contain('Aucune adresse');
  });

  it('lets the page add headers, by property and by event', async () => {
    const url = endpoint();
    const element = await acknowledgement({ endpoint: url, headers: { 'X-One': '1' } });
    element.addEventListener('charter-sign-request', ({ detail }) => (detail.request.headers['X-Two'] = '2'));
    await sign(element, 'charter-signed');
    const [request] = await receivedBy(url);
    expect([request!.headers['x-one'], request!.headers['x-two']]).to.deep.equal(['1', '2']);
  });

  it('sends the CSRF token of the page', async () => {
    const meta = document.createElement('meta');
    meta.name = 'csrf-token';
    meta.content = 'abc';
    document.head.append(meta);
    const url = endpoint();
    const element = await acknowledgement({ endpoint: url, csrfMeta: 'csrf-token' });
    await sign(element, 'charter-signed');
    expect((await receivedBy(url))[0]!.headers['x-csrf-token']).to.equal('abc');
    meta.remove();
  });

  it('lets the page send the record itself', async () => {
    const url = endpoint();
    const element = await acknowledgement({ endpoint: url });
    element.addEventListener('charter-sign-request', (event) => {
      event.preventDefault();
      event.detail.respondWith(
        Promise.resolve({
          id: event.detail.record!.id,
          receivedAt: '2026-11-23T12:00:00Z',
        }),
      );
    });
    const { detail } = await sign<CharterSignedEvent>(element, 'charter-signed');
    expect(detail.record.signer.name).to.equal('Claire Martin');
    expect(await receivedBy(url)).to.be.empty;
  });

  it('keeps the record when the page fails to send it', async () => {
    const element = await acknowledgement({ endpoint: endpoint() });
    element.addEventListener('charter-sign-request', (event) => {
      event.preventDefault();
      event.detail.respondWith(Promise.reject(new Error('no network')));
    });
    await sign(element, 'charter-sign-queued');
  });

  it('sends nothing when the page withdraws the request', async () => {
    const url = endpoint();
    const element = await acknowledgement({ endpoint: url });
    element.addEventListener('charter-sign-request', (event) => event.preventDefault());
    await sign<CharterSignRequestEvent>(element, 'charter-sign-request');
    await rendered(element, '[part~=sign-button][aria-disabled=false]');
    expect(await receivedBy(url)).to.be.empty;
  });

  it('sends nothing in a dry run', async () => {
    const url = endpoint();
    const element = await acknowledgement({ endpoint: url, dryRun: true });
    await review(element);
    click(element, 'sign-button');
    expect((await rendered(element, '[part~=dry-run][role=status]')).textContent).to.contain(
      'rien n’a été envoyé',
    );
    expect(await receivedBy(url)).to.be.empty;
  });

  it('records that a person declines, with the reason', async () => {
    const url = endpoint();
    const element = await acknowledgement({ endpoint: url, allowDecline: true });
    click(element, 'decline-button');
    await rendered(element, '#reason');
    type(element, 'name', 'Claire Martin');
    click(element, 'review-button');
    expect((await rendered(element, '#reason-fault')).textContent).to.contain('pourquoi');
    type(element, 'reason', 'Je demande un délai.');
    click(element, 'review-button');
    await rendered(element, '[part~=sign-button]');
    const declined = oneEvent(element, 'charter-declined');
    click(element, 'sign-button');
    await declined;
    const record = parseSignatureRecord(JSON.parse((await receivedBy(url))[0]!.body));
    expect(record).to.include({ decision: 'declined', reason: 'Je demande un délai.' });
    expect(element.matches(':state(declined)')).to.be.true;
    expect(element.matches(':state(signed)')).to.be.false;
  });

  it('does not say signed when the receipt cannot be verified', async () => {
    const element = await acknowledgement({
      endpoint: endpoint(),
      receiptKeys: URL.createObjectURL(new Blob(['{"keys":[]}'], { type: 'application/json' })),
    });
    const { detail } = await sign<CharterSignQueuedEvent>(element, 'charter-sign-queued');
    expect(detail.reason).to.equal('not-confirmed');
    expect(element.matches(':state(signed)')).to.be.false;
  });

  it('never calls signed a version that the receiver found outdated', async () => {
    const element = await acknowledgement({
      charter: undefined,
      src: `/scripted-charter/${crypto.randomUUID()}?versions=1.0.0`,
      endpoint: endpoint('409:charter-outdated,201'),
    });
    await rendered(element, 'form');
    await sign(element, 'charter-sign-failed');
    (await rendered(element, '[part~=reload-button]')).click();
    await rendered(element, 'form');
    expect(element.matches(':state(signed)')).to.be.false;
    expect(element.shadowRoot!.textContent).not.to.contain('vous n’avez rien à faire');
  });

  it('tells a person who has signed the current version', async () => {
    const element = await acknowledgement({ signedVersion: '1.0.0', signedAt: '2026-03-01' });
    const notice = await rendered(element, '[part~=signed-version]');
    expect(notice.textContent).to.contain('1er mars 2026');
    expect(element.shadowRoot!.querySelector('form')).to.be.null;
    expect(element.matches(':state(signed)')).to.be.true;
  });

  it('asks again a person who has signed an older version', async () => {
    const element = await acknowledgement({ signedVersion: '0.9' });
    expect(find(element, '[part~=signed-version]').textContent).to.contain('1.0.0');
    expect(element.shadowRoot!.querySelector('form')).to.exist;
    expect(element.matches(':state(signed)')).to.be.false;
  });
});
