import { expect, oneEvent } from '@open-wc/testing';
import type { CharterAcknowledgement } from '../../../src/elements/acknowledgement/acknowledgement-element.ts';
import type { CharterSignedEvent } from '../../../src/events/charter-signed.ts';
import type { OutboxEntry } from '../../../src/outbox/index.ts';
import type { SignatureRecord } from '../../../src/signature/record.ts';
import { createDurableStorage } from '../../../src/outbox/index.ts';
import { deleteDatabase, makeFirstVersion, readStore } from '../../outbox/support/database.ts';
import { collectWarnings } from '../../support/warnings.ts';
import { acknowledgement, charter, click, endpoint, find, receivedBy, rendered, sign } from './support.ts';

const day = 24 * 60 * 60 * 1000;

const resolved = (url: string): string => new URL(url, location.href).href;

function recordOf(name: string, changes: Partial<SignatureRecord['charter']> = {}): SignatureRecord {
  return {
    schema: 'charter-signature/1',
    id: crypto.randomUUID(),
    decision: 'accepted',
    charter: {
      id: charter.id,
      version: charter.version,
      locale: 'fr',
      digest: `sha256:${'0'.repeat(64)}`,
      audience: 'staff',
      ...changes,
    },
    signer: { name },
    statements: [{ id: 'read', text: 'J’atteste avoir lu la charte.' }],
    signedAt: '2026-11-01T12:00:00.000Z',
    component: 'charter-elements/1.0.0',
  };
}

/** What an earlier visit left on this device. */
async function leave(
  url: string,
  record: SignatureRecord,
  changes: Partial<OutboxEntry> = {},
): Promise<OutboxEntry> {
  const entry: OutboxEntry = {
    version: 2,
    id: record.id,
    endpoint: resolved(url),
    record,
    addedAt: Date.now() - day,
    attempts: 1,
    nextTryAt: Date.now() + day,
    state: 'pending',
    reason: 'no-answer',
    ...changes,
  };
  await createDurableStorage().put(entry);
  return entry;
}

const isStored = async (id: string) =>
  (await readStore<OutboxEntry>('entries')).some((entry) => entry.id === id);

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise(requestAnimationFrame);
}

const textOf = (element: CharterAcknowledgement, part: string): string =>
  find(element, `[part~=${part}]`).textContent.replace(/\s+/g, ' ');

