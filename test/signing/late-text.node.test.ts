import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Answer } from '../../src/outbox/index.ts';
import { recorded } from '../outbox/support/scripted-transport.ts';
import { Asker, nameOf, underWay } from './support/signings.ts';

/** An element took the place of the one that signed, and has just learnt its text: nothing has told the signing yet. */
async function replaced() {
  const context = await underWay();
  const fresh = new Asker({ charter: undefined });
  context.signing.subscribe(fresh);
  fresh.charter = context.client.charter;
  return {
    ...context,
    fresh,
    answer: async (value: Answer) => {
      await context.answer(value);
      return nameOf(context.signing, fresh);
    },
  };
}

describe('an element that learns its text just before the answer', () => {
  it('shows the signature that it announces', async () => {
    const { fresh, release, answer } = await replaced();
    release();
    assert.equal(await answer(recorded), 'signed');
    assert.deepEqual(fresh.heard, ['signed 1']);
  });

  it('shows it also where the time for an answer was over', async () => {
    const { clock, fresh, release, answer } = await replaced();
    release();
    clock.advance(15_250);
    assert.equal(await answer(recorded), 'signed');
    assert.deepEqual(fresh.heard, ['pending 1', 'signed 1']);
  });

  it('leaves it to the one that signed, where that one is still there', async () => {
    const { fresh, answer } = await replaced();
    assert.equal(await answer(recorded), 'drafting');
    assert.deepEqual(fresh.heard, []);
  });
});
