import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { CompactSign, base64url, generateKeyPair } from 'jose';
import { ReceiptError, verifyReceipt } from '../../src/signature/index.ts';
import type {
  JSONWebKeySet,
  Receipt,
  ReceiptClaims,
  ReceiptFault,
  SignatureRecord,
} from '../../src/signature/index.ts';
import { withoutSubtle } from '../charter/support/canonical-examples.ts';
import { someDigest, signedRecord } from './support/records.ts';
import { claimsOf, createSigner, keySet, receiptFor, receivedAt } from '../../stories/support/receipts.ts';
import type { Signer } from '../../stories/support/receipts.ts';

const otherId = '00000000-0000-4000-8000-000000000000';

describe('verifyReceipt', () => {
  let record: SignatureRecord;
  let signer: Signer;
  let receipt: Receipt;
  before(async () => {
    record = await signedRecord({ practices: ['blur'] });
    signer = await createSigner('ES256', 'now');
    receipt = await receiptFor(record, signer);
  });

  const fault = async (
    given: Receipt | undefined,
    keys: unknown = keySet(signer),
    of: SignatureRecord = record,
  ): Promise<ReceiptFault> => (await failure(given, of, keys)).fault;

  it('gives the claims of a good receipt', async () => {
    assert.deepEqual(await verifyReceipt(receipt, record, keySet(signer)), await claimsOf(record));
  });

  for (const alg of ['EdDSA', 'Ed25519', 'ES256']) {
    it(`accepts ${alg}`, async () => {
      const other = await createSigner(alg);
      const { id } = await verifyReceipt(await receiptFor(record, other), record, keySet(other));
      assert.equal(id, record.id);
    });
  }

  it('accepts claims that a receiver adds', async () => {
    const more = await receiptFor(record, signer, { register: 'DRH' });
    assert.equal((await verifyReceipt(more, record, keySet(signer)))['register'], 'DRH');
  });

  it('accepts claims without audience', async () => {
    const { audience: _, ...charter } = record.charter;
    await verifyReceipt(await receiptFor(record, signer, { charter }), record, keySet(signer));
  });

  it('finds the key among old ones by its id', async () => {
    const keys = keySet(await createSigner('ES256', 'old'), await createSigner('EdDSA', 'other'), signer);
    await verifyReceipt(receipt, record, keys);
  });

  it('tries each key when the receipt names none', async () => {
    const unnamed = await createSigner('ES256');
    const keys = keySet(await createSigner('ES256'), await createSigner('ES256'), unnamed);
    await verifyReceipt(await receiptFor(record, unnamed), record, keys);
    assert.equal(await fault(await receiptFor(record, await createSigner('ES256')), keys), 'signature');
  });

  it('refuses the key of someone else', async () => {
    assert.equal(await fault(receipt, keySet(await createSigner('ES256', 'now'))), 'signature');
  });

  it('refuses an empty key set', async () => assert.equal(await fault(receipt, { keys: [] }), 'signature'));

  for (const keys of [undefined, null, {}, { keys: 'none' }, [], 'keys']) {
    it(`says that ${JSON.stringify(keys)} is no key set`, async () => {
      const error = await failure(receipt, record, keys);
      assert.equal(error.fault, 'keys-unavailable');
      assert.match(error.message, /not a JSON Web Key Set/);
    });
  }

  const wrong: [what: string, claims: (record: SignatureRecord) => Partial<ReceiptClaims>, name: string][] = [
    ['another id', () => ({ id: otherId }), 'id'],
    ['another record digest', () => ({ recordDigest: someDigest }), 'recordDigest'],
    ['another time', () => ({ receivedAt: '2026-11-23T12:00:01.251Z' }), 'receivedAt'],
    ['another charter', ({ charter }) => ({ charter: { ...charter, id: 'visits' } }), 'charter.id'],
    ['another version', ({ charter }) => ({ charter: { ...charter, version: '2.1' } }), 'charter.version'],
    ['another language', ({ charter }) => ({ charter: { ...charter, locale: 'en' } }), 'charter.locale'],
    [
      'another charter digest',
      ({ charter }) => ({ charter: { ...charter, digest: someDigest } }),
      'charter.digest',
    ],
    [
      'another audience',
      ({ charter }) => ({ charter: { ...charter, audience: 'visitors' } }),
      'charter.audience',
    ],
  ];
  for (const [what, claims, name] of wrong) {
    it(`refuses a signed receipt for ${what}, naming ${name}`, async () => {
      const error = await failure(await receiptFor(record, signer, claims(record)), record, keySet(signer));
      assert.equal(error.fault, 'mismatch');
      assert.ok(error.message.includes(`${name} is `), error.message);
    });
  }

  const shown: [name: keyof Receipt & string, value: string][] = [
    ['id', otherId],
    ['recordDigest', someDigest],
    ['receivedAt', '2020-01-01T00:00:00Z'],
  ];
  for (const [name, value] of shown) {
    it(`refuses an answer whose ${name} is not the one that was signed`, async () => {
      assert.equal(await fault({ ...receipt, [name]: value }), 'mismatch');
    });
  }

  it('refuses the receipt of a record that was altered since', async () => {
    const altered = { ...record, signer: { ...record.signer, name: 'Someone else' } };
    assert.equal(await fault(receipt, keySet(signer), altered), 'mismatch');
  });

  it('refuses a time that is none', async () => {
    const answer = await receiptFor(record, signer, { receivedAt: 'yesterday' });
    assert.equal(await fault({ ...answer, receivedAt: 'yesterday' }), 'mismatch');
  });

  for (const payload of ['', 'not JSON', '[]', 'null', '{}', '{"id":1}']) {
    it(`refuses a signed payload that is ${payload || 'empty'}`, async () => {
      assert.equal(await fault({ ...receipt, receipt: await signer.sign(payload) }), 'mismatch');
    });
  }

  describe('refuses the algorithm', () => {
    const unsigned = async (header: object) =>
      [JSON.stringify(header), JSON.stringify(await claimsOf(record))]
        .map((part) => base64url.encode(part))
        .join('.');

    it('none', async () => {
      const jws = `${await unsigned({ alg: 'none' })}.`;
      assert.equal(await fault({ ...receipt, receipt: jws }), 'signature');
    });

    it('HS256 with the public key as the secret', async () => {
      const secret = new TextEncoder().encode(JSON.stringify(signer.publicKey));
      const jws = await new CompactSign(new TextEncoder().encode(JSON.stringify(await claimsOf(record))))
        .setProtectedHeader({ alg: 'HS256', kid: 'now' })
        .sign(secret);
      assert.equal(await fault({ ...receipt, receipt: jws }), 'signature');
    });

    for (const alg of ['RS256', 'PS256', 'ES384']) {
      it(`${alg}, even of a published key`, async () => {
        const other = await createSigner(alg);
        assert.equal(await fault(await receiptFor(record, other), keySet(other)), 'signature');
      });
    }

    it('of a header that was exchanged', async () => {
      const [, payload, signature] = receipt.receipt!.split('.');
      const header = base64url.encode(JSON.stringify({ alg: 'EdDSA', kid: 'now' }));
      assert.equal(await fault({ ...receipt, receipt: `${header}.${payload}.${signature}` }), 'signature');
    });
  });

  it('refuses a key set of secret keys', async () => {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const jwk = await crypto.subtle.exportKey('jwk', privateKey);
    assert.equal(await fault(receipt, { keys: [jwk] } satisfies JSONWebKeySet), 'signature');
  });

  it('says that there is none', async () => {
    assert.equal(await fault(undefined), 'missing');
    const { receipt: _, ...bare } = receipt;
    assert.equal(await fault(bare), 'missing');
    assert.equal(await fault({ ...receipt, receipt: '' }), 'missing');
  });

  it('is unsupported without crypto.subtle', async () => {
    assert.equal(await withoutSubtle(() => fault(receipt)), 'unsupported');
  });

  it('names the time at which the receiver had it', async () => {
    const claims = await verifyReceipt(receipt, record, keySet(signer));
    assert.equal(claims.receivedAt, receivedAt);
  });
});

async function failure(
  receipt: Receipt | undefined,
  record: SignatureRecord,
  keys: unknown,
): Promise<ReceiptError> {
  try {
    await verifyReceipt(receipt, record, keys as JSONWebKeySet);
  } catch (error) {
    assert.ok(error instanceof ReceiptError, String(error));
    return error;
  }
  return assert.fail('the receipt was accepted');
}
