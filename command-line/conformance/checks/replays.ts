import type { SignatureRecord } from 'charter-elements/signature';
import type { CheckId } from '../../messages/words.ts';
import { must, outcome, should } from '../check.ts';
import type { Check, CheckGroup, Fault } from '../check.ts';
import { isAccepted, membersOf } from '../endpoint.ts';
import type { Answer } from '../endpoint.ts';
import { faultsOfKept, faultsOfRecorded, faultsOfRefusal, faultsOfReplay } from '../judge.ts';
import { trialName, trialRecord } from '../records.ts';

/** Times that a record is sent at once. */
const atOnce = 8;

/** Answers that tell the element to send the same record again. */
const isNotYet = ({ status, body }: Answer): boolean =>
  [408, 425, 429, 503].includes(status) ||
  (status === 409 && /:in-progress$/.test(String(membersOf(body)['type'])));

const replay: Check = {
  id: 'replay',
  expected: 'replayed',
  async run(endpoint) {
    const record = trialRecord(endpoint.charter);
    const first = await endpoint.post(record);
    const again = await endpoint.post(record);
    return outcome(
      again,
      await faultsOfRecorded(endpoint, record, again),
      faultsOfReplay(first, again),
      isAccepted(again) && again.status !== 200 ? [should('replay-status')] : [],
    );
  },
};

const rewritten: Check = {
  id: 'replay-rewritten',
  expected: 'replayed-rewritten',
  async run(endpoint) {
    const record = trialRecord(endpoint.charter);
    const first = await endpoint.post(record);
    const members = Object.entries(record).toReversed();
    const text = JSON.stringify(Object.fromEntries(members), null, 2).normalize('NFD');
    const again = await endpoint.postBody(text, record.id);
    const isSame = again.status === 200;
    return outcome(again, isSame ? faultsOfReplay(first, again) : [should('compares-bytes')]);
  },
};

const together: Check = {
  id: 'concurrent',
  count: atOnce,
  expected: 'created-once',
  async run(endpoint) {
    const record = trialRecord(endpoint.charter);
    const answers = await Promise.all(Array.from({ length: atOnce }, () => endpoint.post(record)));
    const recorded = answers.filter(isAccepted);
    const [first] = recorded;
    const faults: Fault[] = answers
      .filter((answer) => !isAccepted(answer) && !isNotYet(answer))
      .slice(0, 1)
      .map(({ reception }) => must('replay-refused', { got: reception }));
    if (!first) faults.push(must('none-accepted'));
    else {
      faults.push(...recorded.flatMap((answer) => faultsOfReplay(first, answer)).slice(0, 1));
      faults.push(...(await faultsOfKept(endpoint, record, first)));
    }
    if (recorded.filter(({ status }) => status === 201).length > 1) faults.push(should('created-twice'));
    return { got: answers.map(({ reception }) => reception), faults };
  },
};

/** Other bodies under the same id. */
const changes: readonly { id: CheckId; change: (record: SignatureRecord) => object }[] = [
  {
    id: 'mismatch',
    change: ({ signer }) => ({ signer: { ...signer, name: `${trialName}, autre personne` } }),
  },
  {
    id: 'mismatch-decision',
    change: () => ({ decision: 'declined', reason: 'Essai : autre décision.' }),
  },
];

const mismatches = changes.map(({ id, change }): Check => ({
  id,
  expected: { problem: 'idempotency-mismatch' },
  async run(endpoint) {
    const record = trialRecord(endpoint.charter);
    const first = await endpoint.post(record);
    const other = { ...record, ...change(record) } as SignatureRecord;
    const answer = await endpoint.post(other);
    return outcome(
      answer,
      faultsOfRefusal(answer, { refused: 'must', problem: 'idempotency-mismatch', exact: 'must' }),
      await faultsOfKept(endpoint, record, first),
    );
  },
}));

const mismatchTogether: Check = {
  id: 'concurrent-mismatch',
  expected: 'one-of-two',
  async run(endpoint) {
    const record = trialRecord(endpoint.charter);
    const other = { ...record, signer: { name: `${trialName}, autre personne` } };
    const answers = await Promise.all([record, other].map((sent) => endpoint.post(sent)));
    const recorded = answers.filter(isAccepted).length;
    const failed = answers.find(({ status }) => status === 0 || (status >= 500 && status !== 503));
    return {
      got: answers.map(({ reception }) => reception),
      faults: [
        ...(recorded > 1 ? [must('both-recorded')] : []),
        ...(failed ? [must('second-failed', { got: failed.reception })] : []),
      ],
    };
  },
};

export const replayChecks: CheckGroup = {
  id: 'replays',
  checks: [replay, rewritten, together, ...mismatches, mismatchTogether],
};
