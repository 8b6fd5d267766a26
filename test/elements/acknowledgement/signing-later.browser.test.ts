import { expect, oneEvent } from '@open-wc/testing';
import type { CharterSignFailedEvent } from '../../../src/events/charter-sign-failed.ts';
import type { CharterSignQueuedEvent } from '../../../src/events/charter-sign-queued.ts';
import type { CharterSignedEvent } from '../../../src/events/charter-signed.ts';
import { acknowledgement, click, endpoint, find, receivedBy, rendered, review, sign } from './support.ts';
import { deleteEntry } from '../../outbox/support/database.ts';

describe('charter-acknowledgement: signing', () => {
  for (const answers of ['503', '500', '408', '425', '429', '409:in-progress']) {
    it(`keeps the record as pending on ${answers}`, async () => {
      const url = endpoint(answers);
      const element = await acknowledgement({ endpoint: url });
      const { detail } = await sign<CharterSignQueuedEvent>(element, 'charter-sign-queued');
      expect(detail.pending).to.equal(1);
      expect(detail.nextTryAt).to.be.instanceOf(Date);
      await rendered(element, '[part~=pending]');
      expect(element.matches(':state(pending)')).to.be.true;
      expect(element.matches(':state(signed)')).to.be.false;
    });
  }

  it('keeps the record as pending when no answer comes in time', async () => {
    const element = await acknowledgement({ endpoint: endpoint('hang'), timeout: 50 });
    await sign(element, 'charter-sign-queued');
    await rendered(element, '[part~=pending]');
  });

  it('delivers a pending record when the person tries again', async () => {
    const url = endpoint('503,201');
    const element = await acknowledgement({ endpoint: url });
    await sign(element, 'charter-sign-queued');
    await rendered(element, '[part~=retry-button]');
    const signed = oneEvent(element, 'charter-signed');
    click(element, 'retry-button');
    await signed;
    const bodies = (await receivedBy(url)).map(({ body }) => body);
    expect(bodies).to.have.length(2);
    expect(bodies[0]).to.equal(bodies[1]);
  });

  it('delivers after a reload what an earlier visit left', async () => {
    const url = endpoint('503,201');
    const first = await acknowledgement({ endpoint: url });
    const { detail } = await sign(first, 'charter-sign-queued');
    first.remove();
    const announced = oneEvent(document, 'charter-signed');
    await acknowledgement({ endpoint: url });
    const event = (await announced) as unknown as CharterSignedEvent;
    expect(event.detail.record).to.deep.equal(detail.record);
  });

  it('keeps the record of one person from leaving under the session of another', async () => {
    const url = endpoint('503,201');
    const locked = { endpoint: url, lockSigner: true, fields: 'id' };
    const first = await acknowledgement({ ...locked, signer: { name: 'Claire Martin', id: '1' } });
    await first.updateComplete;
    find(first, '#statement-read').click();
    click(first, 'review-button');
    await rendered(first, '[part~=sign-button]');
    const queued = oneEvent(first, 'charter-sign-queued');
    click(first, 'sign-button');
    await queued;
    first.remove();

    const other = await acknowledgement({ ...locked, signer: { name: 'Ali Benali', id: '2' } });
    find(other, '#statement-read').click();
    click(other, 'review-button');
    await rendered(other, '[part~=sign-button]');
    const signed = oneEvent(other, 'charter-signed') as unknown as Promise<CharterSignedEvent>;
    click(other, 'sign-button');
    expect((await signed).detail.record.signer.id).to.equal('2');
    other.remove();
    expect(await receivedBy(url)).to.have.length(2);

    const back = oneEvent(document, 'charter-signed') as unknown as Promise<CharterSignedEvent>;
    await acknowledgement({ ...locked, signer: { name: 'Claire Martin', id: '1' } });
    expect((await back).detail.record.signer.id).to.equal('1');
  });

  it('asks to sign in again on 401, and keeps the record', async () => {
    const element = await acknowledgement({ endpoint: endpoint('401,201') });
    const { detail } = await sign<CharterSignQueuedEvent>(element, 'charter-sign-queued');
    expect(detail.nextTryAt).to.be.undefined;
    expect((await rendered(element, '[part~=pending]')).textContent).to.contain('Reconnectez-vous');
    const signed = oneEvent(element, 'charter-signed');
    click(element, 'retry-button');
    await signed;
  });

  for (const answers of [
    '400:malformed-json',
    '413:payload-too-large',
    '415:unsupported-media-type',
    '422:digest-mismatch',
    '422:idempotency-mismatch',
  ]) {
    it(`says that a record is refused for good on ${answers}`, async () => {
      const url = endpoint(answers);
      const element = await acknowledgement({ endpoint: url });
      const { detail } = await sign<CharterSignFailedEvent>(element, 'charter-sign-failed');
      expect(detail.problem.status).to.equal(Number.parseInt(answers));
      const failure = await rendered(element, '[part~=failure]');
      expect(failure.querySelector('[part~=download-button]')).to.exist;
      expect(element.matches(':state(failed)')).to.be.true;
      expect(await receivedBy(url)).to.have.length(1);
    });
  }

  it('asks again for a receipt that was lost on the way', async () => {
    const element = await acknowledgement({
      endpoint: endpoint(),
      receiptKeys: '/no-such-keys.json',
      fetcher: () =>
        Promise.resolve(
          new Response('{"id":', { status: 201, headers: { 'Content-Type': 'application/json' } }),
        ),
    });
    await sign(element, 'charter-sign-queued');
    expect(element.matches(':state(pending)')).to.be.true;
  });

  it('keeps the record until the receipt keys can be read', async () => {
    const element = await acknowledgement({ endpoint: endpoint(), receiptKeys: '/no-such-keys.json' });
    await sign(element, 'charter-sign-queued');
    expect(element.matches(':state(signed)')).to.be.false;
  });

  it('does not show what another page without an endpoint could not send', async () => {
    const other = await acknowledgement();
    await sign(other, 'charter-sign-failed');
    other.remove();
    const element = await acknowledgement();
    await review(element);
    expect(element.shadowRoot!.querySelector('[part~=failure]')).to.be.null;
  });

  it('asks again when the tab that sent its record ended before it told of the answer', async () => {
    const url = endpoint('503,201');
    const element = await acknowledgement({ endpoint: url });
    const { detail } = await sign(element, 'charter-sign-queued');
    await deleteEntry(detail.record.id);
    const signed = oneEvent(element, 'charter-signed');
    (await rendered(element, '[part~=retry-button]')).click();
    expect((await signed).detail.record.id).to.equal(detail.record.id);
    await rendered(element, '[part~=receipt]');
    expect(await receivedBy(url)).to.have.length(2);
  });
});
