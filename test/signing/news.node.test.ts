import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMemoryStorage, createSealedStorage } from '../../src/outbox/index.ts';
import type { Answer, OutboxEntry } from '../../src/outbox/index.ts';
import type { SigningFact } from '../../src/signing/client.ts';
import type { Signing, SigningOptions } from '../../src/signing/signing-types.ts';
import {
  ScriptedTransport,
  deferred,
  notConfirmed,
  recorded,
  refused,
  retry,
  signIn,
  withdrawn,
} from '../outbox/support/scripted-transport.ts';
import { Asker, recordOf, setUpSigning, settledPromises } from './support/signings.ts';

/** A client that notes what it would show each time that it is told to look. */
class Watcher extends Asker {
  signing: Signing | undefined;
  readonly seen: string[] = [];
  readonly unsent: number[] = [];

  override announce(fact: SigningFact, unsent?: number): void {
    super.announce(fact);
    this.unsent.push(unsent ?? NaN);
  }

  override update(): void {
    if (!this.signing) return;
    const { signature, others } = this.signing.getState(this);
    const isTrying = signature.name === 'pending' && signature.isTrying ? ' trying' : '';
    this.seen.push(`${signature.name}${isTrying}${others.length > 0 ? ` beside ${others.length}` : ''}`);
  }
}

async function setUp(
  options: Partial<SigningOptions> = {},
  ...script: ConstructorParameters<typeof ScriptedTransport>
) {
  let runs = 0;
  const lock = {
    run: (_: string, act: () => Promise<void>) => {
      runs++;
      return act();
    },
  };
  const context = setUpSigning({ lock, ...options }, new ScriptedTransport(...script));
  const client = new Watcher();
  client.signing = context.signing;
  context.signing.subscribe(client);
  await context.signing.ready;
  await settledPromises();
  return { ...context, client, runs: () => runs };
}
const nameOf = (signing: Signing, client: Asker) => signing.getState(client).signature.name;
const idsOf = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => Number(id.slice(-12)));

const entryOf = (number: number, changes: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id: recordOf(number).id,
  endpoint: '',
  record: recordOf(number),
  addedAt: Date.parse('2026-11-23T12:00:00Z'),
  attempts: 1,
  nextTryAt: Date.parse('2026-11-24T12:00:00Z'),
  ...changes,
});

describe('a client is told to look', () => {
  it('when it signs, at each attempt and at its end', async () => {
    const answer = deferred<Answer>();
    const { signing, client, transport } = await setUp({}, retry, answer.promise);
    client.seen.length = 0;
    const done = signing.sign(recordOf(1), client);
    assert.deepEqual(client.seen, ['sending']);
    await done;
    assert.equal(client.seen.at(-1), 'pending');
    const again = signing.retry(client);
    await transport.attempts(2);
    assert.equal(client.seen.at(-1), 'pending trying');
    answer.resolve(retry);
    await again;
    assert.equal(client.seen.at(-1), 'pending');
    assert.deepEqual(client.unsent, [1, 1]);
  });

  it('when what is left on another address is sent, or erased', async () => {
    const storage = createMemoryStorage();
    for (const number of [1, 2]) await storage.put(entryOf(number, { endpoint: 'https://old.example/' }));
    const { signing, client } = await setUp({ storage });
    const [first, second] = signing.getState(client).others;
    assert.equal(client.seen.at(-1), 'drafting beside 2');
    await signing.erase(first!);
    assert.equal(client.seen.at(-1), 'drafting beside 1');
    await signing.retry(client, second);
    assert.doesNotMatch(client.seen.at(-1)!, /beside/);
  });

  it('when it leaves what waits, and when its time is over', async () => {
    const { signing, client } = await setUp({}, retry);
    await signing.sign(recordOf(1), client);
    await signing.leave(client);
    assert.equal(client.seen.at(-1), 'drafting');
    const late = deferred<Answer>();
    const second = await setUp({}, late.promise);
    void second.signing.sign(recordOf(1), second.client);
    await second.transport.attempts(1);
    second.client.charter = { id: 'other', version: '1' };
    second.signing.refresh(second.client);
    assert.equal(nameOf(second.signing, second.client), 'sending');
    second.clock.advance(15_250);
    assert.equal(second.client.seen.at(-1), 'drafting beside 1');
  });

  it('when somebody asks, and when it signs what cannot be sent as whoever is here', async () => {
    const { signing, client, transport } = await setUp();
    client.seen.length = 0;
    signing.refresh(client);
    assert.deepEqual(client.seen, ['drafting']);
    client.signer = { name: 'Ali Benali' };
    await signing.sign(recordOf(1), client);
    assert.deepEqual([client.seen.at(-1), transport.sent], ['pending', []]);
  });

  it('of how many wait, when it signs one more', async () => {
    const { signing, client } = await setUp({}, retry, retry, retry);
    await signing.sign(recordOf(1), client);
    await signing.sign(recordOf(2), client);
    assert.deepEqual(client.counts, [1, 2]);
    assert.equal(client.unsent.at(-1), 2);
  });
});