describe('charter-acknowledgement: what waits on this device', () => {
  collectWarnings();
  // What one test left would be listed in the next.
  beforeEach(deleteDatabase);

  it('a person reads that a signature of 31 days waits, and is asked: nothing is sent by itself', async () => {
    const url = endpoint();
    const { id } = await leave(url, recordOf('Claire Martin'), { addedAt: Date.now() - 31 * day });
    await leave(url, recordOf('Claire Martin'), { addedAt: Date.now() - 31 * day + 1 });
    const element = await acknowledgement({ endpoint: url });
    await rendered(element, '[part~=others]');
    expect(textOf(element, 'other')).to.contain('depuis plus de 30 jours').and.to.contain('Claire Martin');
    expect(find<HTMLDetailsElement>(element, '[part~=others]').open).to.be.true;
    expect(await receivedBy(url)).to.be.empty;
    const signed = oneEvent(document, 'charter-signed') as unknown as Promise<CharterSignedEvent>;
    click(element, 'send-button');
    const { detail } = await signed;
    expect(await receivedBy(url)).to.have.length(1);
    expect(detail.record.id).to.equal(id);
  });

  it('a person sees a signature of yesterday at once, and it is sent by itself', async () => {
    const url = endpoint();
    const { id } = await leave(url, recordOf('Claire Martin'));
    const signed = oneEvent(document, 'charter-signed') as unknown as Promise<CharterSignedEvent>;
    const element = await acknowledgement({ endpoint: url });
    expect((await signed).detail.record.id).to.equal(id);
    await rendered(element, '[part~=receipt]');
    await until(async () => !(await isStored(id)));
  });

  it('a person reads of a signature for another address, and can send it here', async () => {
    const [renamed, url] = [endpoint(), endpoint()];
    const { id } = await leave(renamed, recordOf('Claire Martin'));
    const element = await acknowledgement({ endpoint: url });
    await rendered(element, '[part~=others]');
    expect(textOf(element, 'other')).to.contain(`Elle était destinée à ${resolved(renamed)}`);
    expect(element.shadowRoot!.querySelector('[part~=pending], [part~=receipt]')).to.be.null;
    const signed = oneEvent(document, 'charter-signed');
    click(element, 'send-button');
    await signed;
    expect(await receivedBy(renamed)).to.be.empty;
    expect(await receivedBy(url)).to.have.length(1);
    await until(async () => !(await isStored(id)));
    await until(() => element.shadowRoot!.querySelector('[part~=others]') === null);
  });

  it('a person can erase a signature for another address', async () => {
    const { id } = await leave(endpoint(), recordOf('Claire Martin'));
    const url = endpoint();
    const element = await acknowledgement({ endpoint: url });
    await rendered(element, '[part~=erase-button]');
    click(element, 'erase-button');
    await until(() => element.shadowRoot!.querySelector('[part~=others]') === null);
    expect(await isStored(id)).to.be.false;
    expect(await receivedBy(url)).to.be.empty;
  });

  for (const [what, changes, words] of [
    ['charter', { id: 'another-charter' }, 'charte « another-charter »'],
    ['version', { version: '0.9' }, 'version 0.9'],
  ] as const)
    it(`a person reads of a signature of another ${what}, which is not called theirs`, async () => {
      const url = endpoint('503');
      await leave(url, recordOf('Claire Martin', changes));
      const element = await acknowledgement({ endpoint: url });
      await rendered(element, '[part~=others]');
      expect(textOf(element, 'other').replace(/[\u00a0\u202f]/g, ' ')).to.contain(words);
      expect(await element.getUnsentCount()).to.equal(0);
      expect(find(element, 'form')).to.exist;
    });

  it('a person does not see another person’s signature as theirs, nor is it sent under their session', async () => {
    const url = endpoint();
    await leave(url, recordOf('Claire Martin'));
    const element = await acknowledgement({
      endpoint: url,
      lockSigner: true,
      signer: { name: 'Ali Benali' },
    });
    await rendered(element, '[part~=others], [part~=receipt]');
    expect(find(element, 'form')).to.exist;
    expect(await element.getUnsentCount()).to.equal(0);
    expect(await receivedBy(url)).to.be.empty;
  });

  it('a person sees their signature go when somebody else is connected in the same page', async () => {
    const url = endpoint('503,201');
    const element = await acknowledgement({
      endpoint: url,
      lockSigner: true,
      signer: { name: 'Claire Martin' },
    });
    await element.updateComplete;
    find(element, '#statement-read').click();
    click(element, 'review-button');
    await rendered(element, '[part~=sign-button]');
    const queued = oneEvent(element, 'charter-sign-queued');
    click(element, 'sign-button');
    await queued;
    await rendered(element, '[part~=pending]');
    element.signer = { name: 'Ali Benali' };
    await rendered(element, 'form');
    expect(element.shadowRoot!.querySelector('[part~=pending]')).to.be.null;
    const signed = oneEvent(element, 'charter-signed') as unknown as Promise<CharterSignedEvent>;
    element.signer = { name: 'Claire Martin' };
    await rendered(element, '[part~=retry-button]');
    click(element, 'retry-button');
    expect((await signed).detail.record.signer.name).to.equal('Claire Martin');
  });

  it('a person is told how many signatures of this charter wait, beside the one on screen', async () => {
    const url = endpoint('503');
    await leave(url, recordOf('Ali Benali'));
    await leave(url, recordOf('Zoé Petit'), { addedAt: Date.now() - day + 1 });
    const element = await acknowledgement({ endpoint: url });
    await rendered(element, '[part~=pending]');
    expect(textOf(element, 'unsent')).to.contain('1 signature attend');
    expect(await element.getUnsentCount()).to.equal(2);
  });

  it('a person sees at the next visit what version 1 of the device’s database held', async () => {
    const url = endpoint('503');
    const record = recordOf('Claire Martin');
    await makeFirstVersion({
      id: record.id,
      endpoint: url,
      record,
      addedAt: 1,
      attempts: 2,
      nextTryAt: 1,
      hold: 'sign-in',
    });
    await createDurableStorage().put({
      ...(await createDurableStorage().get(record.id))!,
      addedAt: Date.now() - day,
    });
    const element = await acknowledgement({ endpoint: url });
    expect((await rendered(element, '[part~=pending]')).textContent).to.contain('Reconnectez-vous');
    expect(await receivedBy(url)).to.have.length.of.at.most(1);
  });

  it('a person who signs the next version still finds the first in the list of others', async () => {
    const url = endpoint('503,503,201');
    const first = await acknowledgement({ endpoint: url });
    await sign(first, 'charter-sign-queued');
    first.remove();
    const later = await acknowledgement({ endpoint: url, charter: { ...charter, version: '2.0.0' } });
    await rendered(later, '[part~=others]');
    const { detail } = await sign<CharterSignedEvent>(later, 'charter-signed').catch((error: unknown) => {
      throw new Error(`version 2.0.0 was not announced: ${String(error)}`);
    });
    expect(detail.record.charter.version).to.equal('2.0.0');
  });
});
