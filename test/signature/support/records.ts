import { parseCharter, readCharter } from '../../../src/charter/index.ts';
import type { Digest } from '../../../src/charter/index.ts';
import { createSignatureRecord } from '../../../src/signature/index.ts';
import type { SignatureIntent, SignatureRecord } from '../../../src/signature/index.ts';
import { validCharter } from '../../charter/support/valid-charter.ts';
import type { Mutable } from '../../charter/support/valid-charter.ts';

export const someDigest: Digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

/** What a person means to sign; complete unless told otherwise. */
export function intent(changes: Partial<SignatureIntent> = {}): SignatureIntent {
  return {
    charter: parseCharter(validCharter()),
    digest: someDigest,
    audience: 'staff',
    signer: { name: 'Zoë Lefèvre' },
    statementIds: ['read', 'freedoms'],
    ...changes,
  };
}

/** A record as the elements make it, with the real digest of its charter. */
export async function signedRecord(changes: Partial<SignatureIntent> = {}): Promise<SignatureRecord> {
  const { digest } = await readCharter(validCharter());
  return createSignatureRecord(intent({ digest, ...changes }), new Date('2026-11-23T12:00:00.000Z'));
}

/** A valid record, complete, that a test may spoil. */
export function validRecord(): Mutable {
  return {
    schema: 'charter-signature/1',
    id: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
    decision: 'accepted',
    charter: { id: 'guide', version: '2.1.0', locale: 'fr-CA', digest: someDigest, audience: 'staff' },
    signer: {
      name: 'Zoë Lefèvre',
      id: 'zlefevre',
      email: 'z@ch.example',
      role: 'Infirmière',
      department: 'SAU',
    },
    statements: [{ id: 'read', text: 'J’ai lu.' }],
    practices: ['blur'],
    signedAt: '2026-11-23T12:00:00.000Z',
    component: 'charter-elements/1.0.0',
  } satisfies SignatureRecord;
}