describe('what waits is sent', () => {
  it('with what is signed next', async () => {
    const { signing, client, transport } = await setUp({}, retry);
    await signing.sign(recordOf(1), client);
    await signing.sign(recordOf(2), client);
    assert.deepEqual(
      transport.sent,
      [1, 1, 2].map((number) => recordOf(number).id),
    );
  });

  it('when the network or the person is back, unless something has to be mended first', async () => {
    for (const [answer, attempts] of [
      [retry, 2],
      [notConfirmed, 1],
      [signIn, 2],
    ] as const) {
      const { signing, client, transport } = await setUp({}, answer);
      await signing.sign(recordOf(1), client);
      signing.wake();
      await settledPromises();
      await settledPromises();
      assert.equal(transport.sent.length, attempts, answer.reason);
    }
  });

  it('for the first who comes to a page, and not again for the next', async () => {
    const { signing, client, transport } = await setUp({}, retry);
    await signing.sign(recordOf(1), client);
    signing.subscribe(new Asker());
    await settledPromises();
    assert.equal(transport.sent.length, 1);
  });

  it('and nothing is looked for where nothing waits, or nobody is here', async () => {
    const { signing, client, runs } = await setUp({}, retry);
    signing.wake();
    await signing.retry(client);
    await settledPromises();
    assert.equal(runs(), 0);
    await signing.sign(recordOf(1), client);
    const before = runs();
    client.isHere = false;
    signing.wake();
    await settledPromises();
    assert.equal(runs(), before);
    client.isHere = true;
    signing.wake();
    await settledPromises();
    assert.equal(runs(), before + 1);
  });

  it('later by chance, as it is told to be', async () => {
    const nextTryAt = async (random: () => number) => {
      const { signing, client } = await setUp({ random }, retry);
      await signing.sign(recordOf(1), client);
      const { signature } = signing.getState(client);
      return signature.name === 'pending' ? signature.nextTryAt : undefined;
    };
    assert.equal(await nextTryAt(() => 0), await nextTryAt(() => 0));
    assert.notEqual(await nextTryAt(() => 0), await nextTryAt(() => 0.999));
  });

  it('by a client that never came, too', async () => {
    const { signing, transport } = setUpSigning();
    await signing.sign(recordOf(1), new Asker());
    assert.equal(transport.sent.length, 1);
  });
});

describe('what the device holds', () => {
  it('is not asked of a storage that cannot list all, and a failure is told', async () => {
    const { listAll: _, ...storage } = createMemoryStorage();
    const { signing, client } = await setUp({ storage });
    assert.deepEqual(signing.getState(client).others, []);
    const broken = { ...createMemoryStorage(), list: () => Promise.reject(new Error('broken')) };
    const { warnings } = await setUp({ storage: broken });
    assert.ok(warnings.some((warning) => warning.includes('broken')));
  });

  it('is listed beside one’s own, and not among it', async () => {
    const storage = createMemoryStorage();
    const { signing, endpoint } = setUpSigning({ storage });
    const asker = new Asker();
    assert.deepEqual(signing.getState(asker).others, []);
    for (const number of [1, 2]) await storage.put(entryOf(number, { endpoint }));
    await storage.put(entryOf(3, { endpoint, record: recordOf(3, 'other') }));
    const { open } = setUpSigning({ storage, endpoint }, new ScriptedTransport(retry, retry, retry));
    const later = open();
    later.subscribe(asker);
    await later.ready;
    const { unsent, others } = later.getState(asker);
    assert.deepEqual([idsOf(unsent), idsOf(others)], [[1], [3]]);
  });

  it('is listed and not shown when it has waited for more than thirty days', async () => {
    const storage = createMemoryStorage();
    const endpoint = 'https://receiver.example/old';
    await storage.put(entryOf(1, { endpoint, addedAt: Date.parse('2026-10-01T12:00:00Z') }));
    const { signing, client } = await setUp({ storage, endpoint });
    assert.equal(nameOf(signing, client), 'drafting');
    assert.deepEqual(idsOf(signing.getState(client).unsent), [1]);
  });

  it('was refused is forgotten, and the rest kept, in a page that sends its records itself', async () => {
    const storage = createMemoryStorage();
    await storage.put(entryOf(1, { state: 'refused' }));
    await storage.put(entryOf(2));
    const { signing, client } = await setUp({ storage, endpoint: '' }, retry);
    assert.deepEqual(idsOf(await storage.list('')), [2]);
    assert.equal(nameOf(signing, client), 'pending');
    await storage.put(entryOf(3, { endpoint: 'https://receiver.example/', state: 'refused' }));
    const elsewhere = await setUp({ storage, endpoint: 'https://receiver.example/' });
    assert.equal(nameOf(elsewhere.signing, elsewhere.client), 'refused');
  });

  it('says of each signature its own reason', async () => {
    const storage = createMemoryStorage();
    const endpoint = 'https://receiver.example/two';
    await storage.put(entryOf(1, { endpoint, reason: 'sign-in' }));
    await storage.put(entryOf(2, { endpoint, record: recordOf(2, 'other'), reason: 'not-confirmed' }));
    const { signing, client } = await setUp({ storage, endpoint }, signIn, notConfirmed);
    const other = new Asker({ charter: { id: 'other', version: '1' } });
    signing.subscribe(other);
    const reasons = [client, other].map((each) => {
      const { signature } = signing.getState(each);
      return signature.name === 'pending' && signature.reason;
    });
    assert.deepEqual(reasons, ['sign-in', 'not-confirmed']);
  });
});

