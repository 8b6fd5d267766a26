import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OutboxEntry } from '../../src/outbox/index.ts';
import { createAnnouncer } from '../../src/signing/announcer.ts';
import type { SigningFact } from '../../src/signing/client.ts';
import { resolveEndpoint } from '../../src/signing/endpoint.ts';
import { loadReceiptKeys } from '../../src/signing/keys.ts';
import { sendEntry } from '../../src/signing/send-entry.ts';
import { recordOf as recordOfState, stateOf } from '../../src/signing/signature-state.ts';
import { outdated, recorded, refused } from '../outbox/support/scripted-transport.ts';
import { FakeClock } from '../outbox/support/fake-clock.ts';
import { Asker, recordOf } from './support/signings.ts';

describe('where a signature stands', () => {
  it('is what an answer says, though the device holds nothing of it', () => {
    for (const [answer, name] of [
      [outdated, 'outdated'],
      [refused, 'refused'],
      [recorded, 'signed'],
    ] as const)
      assert.equal(stateOf(recordOf(1), { answer, keeping: 'page' }).name, name);
  });

  it('is pending, and not tried, where nothing is known', () => {
    const state = stateOf(recordOf(1), { keeping: 'page' });
    assert.ok(state.name === 'pending');
    assert.deepEqual([state.isTrying, state.reason, state.nextTryAt], [false, 'no-answer', undefined]);
    assert.equal(recordOfState(state)?.id, recordOf(1).id);
    assert.equal(recordOfState({ name: 'drafting' }), undefined);
  });
});

describe('the address of an endpoint', () => {
  const page = 'https://intranet.example/charte';

  it('is not the page, nor spaces that lead to it, whatever addresses are relative to', () => {
    for (const given of [' ', '\n', '#top', ' ?a'])
      assert.match(
        resolveEndpoint(given, 'https://elsewhere.example/', page).mistake ?? '',
        /the page itself/,
      );
  });

  it('may have the path of the page on another host', () => {
    const endpoint = 'https://receiver.example/charte';
    assert.deepEqual(resolveEndpoint(endpoint, page, page), { url: endpoint });
    assert.ok(resolveEndpoint('/charte', page, page).mistake);
  });
});

describe('a fact that no element is for', () => {
  it('waits while one of them may yet be', () => {
    const elsewhere: SigningFact[] = [];
    const clients = [
      new Asker({ charter: { id: 'other', version: '1' } }),
      new Asker({ charter: undefined }),
    ];
    const announcer = createAnnouncer({
      clock: new FakeClock(),
      clients: () => clients,
      shows: () => false,
      unsentCount: () => 0,
      announceElsewhere: (fact) => void elsewhere.push(fact),
    });
    announcer.announce({ name: 'signed', record: recordOf(1), receipt: undefined });
    assert.deepEqual([elsewhere.length, announcer.waiting.length], [0, 1]);
    clients.pop();
    announcer.deliver();
    assert.deepEqual([elsewhere.length, announcer.waiting.length], [1, 0]);
  });
});

describe('keys that cannot be had', () => {
  const url = 'https://receiver.example/limits/jwks.json';

  it('say why', async () => {
    for (const body of [null, 'keys', {}, { keys: {} }])
      await assert.rejects(
        loadReceiptKeys(url, 1000, () => Promise.resolve(Response.json(body))),
        /not a JSON Web Key Set/,
      );
  });

  it('are not looked at where nothing was recorded, and told where something was', async () => {
    const record = recordOf(1);
    const entry: OutboxEntry = {
      id: record.id,
      endpoint: url,
      record,
      addedAt: 0,
      attempts: 0,
      nextTryAt: 0,
    };
    const send = (status: number) => {
      const fetcher = (input: unknown) =>
        Promise.resolve(
          input === url ? new Response(null, { status: 599 }) : Response.json({ id: record.id }, { status }),
        );
      const client = new Asker({ overrides: { fetcher, receiptKeys: url } });
      return sendEntry('https://receiver.example/api', entry, client, () => undefined);
    };
    const down = await send(503);
    assert.equal(down.kind === 'pending' && down.reason, 'no-answer');
    const recordedThere = await send(201);
    assert.ok(recordedThere.kind === 'pending');
    assert.match(recordedThere.problem.detail ?? '', /599/);
  });
});
