import type { SignatureRecord } from 'charter-elements/signature';
import { comparableName } from './identity.ts';
import type { Identity } from './identity.ts';
import { ProblemError } from './problem-error.ts';

/**
 * Checks that a record which waited on a shared device is not sent under the session of someone else. Ids are compared
 * where the record has one, else names.
 *
 * @param identity - Who the hospital's proxy says is asking, if anyone.
 * @throws ProblemError when it is someone else, or may be: a record is never given to whoever happens to be signed in.
 */
export function requireSameSigner({ signer }: SignatureRecord, identity: Identity | undefined): void {
  if (!identity) return;
  const isSame = signer.id
    ? signer.id.trim() === identity.id
    : identity.name !== undefined && comparableName(signer.name) === comparableName(identity.name);
  if (isSame) return;
  throw new ProblemError(
    'other-signer',
    'The record was signed by someone else than the person who is signed in, so it was not recorded. Keep it, and send ' +
      'the same request again when the person who signed is signed in.',
  );
}
