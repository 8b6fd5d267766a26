import type { SignatureRecord } from 'charter-elements/signature';
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

/** « 201, 200 ×7 » */
function tally(answers: readonly Answer[]): string {
  const counts = new Map<string, number>();
  for (const { summary } of answers) counts.set(summary, (counts.get(summary) ?? 0) + 1);
  return [...counts].map(([summary, count]) => (count > 1 ? `${summary} ×${count}` : summary)).join(', ');
}

const replay: Check = {
  id: 'replay',
  title: 'le même enregistrement, deux fois',
  expected: '2xx, même reçu',
  async run(endpoint) {
    const record = trialRecord(endpoint.charter);
    const first = await endpoint.post(record);
    const again = await endpoint.post(record);
    return outcome(
      again,
      await faultsOfRecorded(endpoint, record, again),
      faultsOfReplay(first, again),
      isAccepted(again) && again.status !== 200
        ? [should('répondez 200 à ce qui était déjà enregistré')]
        : [],
    );
  },
};

const rewritten: Check = {
  id: 'replay-rewritten',
  title: 'le même, écrit autrement (ordre, espaces, NFD)',
  expected: '200, même reçu',
  async run(endpoint) {
    const record = trialRecord(endpoint.charter);
    const first = await endpoint.post(record);
    const members = Object.entries(record).toReversed();
    const text = JSON.stringify(Object.fromEntries(members), null, 2).normalize('NFD');
    const again = await endpoint.postBody(text, record.id);
    const isSame = again.status === 200;
    return outcome(
      again,
      isSame
        ? faultsOfReplay(first, again)
        : [should('comparez les empreintes (RFC 8785 après NFC), pas les octets')],
    );
  },
};

const together: Check = {
  id: 'concurrent',
  title: `le même, ${atOnce} fois en même temps`,
  expected: '201 une fois, sinon 200',
  async run(endpoint) {
    const record = trialRecord(endpoint.charter);
    const answers = await Promise.all(Array.from({ length: atOnce }, () => endpoint.post(record)));
    const recorded = answers.filter(isAccepted);
    const [first] = recorded;
    const faults: Fault[] = answers
      .filter((answer) => !isAccepted(answer) && !isNotYet(answer))
      .slice(0, 1)
      .map(({ summary }) => must(`${summary} : un renvoi simultané doit être accepté, ou remis à plus tard`));
    if (!first) faults.push(must('aucun des envois n’est accepté'));
    else {
      faults.push(...recorded.flatMap((answer) => faultsOfReplay(first, answer)).slice(0, 1));
      faults.push(...(await faultsOfKept(endpoint, record, first)));
    }
    if (recorded.filter(({ status }) => status === 201).length > 1)
      faults.push(
        should('201 plus d’une fois : une contrainte d’unicité sur l’id dit lequel est arrivé d’abord'),
      );
    return { got: tally(answers), faults };
  },
};

/** Other bodies under the same id. */
const changes: readonly { id: string; title: string; change: (record: SignatureRecord) => object }[] = [
  {
    id: 'mismatch',
    title: 'même id, autre signataire',
    change: ({ signer }) => ({ signer: { ...signer, name: `${trialName}, autre personne` } }),
  },
  {
    id: 'mismatch-decision',
    title: 'même id, refus après une signature',
    change: () => ({ decision: 'declined', reason: 'Essai : autre décision.' }),
  },
];

const mismatches = changes.map(({ id, title, change }): Check => ({
  id,
  title,
  expected: '422 idempotency-mismatch',
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
  title: 'deux enregistrements du même id en même temps',
  expected: 'un 2xx, un refus',
  async run(endpoint) {
    const record = trialRecord(endpoint.charter);
    const other = { ...record, signer: { name: `${trialName}, autre personne` } };
    const answers = await Promise.all([record, other].map((sent) => endpoint.post(sent)));
    const recorded = answers.filter(isAccepted).length;
    const failed = answers.find(({ status }) => status === 0 || (status >= 500 && status !== 503));
    return {
      got: tally(answers),
      faults: [
        ...(recorded > 1
          ? [
              must(
                'les deux sont dits enregistrés, l’un des deux est perdu : comparez et écrivez d’un seul geste',
              ),
            ]
          : []),
        ...(failed ? [must(`${failed.summary} : refusez le second par 422`)] : []),
      ],
    };
  },
};

export const replayChecks: CheckGroup = {
  title: 'Recevoir plusieurs fois',
  checks: [replay, rewritten, together, ...mismatches, mismatchTogether],
};
