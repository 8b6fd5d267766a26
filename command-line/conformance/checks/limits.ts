import type { SignatureIntent } from 'charter-elements/signature';
import type { CheckId } from '../../messages/words.ts';
import { breaking, must, outcome } from '../check.ts';
import type { Check, CheckGroup } from '../check.ts';
import { isAccepted } from '../endpoint.ts';
import { faultsOfRecorded, faultsOfRefusal, readBack } from '../judge.ts';
import { trialName, trialRecord } from '../records.ts';

/** Code points that the schema takes in a name, a service or a role, and in a reason. */
const longestLine = 200;
const longestReason = 4000;

/** Texts at the limits of the schema, and one that only who keeps every letter tells apart. */
interface Limit {
  readonly id: CheckId;
  readonly count?: number;
  readonly kept: Partial<SignatureIntent>;
  readonly other: Partial<SignatureIntent>;
}

const named = (department: string): Partial<SignatureIntent> => ({ signer: { name: trialName, department } });
const declined = (reason: string): Partial<SignatureIntent> => ({ statementIds: [], reason });

/** Repeats a pattern up to a number of code points, with these at the end. */
function fill(pattern: string, length: number, end: string): string {
  const points = Array.from(pattern.repeat(length));
  return points.slice(0, length - Array.from(end).length).join('') + end;
}

const limits: readonly Limit[] = [
  {
    id: 'long-name',
    count: longestLine,
    kept: { signer: { name: fill(`${trialName} `, longestLine, 'fin') } },
    other: { signer: { name: fill(`${trialName} `, longestLine, 'bis') } },
  },
  {
    id: 'long-emoji',
    count: longestLine,
    kept: named(fill('🏥', longestLine, '🩺')),
    other: named(fill('🏥', longestLine, '🧪')),
  },
  {
    id: 'astral-name',
    count: longestLine,
    kept: { signer: { name: `${trialName} ${fill('𠮷', longestLine - trialName.length - 1, '𠀋')}` } },
    other: { signer: { name: `${trialName} ${fill('𠮷', longestLine - trialName.length - 1, '𡈽')}` } },
  },
  {
    id: 'outer-spaces',
    kept: named('\u00a0 Réa  '),
    other: named('Réa'),
  },
  {
    id: 'combining-marks',
    kept: named('Ṛ\u0302 q\u0303 שׁ\u05b8לוֹם'.normalize('NFC')),
    other: named('Ṛ q שׁלום'.normalize('NFC')),
  },
  {
    id: 'inner-spaces',
    kept: named('Réa  –\u00a0pôle\u202f2\u2003bis'),
    other: named('Réa – pôle 2 bis'),
  },
  {
    id: 'letter-case',
    kept: named('Pôle Mère-ENFANT'),
    other: named('pôle mère-enfant'),
  },
  {
    id: 'long-reason',
    count: longestReason,
    kept: declined(fill('Essai : à la ligne,\net « guillemets ». ', longestReason, 'fin.')),
    other: declined(fill('Essai : à la ligne,\net « guillemets ». ', longestReason, 'bis.')),
  },
];

function check({ id, count, kept, other }: Limit): Check {
  return {
    id,
    ...(count !== undefined && { count }),
    expected: 'kept',
    async run(endpoint) {
      const record = trialRecord(endpoint.charter, kept);
      const answer = await endpoint.post(record);
      const faults = await faultsOfRecorded(endpoint, record, answer);
      if (!isAccepted(answer)) return outcome(answer, faults);
      const read = (await readBack(endpoint, record, answer)) ?? [];
      // Whoever cuts or folds it takes the other one for the same.
      const changed = { ...trialRecord(endpoint.charter, other), id: record.id, signedAt: record.signedAt };
      const second = await endpoint.post(changed);
      const isTaken = isAccepted(second);
      return outcome(
        answer,
        faults,
        read,
        isTaken ? [breaking('altered', must('altered'))] : [],
        isTaken ? [] : faultsOfRefusal(second, { refused: 'must', problem: 'idempotency-mismatch' }),
      );
    },
  };
}

export const limitChecks: CheckGroup = { id: 'limits', checks: limits.map(check) };
