import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { otherSigner, requireSameSigner } from '../../receiver/domain/check-signer.ts';
import type { SignerCheck } from '../../receiver/domain/check-signer.ts';
import type { Identity } from '../../receiver/domain/identity.ts';
import { ProblemError } from '../../receiver/domain/problem-error.ts';
import type { Signer } from '../../src/signature/index.ts';
import { createRecord, guide } from './support/records.ts';

const elise: Identity = { id: 'alice', name: 'Élise Çelik', department: 'Médecine' };

/** Whether a record of this signer is taken. */
function isTaken(signer: Signer, check: SignerCheck): boolean {
  try {
    requireSameSigner(createRecord(guide, { signer }), check);
    return true;
  } catch (error) {
    assert.ok(error instanceof ProblemError, String(error));
    assert.equal(error.problem, 'other-signer');
    assert.equal(error.message, otherSigner().message);
    return false;
  }
}

describe('a record of somebody who signs now', () => {
  const cases: [signer: Signer, isTaken: boolean, identity?: Identity | undefined][] = [
    [{ name: 'Élise Çelik' }, true],
    [{ name: 'Élise' }, true],
    [{ name: 'élise martin ÇELIK' }, true],
    [{ name: 'Çelik, Élise' }, true],
    [{ name: 'ELISE CELIK' }, true],
    [{ name: 'Élise Çelik'.normalize('NFD') }, true],
    [{ name: 'É. Çelik' }, true],
    [{ name: 'E C' }, true],
    [{ name: 'Él. Çelik' }, false],
    [{ name: 'Ç. Brévannes' }, false],
    [{ name: 'Élise Brévannes' }, false],
    [{ name: 'Elis Celik' }, false],
    [{ name: '-' }, false],
    // Digits are part of a name; a digit stands for no word.
    [{ name: 'Service 4' }, true, { id: 'x', name: 'Service 4' }],
    [{ name: 'Service 4' }, false, { id: 'x', name: 'Service 45' }],
    // The initial may be on the other side.
    [{ name: 'Élise Çelik' }, true, { id: 'x', name: 'E. Çelik' }],
    // Names without a letter are the same as they are written.
    [{ name: '…  !' }, true, { id: 'x', name: '… !' }],
    [{ name: '…' }, false, { id: 'x', name: '!' }],
    // Ids decide where the record has one.
    [{ name: 'Someone', id: ' alice ' }, true],
    [{ name: 'Élise Çelik', id: 'bob' }, false],
    [{ name: 'Élise Çelik', id: 'Alice' }, false],
    // Departments are not compared, nor a name with one that is not known.
    [{ name: 'Élise Çelik', department: 'Urgences' }, true],
    [{ name: 'Someone' }, true, { id: 'alice' }],
    [{ name: 'Someone' }, true, undefined],
  ];
  for (const [signer, taken, ...[identity]] of cases.map(
    ([signer, taken, ...rest]) => [signer, taken, rest.length > 0 ? rest[0] : elise] as const,
  ))
    it(`is ${taken ? '' : 'not '}taken from ${JSON.stringify(signer)} under ${JSON.stringify(identity)}`, () => {
      assert.equal(isTaken(signer, { identity }), taken);
      assert.equal(isTaken(signer, { identity, hasWaited: false }), taken);
    });
});

describe('a record that waited on a shared device', () => {
  const cases: [signer: Signer, isTaken: boolean, identity?: Identity | undefined][] = [
    [{ name: 'Élise Çelik' }, true],
    [{ name: ' élise   ÇELIK ' }, true],
    [{ name: 'Élise Çelik', department: ' médecine' }, true],
    [{ name: 'Élise Çelik', department: 'Urgences' }, false],
    [{ name: 'Élise Çelik', department: 'Urgences' }, true, { id: 'alice', name: 'Élise Çelik' }],
    [{ name: 'Çelik Élise' }, false],
    [{ name: 'Elise Celik' }, false],
    [{ name: 'É. Çelik' }, false],
    [{ name: 'Élise Çelik' }, false, { id: 'alice' }],
    [{ name: 'Someone', id: 'alice' }, true],
    [{ name: 'Élise Çelik', id: 'bob' }, false],
    [{ name: 'Someone' }, true, undefined],
  ];
  for (const [signer, taken, ...rest] of cases) {
    const identity = rest.length > 0 ? rest[0] : elise;
    it(`is ${taken ? '' : 'not '}taken from ${JSON.stringify(signer)} under ${JSON.stringify(identity)}`, () => {
      assert.equal(isTaken(signer, { identity, hasWaited: true }), taken);
    });
  }
});