describe('what a shared device keeps', () => {
  it('is sent for whoever is here, who is told nothing of it', async () => {
    const device = createMemoryStorage();
    const endpoint = 'https://receiver.example/shared';
    const sealed = { jwe: 'of an earlier visit', charter: recordOf(1).charter };
    await device.put(entryOf(1, { endpoint, record: undefined, sealed, nextTryAt: 0 }));
    const storage = createSealedStorage(device, () => Promise.resolve(undefined));
    const { client, transport, warnings } = await setUp({ storage, endpoint, isShared: true });
    await transport.attempts(1);
    await settledPromises();
    assert.deepEqual([await device.list(endpoint), client.facts, warnings], [[], [], []]);
  });

  it('is shown by no other element once its signer has left it', async () => {
    const answer = deferred<Answer>();
    const { signing, client, transport } = await setUp({ isShared: true }, answer.promise);
    const done = signing.sign(recordOf(1), client);
    await transport.attempts(1);
    await signing.leave(client);
    const next = new Asker();
    signing.subscribe(next);
    assert.deepEqual([nameOf(signing, client), nameOf(signing, next)], ['drafting', 'drafting']);
    answer.resolve(recorded);
    await done;
  });
});

describe('what another tab sends', () => {
  it('is shown here, and announced there alone', async () => {
    const name = crypto.randomUUID();
    const { signing, client, open } = await setUp({ channel: new BroadcastChannel(name) }, retry, recorded);
    await signing.sign(recordOf(1), client);
    const elsewhere = open({ channel: new BroadcastChannel(name) });
    const other = new Asker();
    elsewhere.subscribe(other);
    await elsewhere.ready;
    await elsewhere.retry(other);
    while (nameOf(signing, client) !== 'signed') await settledPromises();
    assert.deepEqual(client.heard, ['pending 1']);
    assert.equal(client.seen.at(-1), 'signed');
    assert.deepEqual(other.heard, ['signed 1']);
    signing.close();
    elsewhere.close();
  });

  it('is asked for again where it vanished, but not by a page that is left meanwhile', async () => {
    const { signing, client, storage, clock, transport } = await setUp({}, retry);
    await signing.sign(recordOf(1), client);
    assert.equal(clock.waits.includes(5_000), false);
    await storage.delete(recordOf(1).id);
    await signing.retry(client);
    assert.equal(clock.waits.includes(5_000), true);
    signing.close();
    clock.advance(5_000);
    await settledPromises();
    assert.equal(transport.sent.length, 1);
  });
});

describe('the end', () => {
  it('leaves no timer, shows nothing, and takes nothing up', async () => {
    const { signing, client, clock, storage, endpoint } = await setUp({}, retry);
    await signing.sign(recordOf(1), client);
    assert.ok(clock.waits.length > 0);
    signing.close();
    assert.deepEqual(clock.waits, []);
    assert.equal(nameOf(signing, client), 'drafting');
    signing.subscribe(client);
    signing.refresh(client);
    await settledPromises();
    assert.equal(nameOf(signing, client), 'drafting');
    assert.deepEqual(idsOf(await storage.list(endpoint)), [1]);
  });

  it('of preparing leaves none either, with keys and without', async () => {
    for (const loadKeys of [() => Promise.resolve(), undefined]) {
      const { signing, clock, client } = await setUp(loadKeys ? { loadKeys } : {});
      await signing.prepare(client);
      assert.deepEqual(clock.waits, []);
    }
  });

  it('of what nobody has signed is nothing to leave', async () => {
    const { signing, client, storage, endpoint } = await setUp({}, refused);
    await signing.leave(client);
    await signing.leave(new Asker());
    await signing.sign(recordOf(1), client);
    await signing.leave(client);
    assert.deepEqual(await storage.list(endpoint), []);
  });

  it('says nothing to the developer where no rule was broken', async () => {
    const { signing, client, warnings } = await setUp({}, retry, recorded, withdrawn);
    await signing.sign(recordOf(1), client);
    await signing.retry(client);
    await signing.sign(recordOf(2), client);
    assert.deepEqual(warnings, []);
    assert.equal(nameOf(signing, client), 'drafting');
  });
});
