import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { CompactJWEHeaderParameters, JWK } from 'jose';
import {
  addEncryptionKey,
  maxEncryptedSize,
  openEncryptionKeys,
} from '../../receiver/domain/encrypted-records.ts';
import type { RecordDecrypter } from '../../receiver/domain/encrypted-records.ts';
import { ProblemError } from '../../receiver/domain/problem-error.ts';
import { encrypt } from './support/encrypted-records.ts';

describe('an encrypted record', () => {
  let folder: string;
  let file: string;
  let decrypter: RecordDecrypter;
  let key: JWK;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'charter-encrypted-'));
    file = join(folder, 'encryption-keys.json');
    decrypter = await openEncryptionKeys(file);
    key = decrypter.publicKey;
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const decrypt = async (jwe: string, by = decrypter) =>
    new TextDecoder().decode(await by.decrypt(new TextEncoder().encode(jwe)));
  const assertRefused = (jwe: string, problem = 'unreadable-record') =>
    assert.rejects(decrypt(jwe), (error) => {
      assert.ok(error instanceof ProblemError, String(error));
      assert.equal(error.problem, problem);
      return true;
    });

  it('is read as it was written, up to 64 KiB', async () => {
    assert.equal(await decrypt(await encrypt('{"a":1}', key)), '{"a":1}');
    const largest = 'x'.repeat(64 * 1024);
    const jwe = await encrypt(largest, key);
    assert.equal(await decrypt(jwe), largest);
    assert.ok(jwe.length <= maxEncryptedSize && jwe.length > maxEncryptedSize - 2048);
    await assertRefused(await encrypt(`${largest}x`, key), 'payload-too-large');
  });

  it('is refused when it is encrypted otherwise than the contract says', async () => {
    const headers: Partial<CompactJWEHeaderParameters>[] = [
      { alg: 'ECDH-ES+A256KW' },
      { enc: 'A128GCM' },
      { kid: 'another' },
      { cty: 'JWT' },
      { zip: 'DEF' },
    ];
    for (const header of headers) await assertRefused(await encrypt('{}', key, header));
    for (const member of ['kid', 'cty'])
      await assertRefused(await encrypt('{}', key, { [member]: undefined }));
  });

  it('is refused when it was altered, also where no tag would tell', async () => {
    const valid = await encrypt('{}', key);
    for (const jwe of ['', 'x', '....', `${valid} `, valid.replace(/\./g, '=.'), `x${valid}`])
      await assertRefused(jwe);
    assert.equal(await decrypt(valid), '{}');
  });

  it('is read with earlier keys, and encrypted to the newest', async () => {
    const jwe = await encrypt('{}', key);
    await addEncryptionKey(file);
    const later = await openEncryptionKeys(file);
    assert.notEqual((later.publicKey as JWK).kid, key.kid);
    assert.equal(await decrypt(jwe, later), '{}');
    const newest = await encrypt('{}', later.publicKey);
    assert.equal(await decrypt(newest, later), '{}');
    await assertRefused(newest);
  });
});
