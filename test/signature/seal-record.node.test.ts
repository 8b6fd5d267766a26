import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compactDecrypt, exportJWK, generateKeyPair } from 'jose';
import { canonicalForm } from '../../src/charter/index.ts';
import { findSealingKey, sealRecord } from '../../src/signature/index.ts';
import { record } from '../outbox/support/outboxes.ts';

async function keyPair(kid: string, use = 'enc') {
  const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
  return { privateKey, key: { ...((await exportJWK(publicKey)) as JsonWebKey), kid, use } };
}

describe('sealRecord', () => {
  it('makes a JWE that the receiver alone reads, down to the last byte', async () => {
    const { key, privateKey } = await keyPair('one');
    const { jwe, charter } = await sealRecord(record(1), key);
    const { plaintext, protectedHeader } = await compactDecrypt(jwe, privateKey);
    assert.equal(new TextDecoder().decode(plaintext), canonicalForm(record(1)));
    assert.deepEqual(charter, record(1).charter);
    assert.equal(protectedHeader.kid, 'one');
    assert.equal(protectedHeader.cty, 'charter-signature+json');
    await assert.rejects(compactDecrypt(jwe, (await keyPair('other')).privateKey));
  });

  it('shows nothing of the person, and never twice the same', async () => {
    const { key } = await keyPair('one');
    const [first, second] = [await sealRecord(record(1), key), await sealRecord(record(1), key)];
    const decoded = first.jwe.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
    assert.doesNotMatch(JSON.stringify([first, decoded]), /Personne|2026-11-23T12/);
    assert.notEqual(first.jwe, second.jwe);
  });

  it('refuses what is no key', async () => {
    await assert.rejects(sealRecord(record(1), { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' }));
  });
});

describe('findSealingKey', () => {
  it('takes the newest key to encrypt to, never one that signs', async () => {
    const [old, recent, signing] = await Promise.all([keyPair('old'), keyPair('new'), keyPair('s', 'sig')]);
    assert.equal(findSealingKey({ keys: [old.key, recent.key, signing.key] }), recent.key);
    assert.equal(findSealingKey({ keys: [signing.key] }), undefined);
    assert.equal(findSealingKey({ keys: [] }), undefined);
  });
});
