import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Answer } from '../../src/outbox/index.ts';
import { heldIds, ids, nextNews, record, setUp } from './support/outboxes.ts';
import {
  notAccepted,
  notConfirmed,
  otherPerson,
  outdated,
  refused,
  retry,
  retryAfter,
  signIn,
} from './support/scripted-transport.ts';
import { minute, flushed } from './support/flushed.ts';

describe('an outbox whose record was not recorded yet', () => {
  it('waits by the backoff, doubling from attempt to attempt up to five minutes', async () => {
    const { outbox, clock } = await flushed(...Array.from({ length: 12 }, () => retry));
    const waits: number[] = [];
    for (let attempt = 1; attempt < 12; attempt++) {
      const [wait] = clock.waits;
      waits.push(wait!);
      const news = nextNews(outbox);
      clock.advance(wait!);
      await news;
      await outbox.flush();
    }
    // Three quarters of the delay, by the jitter of these tests.
    const seconds = [2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300];
    assert.deepEqual(
      waits,
      seconds.map((delay) => delay * 750),
    );
  });

  it('does not send before its time, and does at it', async () => {
    const { outbox, clock, transport } = await flushed(retry);
    clock.advance(1499);
    await outbox.flush();
    assert.equal(transport.sent.length, 1);
    const news = nextNews(outbox);
    clock.advance(1);
    assert.equal((await news).answer.kind, 'recorded');
    assert.deepEqual(heldIds(outbox), []);
  });

  it('keeps how often it was tried, when next, and why it failed', async () => {
    const { outbox, clock, storage, endpoint } = await flushed(retry, retry);
    await outbox.flush({ now: true });
    const [entry] = await storage.list(endpoint);
    assert.equal(entry?.attempts, 2);
    assert.equal(entry.nextTryAt, clock.now() + 3000);
    assert.deepEqual(entry.problem, { type: 'about:blank', status: 503 });
    assert.deepEqual(outbox.getState().entries, [entry]);
  });

  it('is sent at once when the person asks', async () => {
    const { outbox, transport } = await flushed(retry);
    await outbox.flush({ now: true });
    assert.equal(transport.sent.length, 2);
    assert.deepEqual(heldIds(outbox), []);
  });

  it('sets one timer, for the record that comes first', async () => {
    const { outbox, clock } = await flushed(retryAfter(10 * minute), retry);
    await outbox.add(record(2));
    await outbox.flush();
    assert.deepEqual(clock.waits, [1500]);
  });

  it('keeps its time through a reload of the page', async () => {
    const { outbox, clock, storage, endpoint } = await flushed(retry);
    outbox.close();
    const reloaded = setUp({ storage, endpoint, clock });
    await reloaded.outbox.load();
    assert.deepEqual(clock.waits, [1500]);
    assert.deepEqual(reloaded.transport.sent, []);
  });

  describe('with Retry-After', () => {
    it('waits as long as the endpoint asked', async () => {
      const { clock } = await flushed(retryAfter(10 * minute));
      assert.deepEqual(clock.waits, [10 * minute]);
    });

    it('waits no less than its own backoff', async () => {
      const { clock } = await flushed(retryAfter(100));
      assert.deepEqual(clock.waits, [1500]);
    });

    it('waits even when the person asks, then sends', async () => {
      const { outbox, clock, transport } = await flushed(retryAfter(10 * minute));
      clock.advance(10 * minute - 1);
      await outbox.flush({ now: true });
      assert.equal(transport.sent.length, 1);
      clock.advance(1);
      await outbox.flush({ now: true });
      assert.equal(transport.sent.length, 2);
    });

    it('can be forced once it is over, though the backoff is not', async () => {
      const { outbox, clock, transport } = await flushed(retryAfter(100));
      clock.advance(100);
      await outbox.flush({ now: true });
      assert.equal(transport.sent.length, 2);
    });

    it('is forgotten at the next answer without it', async () => {
      const { outbox, clock, transport } = await flushed(retryAfter(minute), retry);
      clock.advance(minute);
      await outbox.flush({ now: true });
      await outbox.flush({ now: true });
      assert.equal(transport.sent.length, 3);
    });
  });

  describe('when the device’s clock is put back', () => {
    it('takes for due what would wait longer than any wait', async () => {
      const { outbox, clock, transport } = await flushed(retry);
      clock.set(clock.now() - 365 * 24 * 60 * minute);
      await outbox.load();
      assert.deepEqual(clock.waits, [0]);
      await outbox.flush();
      assert.equal(transport.sent.length, 2);
    });

    it('waits for an hour where the endpoint asked for it, not longer', async () => {
      const { outbox, clock, transport } = await flushed(retryAfter(60 * minute));
      await outbox.load();
      assert.deepEqual(clock.waits, [60 * minute]);
      await outbox.flush({ now: true });
      assert.equal(transport.sent.length, 1);
    });

    it('can still be forced after Retry-After', async () => {
      const { outbox, clock, transport } = await flushed(retryAfter(minute));
      clock.set(clock.now() - 24 * 60 * minute);
      await outbox.flush({ now: true });
      assert.equal(transport.sent.length, 2);
    });
  });
});

