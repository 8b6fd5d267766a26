import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { recorded, retry } from '../outbox/support/scripted-transport.ts';
import {
  Asker,
  minute,
  nameOf,
  recordOf,
  setUpSigning,
  settledPromises,
  signed,
  underWay,
} from './support/signings.ts';

describe('a client that comes and goes', () => {
  /** A client that is taken out of the page while its record is sent. */
  async function away() {
    const context = await underWay();
    context.client.isHere = false;
    return context;
  }

  it('is told once it is back, and once', async () => {
    const { signing, client, answer } = await away();
    await answer(recorded);
    assert.deepEqual(client.facts, []);
    client.isHere = true;
    signing.refresh(client);
    signing.refresh(client);
    assert.deepEqual(client.heard, ['signed 1']);
    assert.equal(nameOf(signing, client), 'signed');
  });

  it('is told at once where it was only moved', async () => {
    const { signing, client, answer } = await away();
    client.isHere = true;
    signing.refresh(client);
    await answer(recorded);
    assert.deepEqual(client.heard, ['signed 1']);
  });

  it('leaves what it signed to a new one for the same text', async () => {
    const { signing, client, answer } = await away();
    await answer(recorded);
    const fresh = new Asker();
    signing.subscribe(fresh);
    assert.deepEqual([client.heard, fresh.heard], [[], ['signed 1']]);
    client.isHere = true;
    signing.refresh(client);
    assert.deepEqual(client.heard, []);
  });

  it('leaves it to a new one that comes before the answer', async () => {
    const { signing, release, answer } = await away();
    release();
    const fresh = new Asker();
    signing.subscribe(fresh);
    await answer(recorded);
    assert.deepEqual(fresh.heard, ['signed 1']);
    assert.equal(nameOf(signing, fresh), 'signed');
  });

  it('leaves what waits to a new one', async () => {
    const { signing, release, answer } = await away();
    release();
    await answer(retry);
    const fresh = new Asker();
    signing.subscribe(fresh);
    await signing.ready;
    assert.equal(nameOf(signing, fresh), 'pending');
    await signing.retry(fresh);
    assert.deepEqual(fresh.heard.at(-1), 'signed 1');
  });

  it('never leaves it to one for another text or another version', async () => {
    const { signing, release, answer, elsewhere } = await away();
    const others = [
      new Asker({ charter: { id: 'other', version: '1' } }),
      new Asker({ charter: { id: 'guide', version: '2' } }),
    ];
    for (const other of others) signing.subscribe(other);
    release();
    await answer(recorded);
    for (const other of others) {
      assert.deepEqual(other.facts, []);
      assert.equal(nameOf(signing, other), 'drafting');
    }
    assert.deepEqual(
      elsewhere.map(({ name, record: { id } }) => [name, id]),
      [['signed', recordOf(1).id]],
    );
  });

  it('is waited for while one does not know its text yet', async () => {
    const { signing, release, answer, elsewhere } = await away();
    const loading = new Asker({ charter: undefined });
    signing.subscribe(loading);
    release();
    await answer(recorded);
    assert.deepEqual([loading.facts, elsewhere], [[], []]);
    loading.charter = { id: 'guide', version: '1' };
    signing.refresh(loading);
    assert.deepEqual(loading.heard, ['signed 1']);
    assert.equal(nameOf(signing, loading), 'signed');
  });

  it('sends nothing where nobody is here', async () => {
    const { signing, client, transport, clock } = await signed(retry);
    client.isHere = false;
    signing.wake();
    clock.advance(minute);
    await signing.retry(client);
    await settledPromises();
    assert.equal(transport.sent.length, 1);
    client.isHere = true;
    signing.refresh(client);
    await signing.retry(client);
    assert.equal(transport.sent.length, 2);
  });

  it('tells one of two for the same text, and shows it in the one that signed', async () => {
    const { signing } = setUpSigning();
    const [first, second] = [new Asker(), new Asker()];
    signing.subscribe(first);
    signing.subscribe(second);
    await signing.sign(recordOf(1), second);
    assert.deepEqual([first.heard, second.heard], [[], ['signed 1']]);
    assert.deepEqual([nameOf(signing, first), nameOf(signing, second)], ['drafting', 'signed']);
  });
});
