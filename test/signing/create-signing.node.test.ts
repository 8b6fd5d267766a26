import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMemoryStorage, createSealedStorage } from '../../src/outbox/index.ts';
import type { Answer, OutboxEntry, OutboxStorage } from '../../src/outbox/index.ts';
import type { SignatureRecord } from '../../src/signature/index.ts';
import type { Signing } from '../../src/signing/signing-types.ts';
import {
  ScriptedTransport,
  deferred,
  notAccepted,
  notConfirmed,
  otherPerson,
  outdated,
  recorded,
  refused,
  retry,
  signIn,
  withdrawn,
} from '../outbox/support/scripted-transport.ts';
import { Asker, never, recordOf, setUpSigning, settledPromises } from './support/signings.ts';

const minute = 60_000;
const nameOf = (signing: Signing, client: Asker): string => signing.getState(client).signature.name;
const idsOf = (entries: readonly { readonly id: string }[]): number[] =>
  entries.map(({ id }) => Number(id.slice(-12)));

/** A signing whose one client has signed record 1. */
async function signed(...script: ConstructorParameters<typeof ScriptedTransport>) {
  const context = setUpSigning({}, new ScriptedTransport(...script));
  const client = new Asker();
  context.signing.subscribe(client);
  await context.signing.ready;
  await context.signing.sign(recordOf(1), client);
  return { ...context, client };
}

describe('a signature', () => {
  it('is drafting before anything is signed', async () => {
    const { signing } = setUpSigning();
    const client = new Asker();
    signing.subscribe(client);
    await signing.ready;
    assert.deepEqual(signing.getState(client), {
      signature: { name: 'drafting' },
      unsent: [],
      others: [],
      isDurable: false,
    });
  });

  it('is sending until the endpoint answers', async () => {
    const answer = deferred<Answer>();
    const { signing, transport } = setUpSigning({}, new ScriptedTransport(answer.promise));
    const client = new Asker();
    signing.subscribe(client);
    const done = signing.sign(recordOf(1), client);
    assert.equal(nameOf(signing, client), 'sending');
    await transport.attempts(1);
    assert.equal(nameOf(signing, client), 'sending');
    assert.deepEqual(client.facts, []);
    answer.resolve(recorded);
    await done;
    assert.equal(nameOf(signing, client), 'signed');
  });

  it('is declined where that was recorded', async () => {
    const { signing } = setUpSigning();
    const client = new Asker();
    signing.subscribe(client);
    await signing.sign({ ...recordOf(1), decision: 'declined', reason: 'Non.' }, client);
    assert.equal(nameOf(signing, client), 'declined');
    assert.deepEqual(client.heard, ['declined 1']);
  });

  for (const [answer, name, reason, isTimed] of [
    [recorded, 'signed', undefined, false],
    [retry, 'pending', 'no-answer', true],
    [signIn, 'pending', 'sign-in', false],
    [otherPerson, 'pending', 'other-person', false],
    [notConfirmed, 'pending', 'not-confirmed', true],
    [notAccepted, 'pending', 'not-accepted', true],
    [outdated, 'outdated', undefined, false],
    [refused, 'refused', undefined, false],
  ] as const) {
    const what = reason ?? answer.kind;
    it(`is ${name} after “${what}”, in state and in what is announced, once`, async () => {
      const { signing, client } = await signed(answer);
      const { signature } = signing.getState(client);
      assert.equal(signature.name, name);
      assert.equal('reason' in signature ? signature.reason : undefined, reason);
      if (signature.name === 'pending') assert.equal(signature.nextTryAt !== undefined, isTimed);
      assert.deepEqual(client.heard, [`${name} 1`]);
      const [fact] = client.facts;
      assert.equal(fact && 'reason' in fact ? fact.reason : undefined, reason);
    });
  }

  it('is drafting again where the page withdrew it, and nothing is announced or kept', async () => {
    const { signing, client, storage, endpoint } = await signed(withdrawn);
    assert.equal(nameOf(signing, client), 'drafting');
    assert.deepEqual(client.facts, []);
    assert.deepEqual(await storage.list(endpoint), []);
  });

  it('is not counted among what waits beside it', async () => {
    const { signing, client } = await signed(retry);
    assert.deepEqual(signing.getState(client).unsent, []);
    assert.equal(client.counts.at(-1), 1);
  });

  it('says that an attempt is under way', async () => {
    const { signing, client, transport } = await signed(retry);
    const answer = deferred<Answer>();
    transport.script(answer.promise);
    const done = signing.retry(client);
    await transport.attempts(2);
    const { signature } = signing.getState(client);
    assert.ok(signature.name === 'pending' && signature.isTrying);
    answer.resolve(recorded);
    await done;
    assert.equal(nameOf(signing, client), 'signed');
  });

  it('goes through each reason to wait to the end, each announced', async () => {
    const { signing, client } = await signed(retry, signIn, notConfirmed, notAccepted);
    for (let attempt = 2; attempt <= 5; attempt++) await signing.retry(client);
    assert.deepEqual(
      client.facts.map((fact) => ('reason' in fact ? fact.reason : fact.name)),
      ['no-answer', 'sign-in', 'not-confirmed', 'not-accepted', 'signed'],
    );
  });

  it('can be pending again after a refusal that a person had sent again', async () => {
    const { signing, client, storage, endpoint } = await signed(refused, retry);
    const [entry] = await storage.list(endpoint);
    await signing.retry(client, entry);
    assert.equal(nameOf(signing, client), 'pending');
  });

  it('tells the developer which rule was broken', async () => {
    const { warnings, endpoint } = await signed({ ...notConfirmed, breach: 'answered 200 without a body' });
    assert.deepEqual(warnings, [
      `${endpoint} answered 200 without a body. The signature is kept, and not called signed.`,
    ]);
  });

  it('is said to be held by this page, this device, or this device encrypted', async () => {
    const durable = { ...createMemoryStorage(), isDurable: true };
    const sealed = createSealedStorage(durable, ({ id, charter }) =>
      Promise.resolve({ jwe: `sealed ${id}`, charter }),
    );
    const unsealed = createSealedStorage({ ...createMemoryStorage(), isDurable: true }, () =>
      Promise.resolve(undefined),
    );
    for (const [options, keeping] of [
      [{ storage: createMemoryStorage() }, 'page'],
      [{ storage: durable }, 'device'],
      [{ storage: sealed, isShared: true }, 'encrypted'],
      [{ storage: unsealed, isShared: true }, 'page'],
    ] as const) {
      const { signing } = setUpSigning(options, new ScriptedTransport(retry));
      const client = new Asker();
      signing.subscribe(client);
      await signing.ready;
      await signing.sign(recordOf(1), client);
      const { signature } = signing.getState(client);
      assert.equal(signature.name === 'pending' && signature.keeping, keeping);
    }
  });
});

