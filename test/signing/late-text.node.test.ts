import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Answer } from '../../src/outbox/index.ts';
import { ScriptedTransport, deferred, recorded } from '../outbox/support/scripted-transport.ts';
import { Asker, recordOf, setUpSigning } from './support/signings.ts';

/** An element took the place of the one that signed, and has just learnt its text: nothing has told the signing yet. */
async function replaced() {
  const answer = deferred<Answer>();
  const context = setUpSigning({}, new ScriptedTransport(answer.promise));
  const client = new Asker();
  const release = context.signing.subscribe(client);
  const done = context.signing.sign(recordOf(1), client);
  await context.transport.attempts(1);
  const fresh = new Asker({ charter: undefined });
  context.signing.subscribe(fresh);
  fresh.charter = client.charter;
  return {
    ...context,
    fresh,
    release,
    answer: async (value: Answer) => {
      answer.resolve(value);
      await done;
      return context.signing.getState(fresh).signature.name;
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
