import { compareVersions } from 'charter-elements/charter';
import type { LoadedCharter } from 'charter-elements/charter';
import { problems } from 'charter-elements/signature';
import type { ProblemName, SignatureRecord } from 'charter-elements/signature';
import { must, outcome } from '../check.ts';
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
const noRecords: readonly { id: string; title: string; body: string; problem?: ProblemName }[] = [
  {
    id: 'broken-json',
    title: 'JSON coupé',
    body: '{ "schema": "charter-signature/1", "id"',
    problem: 'malformed-json',
  },
  { id: 'empty-body', title: 'corps vide', body: '', problem: 'malformed-json' },
  { id: 'array', title: 'un tableau', body: '[]', problem: 'invalid-record' },
  { id: 'null', title: 'null', body: 'null', problem: 'invalid-record' },
  { id: 'text', title: 'un texte', body: '"Essai de conformité"', problem: 'invalid-record' },
  { id: 'empty-object', title: 'un objet vide', body: '{}', problem: 'invalid-record' },
];

const refusedBodies = noRecords.map(({ id, title, body, problem }): Check => ({
  id,
  title,
  expected: expectedOf(problem),
  async run(endpoint) {
    const answer = await endpoint.postBody(body, newKey());
    return outcome(answer, faultsOfRefusal(answer, { refused: 'must', ...(problem && { problem }) }));
  },
}));

const invalidRecords = alterations.map(({ id, title, alter, needs }): Check => ({
  id,
  title,
  expected: '422 invalid-record',
  async run(endpoint) {
    if (needs?.(endpoint.charter) === false) return { skipped: 'la charte n’en a pas' };
    const { id: key, body } = alteredRecord(endpoint.charter, alter);
    const answer = await endpoint.postBody(body, key);
    return outcome(answer, faultsOfRefusal(answer, { refused: 'should', problem: 'invalid-record' }));
  },
}));

interface WrongRequest {
  readonly id: string;
  readonly title: string;
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
    title: 'empreinte d’un autre texte de la charte',
    problem: 'digest-mismatch',
    alter: ({ charter }) => ({ charter: { ...charter, digest: `sha256:${'0'.repeat(64)}` } }),
  },
  {
    id: 'outdated',
    title: 'version plus ancienne de la charte',
    problem: 'charter-outdated',
    alter: ({ charter }) => ({ charter: { ...charter, version: '0.0.1' } }),
    also: ({ body }, { charter }) => {
      const { type, current } = membersOf(body);
      const { version } = membersOf(current);
      const isOutdated = String(type).endsWith(':charter-outdated');
      return isOutdated && (typeof version !== 'string' || compareVersions(version, charter.version) < 0)
        ? [must(`current.version doit donner la version à signer, ${charter.version} ou plus récente`)]
        : [];
    },
  },
  {
    id: 'unknown-version',
    title: 'version que l’établissement n’a pas publiée',
    problem: 'unknown-charter',
    alter: ({ charter }) => ({ charter: { ...charter, version: '999.0.0' } }),
  },
  {
    id: 'signed-in-the-future',
    title: 'signature datée de demain',
    problem: 'signed-in-the-future',
    alter: () => ({ signedAt: new Date(Date.now() + 24 * oneHour).toISOString() }),
  },
  {
    id: 'key-missing',
    title: 'sans Idempotency-Key',
    problem: 'idempotency-key-missing',
    options: () => ({ headers: { 'Idempotency-Key': null } }),
  },
  {
    id: 'key-mismatch',
    title: 'Idempotency-Key d’un autre id',
    problem: 'idempotency-key-mismatch',
    options: () => ({ headers: { 'Idempotency-Key': `"${newKey()}"` } }),
  },
  {
    id: 'media-type',
    title: 'Content-Type: text/plain',
    problem: 'unsupported-media-type',
    format: 'should',
    options: () => ({ headers: { 'Content-Type': 'text/plain' } }),
  },
  {
    id: 'no-media-type',
    title: 'sans Content-Type',
    problem: 'unsupported-media-type',
    format: 'should',
    options: () => ({ headers: { 'Content-Type': null } }),
  },
];

const refusedRequests = wrongRequests.map(({ id, title, problem, format, alter, options, also }): Check => ({
  id,
  title,
  expected: expectedOf(problem),
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
  title: `corps de ${tooLarge / 1024} Kio`,
  expected: expectedOf('payload-too-large'),
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
        got: 'connexion coupée',
        faults: [{ level: 'should', message: 'répondez 413 avant de couper' }],
      };
    return outcome(
      answer,
      faultsOfRefusal(answer, { refused: 'should', problem: 'payload-too-large', format: 'should' }),
    );
  },
};

function expectedOf(problem: ProblemName | undefined): string {
  return problem ? `${problems[problem][0]} ${problem}` : '4xx';
}

export const refusalChecks: CheckGroup = {
  title: 'Refuser',
  checks: [...refusedBodies, ...refusedRequests, large, ...invalidRecords],
};
