import { compareVersions } from 'charter-elements/charter';
import type { LoadedCharter } from 'charter-elements/charter';
import type { ProblemName, SignatureRecord } from 'charter-elements/signature';
import type { CheckId } from '../../messages/words.ts';
import { must, outcome, should } from '../check.ts';
import type { Check, CheckGroup, Fault } from '../check.ts';
import { membersOf } from '../endpoint.ts';
import type { Answer, PostOptions } from '../endpoint.ts';
import { faultsOfRefusal } from '../judge.ts';
import type { Refusal } from '../judge.ts';
import { alteredRecord, newKey, trialRecord } from '../records.ts';
import { alterations } from './alterations.ts';

/** Larger than any receiver of one record has a reason to take. Bytes. */
const tooLarge = 256 * 1024;

const oneHour = 3_600_000;

/** Bodies that hold no record at all: calling them recorded would be untrue of any endpoint. */
const noRecords: readonly { id: CheckId; body: string; problem?: ProblemName }[] = [
  {
    id: 'broken-json',
    body: '{ "schema": "charter-signature/1", "id"',
    problem: 'malformed-json',
  },
  { id: 'empty-body', body: '', problem: 'malformed-json' },
  { id: 'array', body: '[]', problem: 'invalid-record' },
  { id: 'null', body: 'null', problem: 'invalid-record' },
  { id: 'text', body: '"Essai de conformité"', problem: 'invalid-record' },
  { id: 'empty-object', body: '{}', problem: 'invalid-record' },
];

const refusedBodies = noRecords.map(({ id, body, problem }): Check => ({
  id,
  expected: problem ? { problem } : 'refused',
  async run(endpoint) {
    const answer = await endpoint.postBody(body, newKey());
    return outcome(answer, faultsOfRefusal(answer, { refused: 'must', ...(problem && { problem }) }));
  },
}));

const invalidRecords = alterations.map(({ id, alter, needs }): Check => ({
  id,
  expected: { problem: 'invalid-record' },
  async run(endpoint) {
    if (needs?.(endpoint.charter) === false) return { skipped: 'not-in-charter' };
    const { id: key, body } = alteredRecord(endpoint.charter, alter);
    const answer = await endpoint.postBody(body, key);
    return outcome(answer, faultsOfRefusal(answer, { refused: 'should', problem: 'invalid-record' }));
  },
}));

interface WrongRequest {
  readonly id: CheckId;
  readonly problem: ProblemName;
  readonly format?: Refusal['format'];
  readonly alter?: (record: SignatureRecord, loaded: LoadedCharter) => object;
  readonly options?: () => PostOptions;
  /** What else must hold of the answer. */
  readonly also?: (answer: Answer, loaded: LoadedCharter) => Fault[];
}

/** Valid records that are about something else, or come otherwise than they should. */
const wrongRequests: readonly WrongRequest[] = [
  {
    id: 'wrong-digest',
    problem: 'digest-mismatch',
    alter: ({ charter }) => ({ charter: { ...charter, digest: `sha256:${'0'.repeat(64)}` } }),
  },
  {
    id: 'outdated',
    problem: 'charter-outdated',
    alter: ({ charter }) => ({ charter: { ...charter, version: '0.0.1' } }),
    also: ({ body }, { charter }) => {
      const { type, current } = membersOf(body);
      const { version } = membersOf(current);
      const isOutdated = String(type).endsWith(':charter-outdated');
      return isOutdated && (typeof version !== 'string' || compareVersions(version, charter.version) < 0)
        ? [must('current-version', { version: charter.version })]
        : [];
    },
  },
  {
    id: 'unknown-version',
    problem: 'unknown-charter',
    alter: ({ charter }) => ({ charter: { ...charter, version: '999.0.0' } }),
  },
  {
    id: 'signed-in-the-future',
    problem: 'signed-in-the-future',
    alter: () => ({ signedAt: new Date(Date.now() + 24 * oneHour).toISOString() }),
  },
  {
    id: 'key-missing',
    problem: 'idempotency-key-missing',
    options: () => ({ headers: { 'Idempotency-Key': null } }),
  },
  {
    id: 'key-mismatch',
    problem: 'idempotency-key-mismatch',
    options: () => ({ headers: { 'Idempotency-Key': `"${newKey()}"` } }),
  },
  {
    id: 'media-type',
    problem: 'unsupported-media-type',
    format: 'should',
    options: () => ({ headers: { 'Content-Type': 'text/plain' } }),
  },
  {
    id: 'no-media-type',
    problem: 'unsupported-media-type',
    format: 'should',
    options: () => ({ headers: { 'Content-Type': null } }),
  },
];

const refusedRequests = wrongRequests.map(({ id, problem, format, alter, options, also }): Check => ({
  id,
  expected: { problem },
  async run(endpoint) {
    const { id: key, body } = alteredRecord(endpoint.charter, alter ?? (() => ({})));
    const answer = await endpoint.postBody(body, key, options?.());
    return outcome(
      answer,
      faultsOfRefusal(answer, { refused: 'should', problem, ...(format && { format }) }),
      also?.(answer, endpoint.charter) ?? [],
    );
  },
}));

const large: Check = {
  id: 'too-large',
  count: tooLarge / 1024,
  expected: { problem: 'payload-too-large' },
  async run(endpoint) {
    const record = trialRecord(endpoint.charter);
    const body = JSON.stringify(record).padEnd(tooLarge);
    let answer: Answer;
    let attempts = 0;
    // A server that hangs up on the rest of the body may do so before its answer could be read.
    do answer = await endpoint.postBody(body, record.id);
    while (answer.status === 0 && ++attempts < 3);
    if (answer.status === 0)
      return {
        got: 'hung-up',
        faults: [should('hung-up')],
      };
    return outcome(
      answer,
      faultsOfRefusal(answer, { refused: 'should', problem: 'payload-too-large', format: 'should' }),
    );
  },
};

export const refusalChecks: CheckGroup = {
  id: 'refusals',
  checks: [...refusedBodies, ...refusedRequests, large, ...invalidRecords],
};