describe('sending ends in time', () => {
  const hanging = (act: 'put' | 'list' | 'delete'): OutboxStorage => ({
    ...createMemoryStorage(),
    [act]: () => never(),
  });
  const faults = {
    'the endpoint never answers': { transport: () => never<Answer>() },
    'the device never keeps': { storage: hanging('put') },
    'the device never lists': { storage: hanging('list') },
    'the device never forgets': { storage: hanging('delete') },
    'another tab never gives the lock back': { lock: { run: (): Promise<void> => never() } },
  };
  for (const [what, options] of Object.entries(faults)) {
    it(`at the timeout, though ${what}`, async () => {
      const { signing, clock } = setUpSigning(options);
      const client = new Asker({ timeout: 5_000 });
      signing.subscribe(client);
      void signing.sign(recordOf(1), client);
      await settledPromises();
      clock.advance(5_249);
      assert.equal(nameOf(signing, client), 'sending');
      clock.advance(1);
      const { signature } = signing.getState(client);
      assert.ok(signature.name === 'pending');
      assert.deepEqual([signature.reason, signature.record.id], ['no-answer', recordOf(1).id]);
    });
  }

  it('and an answer that comes later still counts', async () => {
    const answer = deferred<Answer>();
    const { signing, clock } = setUpSigning({}, new ScriptedTransport(answer.promise));
    const client = new Asker({ timeout: 5_000 });
    signing.subscribe(client);
    const done = signing.sign(recordOf(1), client);
    await settledPromises();
    clock.advance(6_000);
    assert.equal(nameOf(signing, client), 'pending');
    answer.resolve(recorded);
    await done;
    assert.equal(nameOf(signing, client), 'signed');
    assert.deepEqual(client.heard, ['pending 1', 'signed 1']);
  });

  for (const act of ['put', 'list', 'get', 'delete'] as const) {
    it(`in words, though the device fails to ${act}`, async () => {
      const storage = { ...createMemoryStorage(), [act]: () => Promise.reject(new Error('broken')) };
      const { signing } = setUpSigning({ storage });
      const client = new Asker();
      signing.subscribe(client);
      await signing.sign(recordOf(1), client);
      assert.ok(['refused', 'pending', 'signed'].includes(nameOf(signing, client)));
    });
  }

  it('with a refusal that can be signed again where nothing could be kept or sent', async () => {
    const memory = createMemoryStorage();
    const { put } = memory;
    memory.put = () => Promise.reject(new Error('broken'));
    const { signing } = setUpSigning({ storage: memory });
    const client = new Asker();
    signing.subscribe(client);
    await signing.sign(recordOf(1), client);
    const { signature } = signing.getState(client);
    assert.ok(signature.name === 'refused');
    assert.match(signature.problem.type, /:not-kept$/);
    memory.put = put;
    await signing.sign(signature.record, client);
    assert.equal(nameOf(signing, client), 'signed');
    assert.deepEqual(client.heard, ['refused 1', 'signed 1']);
  });

  it('without an error where the transport throws', async () => {
    const { signing, client } = await signed(new TypeError('broken'));
    assert.equal(nameOf(signing, client), 'pending');
  });
});

