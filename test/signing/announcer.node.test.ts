import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createAnnouncer } from '../../src/signing/announcer.ts';
import type { SigningFact } from '../../src/signing/client.ts';
import { FakeClock } from '../outbox/support/fake-clock.ts';
import { Asker, recordOf } from './support/signings.ts';

function setUp(...clients: Asker[]) {
  const elsewhere: SigningFact[] = [];
  const shown = new Map<Asker, string>();
  const clock = new FakeClock();
  const announcer = createAnnouncer({
    clock,
    clients: () => clients,
    shows: (client, id) => shown.get(client as Asker) === id,
    unsentCount: () => 0,
    announceElsewhere: (fact) => elsewhere.push(fact),
  });
  return { announcer, clock, elsewhere, shown, clients };
}

const fact = (number: number, name: 'signed' | 'pending' = 'signed', charter = 'guide'): SigningFact => {
  const record = recordOf(number, charter);
  return name === 'signed'
    ? { name, record, receipt: undefined }
    : { name, record, reason: 'no-answer', nextTryAt: undefined };
};

const away = () => new Asker({ isHere: false });
const other = () => new Asker({ charter: { id: 'other', version: '1' } });
const loading = () => new Asker({ charter: undefined });

describe('an announcer', () => {
  it('tells one client of the text, once', () => {
    const { announcer, clients } = setUp(new Asker(), new Asker());
    announcer.announce(fact(1));
    announcer.deliver();
    assert.deepEqual(
      clients.map(({ heard }) => heard),
      [['signed 1'], []],
    );
    assert.deepEqual(announcer.waiting, []);
  });

  it('tells rather the one that shows it', () => {
    const { announcer, clients, shown } = setUp(new Asker(), new Asker());
    shown.set(clients[1]!, recordOf(1).id);
    announcer.announce(fact(1));
    assert.deepEqual(
      clients.map(({ heard }) => heard),
      [[], ['signed 1']],
    );
  });

  it('waits for the one that is away', () => {
    const { announcer, clients, elsewhere } = setUp(away(), other());
    announcer.announce(fact(1));
    announcer.announce(fact(2));
    assert.deepEqual(
      announcer.waiting.map(({ id }) => id),
      [recordOf(1).id, recordOf(2).id],
    );
    clients[0]!.isHere = true;
    announcer.deliver();
    assert.deepEqual(
      clients.map(({ heard }) => heard),
      [['signed 1', 'signed 2'], []],
    );
    assert.deepEqual([elsewhere, announcer.waiting], [[], []]);
  });

  it('waits for one that does not know its text yet', () => {
    const { announcer, elsewhere, clients } = setUp(loading());
    announcer.announce(fact(1));
    assert.deepEqual(elsewhere, []);
    clients[0]!.charter = { id: 'other', version: '1' };
    announcer.deliver();
    assert.deepEqual([clients[0]!.facts, elsewhere.length], [[], 1]);
  });

  it('tells the page where no client is for the text', () => {
    const { announcer, elsewhere, clients } = setUp(other());
    announcer.announce(fact(1));
    assert.deepEqual([clients[0]!.facts, elsewhere.map(({ name }) => name)], [[], ['signed']]);
  });

  it('tells the page where the one that is away stays away, and whoever listens on that one', () => {
    const { announcer, clients, clock, elsewhere, shown } = setUp(away(), away(), other());
    shown.set(clients[1]!, recordOf(1).id);
    announcer.announce(fact(1));
    clock.advance(9_999);
    assert.deepEqual(elsewhere, []);
    clock.advance(1);
    assert.equal(elsewhere.length, 1);
    assert.deepEqual(
      clients.map(({ heard }) => heard),
      [[], ['signed 1'], []],
    );
  });

  it('tells the page where one never learns what its text is', () => {
    const { announcer, clock, elsewhere } = setUp(loading());
    announcer.announce(fact(1));
    clock.advance(10_000);
    assert.equal(elsewhere.length, 1);
  });

  it('keeps what the page was told for one that comes later, and does not announce it again', () => {
    const { announcer, clients, clock, elsewhere } = setUp(away());
    announcer.announce(fact(1));
    clock.advance(10_000);
    assert.deepEqual(
      announcer.waiting.map(({ id }) => id),
      [recordOf(1).id],
    );
    clients[0]!.isHere = true;
    announcer.deliver();
    assert.deepEqual([clients[0]!.heard, elsewhere.length, announcer.waiting], [[], 1, []]);
  });

  it('tells nothing any more once it has forgotten', () => {
    const { announcer, clock, elsewhere } = setUp(away());
    announcer.announce(fact(1));
    announcer.clear();
    clock.advance(10_000);
    assert.deepEqual(elsewhere, []);
  });

  it('does not keep that something waits: the next attempt tells it again', () => {
    const { announcer, elsewhere } = setUp(away());
    announcer.announce(fact(1, 'pending'));
    assert.deepEqual([announcer.waiting, elsewhere], [[], []]);
  });

  it('keeps what is announced while it delivers', () => {
    const { announcer, clients } = setUp(new Asker());
    const [client] = clients;
    const { announce } = client!;
    client!.announce = (told) => {
      announce.call(client, told);
      if (client!.facts.length === 1) announcer.announce(fact(2));
    };
    announcer.announce(fact(1));
    assert.deepEqual(client!.heard, ['signed 1', 'signed 2']);
  });
});
