import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Answer, OutboxEntry } from '../../src/outbox/index.ts';
import type { SignatureRecord } from '../../src/signature/index.ts';
import { factOf } from '../../src/signing/facts.ts';
import { recordOf as recordIn, stateOf } from '../../src/signing/signature-state.ts';
import type { SignatureEvidence } from '../../src/signing/signature-state.ts';
import {
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
import { recordOf } from './support/signings.ts';

const record = recordOf(1);
const declining: SignatureRecord = { ...record, decision: 'declined', reason: 'Non.' };
const problem = { type: 'about:blank', status: 503 };
const entry = (changes: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id: record.id,
  endpoint: '/sign',
  record,
  addedAt: 1,
  attempts: 1,
  nextTryAt: 5,
  problem,
  ...changes,
});
const state = (evidence: Partial<SignatureEvidence>, signed: SignatureRecord = record) =>
  stateOf(signed, { keeping: 'device', ...evidence });

describe('stateOf', () => {
  it('is signed only by an answer that says that it is recorded', () => {
    assert.equal(state({ answer: recorded }).name, 'signed');
    assert.equal(state({ answer: recorded }, declining).name, 'declined');
    const kept = ['pending', 'outdated', 'refused', undefined] as const;
    const answers: (Answer | undefined)[] = [
      retry,
      signIn,
      otherPerson,
      notConfirmed,
      notAccepted,
      outdated,
      refused,
      withdrawn,
      undefined,
    ];
    for (const answer of answers)
      for (const entryState of kept)
        for (const isSending of [true, false])
          for (const evidence of [{}, { entry: entry({ state: entryState }) }])
            assert.doesNotMatch(state({ answer, isSending, ...evidence }).name, /signed|declined/);
  });

  it('is signed whatever is still kept or under way', () => {
    const evidence = { entry: entry({ state: 'refused' }), isSending: true, isTrying: true } as const;
    assert.equal(state({ answer: recorded, ...evidence }).name, 'signed');
  });

  for (const [evidence, name, reason, nextTryAt] of [
    [{}, 'pending', 'no-answer', undefined],
    [{ isSending: true }, 'sending', undefined, undefined],
    [{ entry: entry(), isSending: true }, 'sending', undefined, undefined],
    [{ entry: entry() }, 'pending', 'no-answer', 5],
    [{ entry: entry({ state: 'pending', reason: 'sign-in' }) }, 'pending', 'sign-in', undefined],
    [{ entry: entry({ state: 'pending', reason: 'other-person' }) }, 'pending', 'other-person', undefined],
    [{ entry: entry({ state: 'pending', reason: 'not-confirmed' }) }, 'pending', 'not-confirmed', 5],
    [{ entry: entry({ state: 'pending', reason: 'not-accepted' }) }, 'pending', 'not-accepted', 5],
    [{ entry: entry({ state: 'refused' }) }, 'refused', undefined, undefined],
    [{ entry: entry({ state: 'refused', problem: undefined }) }, 'refused', undefined, undefined],
    [{ entry: entry({ state: 'outdated' }) }, 'outdated', undefined, undefined],
    [{ answer: withdrawn }, 'drafting', undefined, undefined],
    [{ answer: refused, isSending: true }, 'refused', undefined, undefined],
  ] as const satisfies (readonly [Partial<SignatureEvidence>, ...unknown[]])[])
    it(`of ${JSON.stringify({ ...evidence, ...('entry' in evidence && { entry: [evidence.entry.state, evidence.entry.reason] }) })} is ${name}`, () => {
      const derived = state(evidence);
      assert.equal(derived.name, name);
      assert.equal('reason' in derived ? derived.reason : undefined, reason);
      assert.equal('nextTryAt' in derived ? derived.nextTryAt : undefined, nextTryAt);
      assert.deepEqual(recordIn(derived), derived.name === 'drafting' ? undefined : record);
      if (derived.name === 'refused') assert.equal(typeof derived.problem.type, 'string');
    });

  it('says what is announced, in the same word', () => {
    for (const [answer, name] of [
      [recorded, 'signed'],
      [retry, 'pending'],
      [refused, 'refused'],
      [outdated, 'outdated'],
      [withdrawn, undefined],
    ] as const) {
      const kept = entry(
        answer.kind === 'refused' || answer.kind === 'outdated' ? { state: answer.kind } : {},
      );
      assert.equal(factOf(record, answer, kept)?.name, name);
    }
  });
});
