import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import type { CompactJWSHeaderParameters, JWK } from 'jose';
import { digestDocument } from '../../src/charter/index.ts';
import type { JSONWebKeySet, Receipt, ReceiptClaims, SignatureRecord } from '../../src/signature/index.ts';

/** A key pair of a receiver. */
export interface Signer {
  readonly alg: string;
  readonly publicKey: JWK;
  sign(payload: unknown, header?: Partial<CompactJWSHeaderParameters>): Promise<string>;
}

export async function createSigner(alg = 'ES256', kid?: string): Promise<Signer> {
  const { publicKey, privateKey } = await makeKeys(alg);
  const named = kid === undefined ? {} : { kid };
  return {
    alg,
    publicKey: { ...(await exportJWK(publicKey)), ...named, alg, use: 'sig' },
    sign: (payload, header = {}) =>
      new CompactSign(
        new TextEncoder().encode(typeof payload === 'string' ? payload : JSON.stringify(payload)),
      )
        .setProtectedHeader({ alg, ...named, ...header })
        .sign(privateKey),
  };
}

/** WebKitGTK fails now and then to make an Ed25519 key. */
async function makeKeys(alg: string): ReturnType<typeof generateKeyPair> {
  for (let tries = 1; ; tries++) {
    try {
      return await generateKeyPair(alg, { extractable: true });
    } catch (error) {
      if (tries === 5) throw error;
    }
  }
}

export function keySet(...signers: readonly Signer[]): JSONWebKeySet {
  return { keys: signers.map(({ publicKey }) => publicKey as JsonWebKey) };
}

export const receivedAt = '2026-11-23T12:00:01.250Z';

export async function claimsOf(record: SignatureRecord): Promise<ReceiptClaims> {
  return { id: record.id, recordDigest: await digestDocument(record), receivedAt, charter: record.charter };
}

/** The answer of a receiver that recorded the record; the claims may be altered before they are signed. */
export async function receiptFor(
  record: SignatureRecord,
  signer: Signer,
  altered: Partial<ReceiptClaims> = {},
  header: Partial<CompactJWSHeaderParameters> = {},
): Promise<Receipt> {
  const claims = await claimsOf(record);
  const { id, recordDigest } = claims;
  return { id, recordDigest, receivedAt, receipt: await signer.sign({ ...claims, ...altered }, header) };
}
