import type { SignatureRecord } from 'charter-elements/signature';
import { nameOf } from './charters.ts';
import type { CharterLibrary, KeptCharter } from './charters.ts';
import { ProblemError } from './problem-error.ts';
import { invalidRecord } from './read-record.ts';

/** How far ahead of the receiver's clock the browser's may be. */
const clockTolerance = 10 * 60_000;

/**
 * Checks that a record speaks of a charter that people are asked to sign here, word for word.
 *
 * @param hrefOf - Address of a charter document, for the answer to someone who signed an older one.
 * @throws ProblemError saying what does not agree.
 */
export function checkRecord(
  record: SignatureRecord,
  charters: CharterLibrary,
  hrefOf: (document: KeptCharter) => string,
): void {
  const kept = findDocument(record, charters, hrefOf);
  const ahead = Date.parse(record.signedAt) - Date.now();
  if (ahead > clockTolerance) {
    throw new ProblemError(
      'signed-in-the-future',
      `/signedAt is ${record.signedAt}, ${Math.round(ahead / 60_000)} minutes ahead of the receiver's clock. ` +
        'Set the clock of the device right and sign again.',
    );
  }
  const missing = missingStatements(record, kept);
  const errors = [
    ...faultsOfStatements(record, kept),
    ...missing.map(({ id }) => ({
      pointer: '/statements',
      detail: `the required statement "${id}" is missing`,
    })),
    ...faultsOfPractices(record, kept),
  ];
  if (errors.length > 0) {
    throw invalidRecord(
      errors,
      missing.map(({ text }) => text),
    );
  }
}

function findDocument(
  { charter: shown }: SignatureRecord,
  charters: CharterLibrary,
  hrefOf: (document: KeptCharter) => string,
): KeptCharter {
  const newer = charters.newerThan(shown.id, shown.version, shown.locale);
  if (newer) {
    const { id, version, locale } = newer.charter;
    throw new ProblemError(
      'charter-outdated',
      `The record signs ${nameOf(shown)}; the version to sign is ${version}. Show the document at ` +
        'current.href, and sign that one under a new id.',
      { members: { current: { id, version, locale, digest: newer.digest, href: hrefOf(newer) } } },
    );
  }
  const kept = charters.find(shown.id, shown.version, shown.locale);
  if (!kept) {
    const names = charters.of(shown.id).map(({ charter }) => nameOf(charter));
    throw new ProblemError(
      'unknown-charter',
      `/charter names ${nameOf(shown)}, which is not kept here. Kept: ` +
        `${(names.length ? names : charters.ids).join(', ')}. Sign one of these, or have the document added.`,
    );
  }
  if (kept.digest !== shown.digest) {
    throw new ProblemError(
      'digest-mismatch',
      `/charter/digest is ${shown.digest}; the copy of ${nameOf(shown)} kept here has ${kept.digest}. The page ` +
        'shows another text under the same version: make both the same, then sign again.',
    );
  }
  return kept;
}

type Faults = { pointer: string; detail: string }[];

function faultsOfStatements(record: SignatureRecord, kept: KeptCharter): Faults {
  const known = new Map(statementsOf(kept).map(({ id, text }) => [id, text]));
  const given = record.statements.map(({ id }) => id);
  return record.statements.flatMap(({ id, text }, index) => {
    const pointer = `/statements/${index}`;
    if (!known.has(id)) return [{ pointer: `${pointer}/id`, detail: `the charter has no statement "${id}"` }];
    if (given.indexOf(id) < index) return [{ pointer: `${pointer}/id`, detail: `"${id}" is given twice` }];
    return text === known.get(id)
      ? []
      : [{ pointer: `${pointer}/text`, detail: `not the text of the statement "${id}" in the charter` }];
  });
}

/** The required statements of a charter that were not assented to, with their texts in NFC. */
export function missingStatements(
  { decision, statements }: { decision: string; statements: readonly { id: string }[] },
  kept: KeptCharter,
): { id: string; text: string }[] {
  if (decision === 'declined') return [];
  return statementsOf(kept)
    .filter(({ id, required }) => required && !statements.some((given) => given.id === id))
    .map(({ id, text }) => ({ id, text }));
}

interface KeptStatement {
  readonly id: string;
  /** In NFC. */
  readonly text: string;
  readonly required: boolean;
}

const keptStatements = new WeakMap<KeptCharter, readonly KeptStatement[]>();

function statementsOf(kept: KeptCharter): readonly KeptStatement[] {
  let found = keptStatements.get(kept);
  if (!found) {
    found = (kept.charter.statements ?? []).map(({ id, text, required }) => ({
      id,
      text: text.normalize('NFC'),
      required: required !== false,
    }));
    keptStatements.set(kept, found);
  }
  return found;
}

function faultsOfPractices({ practices = [] }: SignatureRecord, { charter }: KeptCharter): Faults {
  if (practices.length === 0) return [];
  const known = new Set(charter.practices?.map(({ id }) => id));
  const seen = new Set<string>();
  return practices.flatMap((id, index) => {
    const pointer = `/practices/${index}`;
    if (!known.has(id)) return [{ pointer, detail: `the charter has no practice "${id}"` }];
    if (seen.has(id)) return [{ pointer, detail: `"${id}" is given twice` }];
    seen.add(id);
    return [];
  });
}
