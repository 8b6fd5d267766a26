import type { SignatureIntent, SignatureRecord } from 'charter-elements/signature';
import type { LoadedCharter } from 'charter-elements/charter';
import type { CheckId, Skip } from '../../messages/words.ts';
import { outcome, should } from '../check.ts';
import type { Check, CheckGroup } from '../check.ts';
import { isAccepted } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import { faultsOfRecorded, readBack } from '../judge.ts';
import { trialName, trialRecord } from '../records.ts';

interface Variant {
  readonly id: CheckId;
  /** What the record holds, or why the charter cannot be signed so. */
  readonly intent: (loaded: LoadedCharter) => Partial<SignatureIntent> | Skip;
  /**
   * The text that is posted, when it is not the canonical form that the element posts: an endpoint that digests the bytes
   * it receives is right about the element, hence remarks at most.
   */
  readonly write?: (record: SignatureRecord) => string;
}

const variants: readonly Variant[] = [
  { id: 'accepted', intent: () => ({}) },
  {
    id: 'all-signer-fields',
    intent: () => ({
      signer: {
        name: trialName,
        id: 'essai',
        email: 'essai@ch.example',
        role: 'Essai',
        department: 'Informatique',
      },
    }),
  },
  {
    id: 'practices',
    intent: ({ charter }) => {
      const practices = (charter.practices ?? []).map(({ id }) => id);
      return practices.length > 0 ? { practices } : 'no-practices';
    },
  },
  {
    id: 'plain',
    intent: () => ({ isPlain: true, audience: 'patients' }),
  },
  {
    id: 'declined',
    // U+2028 is a line break for some encoders.
    intent: () => ({ statementIds: [], reason: 'Essai : je souhaite\u2028en parler d’abord.' }),
  },
  {
    id: 'non-ascii',
    // The last letter needs two units of UTF-16.
    intent: () => ({
      signer: { name: trialName, department: 'Œil & « cœur » <été> "n° 3" \\ / عيادة 👩🏽‍⚕️ 𝒳' },
    }),
  },
  {
    id: 'decomposed',
    intent: () => ({
      signer: { name: trialName.normalize('NFD'), department: 'Réanimation'.normalize('NFD') },
    }),
    write: (record) => JSON.stringify(record),
  },
];

function check({ id, intent, write }: Variant): Check {
  return {
    id,
    expected: 'recorded',
    async run(endpoint) {
      const wanted = intent(endpoint.charter);
      if (typeof wanted === 'string') return { skipped: wanted };
      const record = trialRecord(endpoint.charter, wanted);
      if (write) {
        const answer = await endpoint.postBody(write(record), record.id);
        const faults = await faultsOfRecorded(endpoint, record, answer);
        return outcome(
          answer,
          faults.map((fault) => ({ ...fault, level: 'should' })),
        );
      }
      const answer = await endpoint.post(record);
      const kept = isAccepted(answer) ? await readBack(endpoint, record, answer) : undefined;
      return outcome(answer, await faultsOfRecorded(endpoint, record, answer), kept ?? []);
    },
  };
}

const created: Check = {
  id: 'created',
  expected: 'created',
  async run(endpoint) {
    const answer = await endpoint.post(trialRecord(endpoint.charter));
    return outcome(answer, answer.status === 201 ? [] : [should('not-created')]);
  },
};

const charsetParameter: Check = {
  id: 'charset-parameter',
  expected: 'recorded',
  async run(endpoint) {
    const headers = { 'Content-Type': 'application/json; charset=utf-8' };
    const answer = await endpoint.post(trialRecord(endpoint.charter), { headers });
    return outcome(answer, isAccepted(answer) ? [] : [should('charset-refused')]);
  },
};

const readable: Check = {
  id: 'read-back',
  expected: 'read-back',
  run: readAgain,
};

async function readAgain(endpoint: Endpoint): ReturnType<Check['run']> {
  const record = trialRecord(endpoint.charter);
  const first = await endpoint.post(record);
  const faults = await readBack(endpoint, record, first);
  return faults ? { got: [{ status: 200, about: '', isCut: false }], faults } : { skipped: 'not-readable' };
}

export const recordingChecks: CheckGroup = {
  id: 'recording',
  checks: [...variants.map(check), created, charsetParameter, readable],
};
