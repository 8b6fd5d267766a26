import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createKnownSignatures } from '../../src/signing/known-signatures.ts';
import { FakeClock } from '../outbox/support/fake-clock.ts';
import { recorded, refused, retry } from '../outbox/support/scripted-transport.ts';
import { Asker, recordOf } from './support/signings.ts';

const record = recordOf(1);

function begun() {
  const clock = new FakeClock();
  const known = createKnownSignatures(clock);
  let lateCount = 0;
  const signature = known.begin(record, new Asker(), 1_000, () => lateCount++);
  return { clock, known, signature, late: () => lateCount };
}

describe('what a page knows of a signature', () => {
  it('is that it is on its way, until its time is over', () => {
    const { clock, known, signature, late } = begun();
    signature.isStarting = false;
    assert.deepEqual(known.underWay, [signature]);
    clock.advance(999);
    assert.equal(late(), 0);
    clock.advance(1);
    assert.equal(late(), 1);
    assert.deepEqual(known.underWay, []);
  });

  it('is that it is on its way while the device takes it in, however long that takes', () => {
    const { clock, known, signature } = begun();
    clock.advance(60_000);
    assert.deepEqual(known.underWay, [signature]);
  });

  it('is not that it is late where the answer came', () => {
    const { clock, known, late } = begun();
    known.endSending(record.id);
    clock.advance(60_000);
    assert.equal(late(), 0);
  });

  it('stays recorded, whatever another attempt is answered', () => {
    const { known, signature } = begun();
    for (const answer of [recorded, refused, retry]) known.settle(record, answer);
    assert.equal(signature.answer, recorded);
  });

  it('is that it waits again after a refusal that was sent again', () => {
    const { known, signature } = begun();
    for (const answer of [refused, retry]) known.settle(record, answer);
    assert.equal(signature.answer, undefined);
  });

  it('begins anew where it is signed again', () => {
    const { known } = begun();
    known.settle(record, refused);
    assert.equal(known.begin(record, new Asker(), 1_000, () => undefined).answer, undefined);
  });

  it('is nothing once the page forgets it, and no timer is left', () => {
    const { clock, known, late } = begun();
    known.clear();
    clock.advance(60_000);
    assert.equal(late(), 0);
    assert.equal(known.get(record.id), undefined);
  });
});
