import type { SignatureRecord } from 'charter-elements/signature';
import { comparableName } from './identity.ts';
import type { Identity } from './identity.ts';
import { ProblemError } from './problem-error.ts';

export interface SignerCheck {
  /** Who the hospital's single sign-on says is asking, if anyone. */
  readonly identity: Identity | undefined;
  /** The record waited on a device that others use: whoever is signed in now need not be who signed then. */
  readonly hasWaited?: boolean;
}

/**
 * Checks that a record does not name somebody else than the session that it is sent under. Ids are compared where the record
 * has one, else names. A person writes theirs as they like (in another order, without accents, one of two); but a record that
 * waited is not given to whoever happens to be signed in, so its name must be the same, and the department too where both are
 * known: people share names.
 *
 * @throws ProblemError when it is someone else, or, of a record that waited, may be.
 */
export function requireSameSigner({ signer }: SignatureRecord, { identity, hasWaited }: SignerCheck): void {
  if (!identity) return;
  const isSame = signer.id
    ? signer.id.trim() === identity.id
    : hasWaited
      ? isSamePerson(signer, identity)
      : identity.name === undefined || mayBeSameName(signer.name, identity.name);
  if (!isSame) throw otherSigner();
}

/** The refusal of a record that is another person's. */
export function otherSigner(): ProblemError {
  return new ProblemError(
    'other-signer',
    'The record was signed by someone else than the person who is signed in, so it was not recorded. Keep it, and send ' +
      'the same request again when the person who signed is signed in.',
  );
}

function isSamePerson(signer: SignatureRecord['signer'], { name, department }: Identity): boolean {
  const isSame = (a: string, b: string) => comparableName(a) === comparableName(b);
  if (name === undefined || !isSame(signer.name, name)) return false;
  return signer.department === undefined || department === undefined || isSame(signer.department, department);
}

/** Whether all words of the shorter name are in the longer one; an initial stands for a word. */
function mayBeSameName(one: string, other: string): boolean {
  const [shorter = [], longer = []] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length);
  if (shorter.length === 0) return comparableName(one) === comparableName(other);
  return shorter.every((word) => longer.some((known) => isWord(word, known) || isWord(known, word)));
}

function isWord(word: string, known: string): boolean {
  return word === known || (/^\p{L}$/u.test(word) && known.startsWith(word));
}

/** Without accents, case and what stands between them. */
function wordsOf(name: string): string[] {
  const letters = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return letters.match(/[\p{L}\p{N}]+/gu) ?? [];
}
