import { list, object, oneOf, text } from '../internal/checks.ts';
import type { Check } from '../internal/checks.ts';
import type { Problem } from '../signature/problem.ts';
import { readProblem } from '../signature/read-problem.ts';
import type { SignatureRecord } from '../signature/record.ts';
import type { SealedRecord } from '../signature/seal-record.ts';
import { pendingReasons } from '../signature/pending-reason.ts';
import type { PendingReason } from '../signature/pending-reason.ts';

/** Version of the form in which entries are stored. */
export const entryVersion = 2;

/** A record that the endpoint has not accepted. */
export interface OutboxEntry {
  readonly version?: typeof entryVersion;
  /** The record's id. */
  readonly id: string;
  /** The address it is for, resolved; empty where the page sends its records itself. */
  readonly endpoint: string;
  /** What was signed; `undefined` where only its encrypted form is left. */
  readonly record: SignatureRecord | undefined;
  /** The record, encrypted to the receiver. */
  readonly sealed?: SealedRecord | undefined;
  /** Milliseconds since the epoch. */
  readonly addedAt: number;
  readonly attempts: number;
  /** Milliseconds since the epoch. */
  readonly nextTryAt: number;
  /** The endpoint asked not to come back before (`Retry-After`). Milliseconds since the epoch. */
  readonly notBefore?: number | undefined;
  /** Where it stands; `pending` when left out. */
  readonly state?: 'pending' | 'outdated' | 'refused' | undefined;
  /** Why it is pending: what the last attempt came to. */
  readonly reason?: PendingReason | undefined;
  readonly problem?: Problem | undefined;
}

const isText = text();
const isSomeText = text(/\S/);
const isTime: Check = (value) => typeof value === 'number' && Number.isFinite(value);

const isCharter = object({
  id: isSomeText,
  version: isSomeText,
  locale: isSomeText,
  digest: isSomeText,
  audience: isText,
});

/** What is shown and sent of a record; whether it follows the contract is the receiver's to say. */
const isRecord = object(
  {
    schema: oneOf('charter-signature/1'),
    id: isSomeText,
    decision: oneOf('accepted', 'declined'),
    charter: isCharter,
    signer: object({ name: isSomeText }, { id: isText, email: isText, role: isText, department: isText }),
    statements: list(object({ id: isText, text: isText })),
    signedAt: isText,
    component: isText,
  },
  { practices: list(isText), reason: isText },
);

const isSealed = object({ jwe: isSomeText, charter: isCharter });

const isEntry = object(
  { id: isSomeText, endpoint: isText, addedAt: isTime, attempts: isTime, nextTryAt: isTime },
  {
    record: isRecord,
    sealed: isSealed,
    notBefore: isTime,
    state: oneOf('pending', 'outdated', 'refused'),
    reason: oneOf(...pendingReasons),
  },
);

/** Version 1 had one word for where an entry stood and for whom it waited. */
const holds: Readonly<Record<string, Pick<OutboxEntry, 'state' | 'reason'>>> = {
  'sign-in': { state: 'pending', reason: 'sign-in' },
  outdated: { state: 'outdated' },
  refused: { state: 'refused' },
};

/**
 * Reads an entry out of what a device has stored, in this form or an earlier one; `undefined` for what is none. A record
 * is not looked into further than it is shown.
 *
 * @param base - What the relative addresses of version 1 were relative to, as far as that is known.
 */
export function readEntry(stored: unknown, base?: string): OutboxEntry | undefined {
  if (!isEntry(stored)) return undefined;
  const { hold, problem, ...entry } = stored as OutboxEntry & { readonly hold?: unknown };
  if (!entry.record && !entry.sealed) return undefined;
  const status = (problem as { readonly status?: unknown } | undefined)?.status;
  return {
    ...entry,
    ...(entry.version === undefined && base !== undefined && { endpoint: resolved(entry.endpoint, base) }),
    ...(typeof hold === 'string' && Object.hasOwn(holds, hold) && holds[hold]),
    version: entryVersion,
    problem:
      problem === undefined ? undefined : readProblem(problem, typeof status === 'number' ? status : 0),
  };
}

/** An address that begins at the root means the same on every page; a shorter one is left as it was written. */
function resolved(endpoint: string, base: string): string {
  return endpoint.startsWith('/') ? new URL(endpoint, base).href : endpoint;
}