describe('an outbox that waits for a person', () => {
  const waits: [answer: Answer, state: string, reason: string | undefined, isForced: boolean][] = [
    [signIn, 'pending', 'sign-in', true],
    [otherPerson, 'pending', 'other-person', true],
    [outdated, 'outdated', undefined, false],
    [refused, 'refused', undefined, false],
  ];
  for (const [answer, state, reason, isForced] of waits) {
    const what = reason ?? state;
    it(`keeps a record after “${what}”, with the problem and without a timer`, async () => {
      const { outbox, clock, storage, endpoint } = await flushed(answer);
      const [entry] = await storage.list(endpoint);
      assert.deepEqual([entry?.state, entry?.reason], [state, reason]);
      assert.deepEqual(entry?.problem, 'problem' in answer && answer.problem);
      assert.deepEqual(outbox.getState().entries, [entry]);
      assert.deepEqual(clock.waits, []);
    });

    it(`does not send it of itself after “${what}”, however late`, async () => {
      const { outbox, clock, transport } = await flushed(answer);
      clock.advance(29 * 24 * 60 * minute);
      await outbox.flush();
      assert.equal(transport.sent.length, 1);
    });

    it(`${isForced ? 'sends' : 'does not send'} it after “${what}” when the person asks`, async () => {
      const { outbox, transport } = await flushed(answer);
      await outbox.flush({ now: true });
      assert.equal(transport.sent.length, isForced ? 2 : 1);
    });

    it(`sends it after “${what}” when the person asks for this very one`, async () => {
      const { outbox, transport } = await flushed(answer);
      await outbox.send(outbox.getState().entries[0]!);
      assert.equal(transport.sent.length, 2);
      assert.deepEqual(heldIds(outbox), []);
    });
  }

  it('goes back to waiting by itself when the person signed in and the endpoint is down', async () => {
    const { outbox, clock } = await flushed(signIn, retry);
    await outbox.flush({ now: true });
    assert.equal(outbox.getState().entries[0]?.reason, 'no-answer');
    assert.deepEqual(clock.waits, [3000]);
  });

  it('sends the other records meanwhile', async () => {
    const { outbox, transport } = await flushed(refused);
    await outbox.add(record(2));
    await outbox.flush();
    assert.deepEqual(transport.sent, ids(1, 2));
    assert.deepEqual(heldIds(outbox), ids(1));
  });
});

describe('an outbox whose endpoint has to be mended first', () => {
  for (const [answer, reason] of [
    [notConfirmed, 'not-confirmed'],
    [notAccepted, 'not-accepted'],
  ] as const) {
    it(`tries slowly after “${reason}”: from five minutes to an hour`, async () => {
      const { outbox, clock } = await flushed(...Array.from({ length: 7 }, () => answer));
      const waited: number[] = [];
      for (let attempt = 1; attempt < 7; attempt++) {
        assert.equal(outbox.getState().entries[0]?.reason, reason);
        const [wait] = clock.waits;
        waited.push(wait! / minute);
        const news = nextNews(outbox);
        clock.advance(wait!);
        await news;
        await outbox.flush();
      }
      assert.deepEqual(
        waited,
        [5, 10, 20, 40, 60, 60].map((delay) => delay * 0.75),
      );
    });

    it(`keeps that pace after “${reason}” when the network is back`, async () => {
      const { outbox, transport } = await flushed(answer);
      await outbox.flush({ isAwake: true });
      assert.equal(transport.sent.length, 1);
    });
  }

  for (const [answer, reason, isSent] of [
    [retry, 'no-answer', true],
    [signIn, 'sign-in', true],
    [otherPerson, 'other-person', true],
    [refused, 'refused', false],
    [outdated, 'outdated', false],
  ] as const) {
    it(`${isSent ? 'sends' : 'does not send'} after “${reason}” when the network or the person is back`, async () => {
      const { outbox, transport } = await flushed(answer);
      await outbox.flush({ isAwake: true });
      assert.equal(transport.sent.length, isSent ? 2 : 1);
    });
  }
});