describe('a client that comes and goes', () => {
  /** A client that is taken out of the page while its record is sent. */
  async function away() {
    const answer = deferred<Answer>();
    const context = setUpSigning({}, new ScriptedTransport(answer.promise));
    const client = new Asker();
    const release = context.signing.subscribe(client);
    const done = context.signing.sign(recordOf(1), client);
    await context.transport.attempts(1);
    client.isHere = false;
    return { ...context, client, release, answer: async (value: Answer) => (answer.resolve(value), done) };
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

describe('what waits from an earlier visit', () => {
  /** Keeps records of an earlier visit, then begins anew with an endpoint that is still down. */
  async function visit(records: readonly SignatureRecord[], client = new Asker()) {
    const transport = new ScriptedTransport(...Array.from({ length: 40 }, () => retry));
    const context = setUpSigning({}, transport);
    for (const record of records) {
      const asker = new Asker({ charter: record.charter });
      const release = context.signing.subscribe(asker);
      await context.signing.sign(record, asker);
      release();
    }
    context.signing.close();
    const signing = context.open();
    signing.subscribe(client);
    await signing.ready;
    await settledPromises();
    return { ...context, signing, client };
  }

  it('is shown to the same text', async () => {
    const { signing, client } = await visit([recordOf(1)]);
    assert.equal(nameOf(signing, client), 'pending');
  });

  it('is sent anew by a page that begins anew', async () => {
    const { signing, client, transport } = await visit([recordOf(1)]);
    await transport.attempts(2);
    assert.equal(transport.sent.length, 2);
    assert.equal(nameOf(signing, client), 'pending');
  });

  it('shows the last one, and lists the others', async () => {
    const { signing, client } = await visit([recordOf(1), recordOf(2), recordOf(3)]);
    const { signature, unsent } = signing.getState(client);
    assert.equal(signature.name === 'pending' && signature.record.id, recordOf(3).id);
    assert.deepEqual(idsOf(unsent), [1, 2]);
    assert.equal(client.counts.at(-1), 3);
  });

  for (const [what, record] of [
    ['text', recordOf(1, 'other')],
    ['version', recordOf(1, 'guide', '2')],
  ] as const) {
    it(`of another ${what} is not shown as this one’s, but listed`, async () => {
      const { signing, client } = await visit([record]);
      const { signature, unsent, others } = signing.getState(client);
      assert.deepEqual([signature.name, idsOf(unsent), idsOf(others)], ['drafting', [], [1]]);
      assert.deepEqual([client.facts, client.counts], [[], []]);
    });
  }

  it('of another person is not shown as this one’s nor sent, but listed', async () => {
    const client = new Asker({ signer: { name: 'Ali Benali' } });
    const { signing, transport } = await visit([recordOf(1)], client);
    const { signature, unsent, others } = signing.getState(client);
    assert.deepEqual([signature.name, idsOf(unsent), idsOf(others)], ['drafting', [], [1]]);
    await signing.retry(client);
    assert.equal(transport.sent.length, 1);
    client.signer = { name: 'Personne 1' };
    signing.refresh(client);
    assert.equal(nameOf(signing, client), 'pending');
    await signing.retry(client);
    assert.equal(transport.sent.length, 2);
  });

  it('of another address is not shown as this one’s nor sent, but listed, and can be sent', async () => {
    const earlier = await visit([recordOf(1)]);
    earlier.signing.close();
    const sentBefore = earlier.transport.sent.length;
    const transport = new ScriptedTransport();
    const { signing, endpoint } = setUpSigning({ storage: earlier.storage, clock: earlier.clock }, transport);
    const client = new Asker();
    signing.subscribe(client);
    await signing.ready;
    const { signature, unsent, others } = signing.getState(client);
    assert.deepEqual([signature.name, idsOf(unsent), idsOf(others)], ['drafting', [], [1]]);
    assert.equal(others[0]!.endpoint, earlier.endpoint);
    await signing.retry(client);
    assert.deepEqual([transport.sent, earlier.transport.sent.length], [[], sentBefore]);
    await signing.retry(client, others[0]);
    assert.deepEqual([transport.sent, client.heard], [[recordOf(1).id], ['signed 1']]);
    assert.deepEqual(signing.getState(client).others, []);
    assert.deepEqual(await earlier.storage.list(endpoint), []);
  });

  it('can be erased, and is gone', async () => {
    const { signing, client, storage, endpoint } = await visit([recordOf(1, 'other')]);
    await signing.erase(signing.getState(client).others[0]!);
    assert.deepEqual(signing.getState(client).others, []);
    assert.deepEqual(await storage.list(endpoint), []);
  });

  it('of two texts is told each to its own', async () => {
    const transport = new ScriptedTransport(retry, retry);
    const { signing } = setUpSigning({}, transport);
    const [one, two] = [new Asker(), new Asker({ charter: { id: 'other', version: '1' } })];
    signing.subscribe(one);
    signing.subscribe(two);
    await signing.sign(recordOf(1), one);
    await signing.sign(recordOf(2, 'other'), two);
    // The second one's flush sent the first again.
    await signing.retry(one);
    assert.deepEqual(one.heard.at(-1), 'signed 1');
    assert.deepEqual(two.heard.at(-1), 'signed 2');
    assert.ok(one.heard.every((fact) => fact.endsWith(' 1')));
    assert.ok(two.heard.every((fact) => fact.endsWith(' 2')));
  });

  it('is not shown to the next person of a shared device', async () => {
    const device = createMemoryStorage();
    const openSealed = () =>
      createSealedStorage(device, ({ id, charter }) => Promise.resolve({ jwe: `sealed ${id}`, charter }));
    const { signing, open } = setUpSigning(
      { storage: openSealed(), isShared: true },
      new ScriptedTransport(retry, retry),
    );
    const first = new Asker();
    signing.subscribe(first);
    await signing.sign(recordOf(1), first);
    signing.close();
    const next = open({ storage: openSealed() });
    const second = new Asker();
    next.subscribe(second);
    await next.ready;
    await settledPromises();
    const { signature, others } = next.getState(second);
    assert.deepEqual([signature.name, others], ['drafting', []]);
    assert.deepEqual(second.facts, []);
    assert.doesNotMatch(JSON.stringify(next.getState(second)), /Personne/);
  });

  it('of a shared device is shown, while it is on its way, by the element that takes the place of the one that signed', async () => {
    const answer = deferred<Answer>();
    const { signing, clock, transport } = setUpSigning(
      { isShared: true },
      new ScriptedTransport(answer.promise),
    );
    const [first, second, third] = [new Asker(), new Asker(), new Asker()];
    const leave = signing.subscribe(first);
    await signing.ready;
    const done = signing.sign(recordOf(1), first);
    await transport.attempts(1);
    leave();
    const leaveToo = signing.subscribe(second);
    assert.equal(nameOf(signing, second), 'sending');
    answer.resolve(recorded);
    await done;
    assert.equal(nameOf(signing, second), 'signed');
    leaveToo();
    clock.advance(minute);
    signing.subscribe(third);
    await settledPromises();
    assert.equal(nameOf(signing, third), 'drafting');
  });

  it('that waits on a shared device is shown by no other element, however soon it comes', async () => {
    const { signing } = setUpSigning({ isShared: true }, new ScriptedTransport(retry));
    const [first, second] = [new Asker(), new Asker()];
    const leave = signing.subscribe(first);
    await signing.ready;
    await signing.sign(recordOf(1), first);
    leave();
    signing.subscribe(second);
    assert.equal(nameOf(signing, second), 'drafting');
    assert.equal(signing.getState(second).unsent.length, 1);
  });

  it('is shown by the element that takes the place of the one that signed, though the device takes its time', async () => {
    const kept = deferred<undefined>();
    const storage = createMemoryStorage();
    const slow = { ...storage, put: (entry: OutboxEntry) => kept.promise.then(() => storage.put(entry)) };
    const { signing, clock } = setUpSigning({ storage: slow });
    const [first, second] = [new Asker(), new Asker()];
    const leave = signing.subscribe(first);
    await signing.ready;
    const done = signing.sign(recordOf(1), first);
    clock.advance(minute);
    leave();
    signing.subscribe(second);
    assert.equal(nameOf(signing, second), 'pending');
    kept.resolve(undefined);
    await done;
    assert.equal(nameOf(signing, second), 'signed');
    assert.deepEqual(second.heard, ['signed 1']);
  });
});

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

describe('preparing', () => {
  it('waits for keys and code', async () => {
    const loaded = deferred();
    const { signing } = setUpSigning({ loadKeys: () => loaded.promise });
    let isPrepared = false;
    const preparing = signing.prepare(new Asker()).then(() => (isPrepared = true));
    await settledPromises();
    assert.equal(isPrepared, false);
    loaded.resolve(undefined);
    await preparing;
  });

  it('does not wait without end', async () => {
    const { signing, clock } = setUpSigning({ loadKeys: () => never() });
    const preparing = signing.prepare(new Asker());
    clock.advance(5_000);
    await preparing;
  });
});
