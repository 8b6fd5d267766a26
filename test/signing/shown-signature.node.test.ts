import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Answer } from '../../src/outbox/index.ts';
import {
  ScriptedTransport,
  deferred,
  outdated,
  recorded,
  refused,
  retry,
  signIn,
} from '../outbox/support/scripted-transport.ts';
import {
  Asker,
  idsOf,
  minute,
  nameOf,
  recordOf,
  setUpSigning,
  settledPromises,
  signed,
} from './support/signings.ts';

describe('what is on screen', () => {
  it('goes when the text changes, and what waits of the new one comes', async () => {
    const { signing, client } = await signed(recorded);
    client.charter = { id: 'guide', version: '2' };
    signing.refresh(client);
    assert.equal(nameOf(signing, client), 'drafting');
  });

  for (const answer of [recorded, retry, refused]) {
    it(`goes when another person is here, after “${answer.kind}”`, async () => {
      const { signing, client } = await signed(answer);
      client.signer = { name: 'Ali Benali' };
      signing.refresh(client);
      assert.equal(nameOf(signing, client), 'drafting');
      assert.deepEqual(signing.getState(client).unsent, []);
    });
  }

  it('stays while it is being sent, whatever changes', async () => {
    const answer = deferred<Answer>();
    const { signing, transport } = setUpSigning({}, new ScriptedTransport(answer.promise));
    const client = new Asker();
    signing.subscribe(client);
    const done = signing.sign(recordOf(1), client);
    await transport.attempts(1);
    client.charter = { id: 'other', version: '1' };
    signing.refresh(client);
    assert.equal(nameOf(signing, client), 'sending');
    answer.resolve(recorded);
    await done;
    assert.deepEqual(client.facts, []);
  });

  it('is asked for again where it vanished before this page was told', async () => {
    const { signing, client, storage, clock, transport } = await signed(retry);
    const shown = signing.getState(client).signature;
    await storage.delete(recordOf(1).id);
    transport.script(recorded);
    await signing.retry(client);
    // Nothing more is known until then: the screen says what it said.
    assert.deepEqual(signing.getState(client).signature, shown);
    clock.advance(5_000);
    await transport.attempts(2);
    await settledPromises();
    assert.equal(nameOf(signing, client), 'signed');
    assert.deepEqual(client.heard, ['pending 1', 'signed 1']);
  });

  it('is not asked for again where it vanished while it was refused', async () => {
    const answer = deferred<Answer>();
    const { signing, client, storage, clock, transport } = await signed(retry, answer.promise);
    const asked = signing.retry(client);
    await transport.attempts(2);
    await storage.delete(recordOf(1).id);
    answer.resolve(refused);
    await asked;
    clock.advance(minute);
    await settledPromises();
    assert.equal(nameOf(signing, client), 'refused');
    assert.equal(transport.sent.length, 2);
    assert.deepEqual(client.heard, ['pending 1', 'refused 1']);
  });

  it('is not sent again where it was erased by somebody who saw it in the list of another', async () => {
    const { signing, client, clock, transport, storage, endpoint } = await signed(retry);
    const other = new Asker({ charter: { id: 'other', version: '1' } });
    signing.subscribe(other);
    const [entry] = signing.getState(other).others;
    await signing.erase(entry!);
    assert.equal(nameOf(signing, client), 'drafting');
    clock.advance(minute);
    await settledPromises();
    assert.equal(transport.sent.length, 1);
    assert.deepEqual(await storage.list(endpoint), []);
  });

  it('is not sent again where it was erased in another tab', async () => {
    const name = crypto.randomUUID();
    const { signing, open, clock, transport } = setUpSigning(
      { channel: new BroadcastChannel(name) },
      new ScriptedTransport(retry),
    );
    const client = new Asker();
    signing.subscribe(client);
    await signing.ready;
    await signing.sign(recordOf(1), client);
    const elsewhere = open({ channel: new BroadcastChannel(name) });
    await elsewhere.ready;
    const [entry] = elsewhere.getState(new Asker()).unsent;
    await elsewhere.erase(entry!);
    while (nameOf(signing, client) !== 'drafting') await settledPromises();
    clock.advance(minute);
    await settledPromises();
    assert.equal(transport.sent.length, 1);
    signing.close();
    elsewhere.close();
  });

  for (const [answer, isKept] of [
    [retry, true],
    [signIn, true],
    [refused, false],
    [outdated, false],
  ] as const) {
    it(`is left after “${answer.kind}”, and ${isKept ? 'kept' : 'forgotten'}`, async () => {
      const { signing, client, storage, endpoint } = await signed(answer);
      await signing.leave(client);
      assert.equal(nameOf(signing, client), 'drafting');
      assert.deepEqual(idsOf(await storage.list(endpoint)), isKept ? [1] : []);
      assert.deepEqual(idsOf(signing.getState(client).unsent), isKept ? [1] : []);
      signing.refresh(client);
      assert.equal(nameOf(signing, client), 'drafting');
    });
  }
});
