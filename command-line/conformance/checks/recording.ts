import type { SignatureIntent, SignatureRecord } from 'charter-elements/signature';
import type { LoadedCharter } from 'charter-elements/charter';
import { outcome, should } from '../check.ts';
import type { Check, CheckGroup } from '../check.ts';
import { isAccepted } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import { faultsOfRecorded, readBack } from '../judge.ts';
import { trialName, trialRecord } from '../records.ts';

interface Variant {
  readonly id: string;
  readonly title: string;
  /** What the record holds, or why the charter cannot be signed so. */
  readonly intent: (loaded: LoadedCharter) => Partial<SignatureIntent> | string;
  /**
   * The text that is posted, when it is not the canonical form that the element posts: an endpoint that digests the bytes
   * it receives is right about the element, hence remarks at most.
   */
  readonly write?: (record: SignatureRecord) => string;
}

const variants: readonly Variant[] = [
  { id: 'accepted', title: 'signature avec le nom seul', intent: () => ({}) },
  {
    id: 'all-signer-fields',
    title: 'signature avec id, courriel, fonction et service',
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
    title: 'signature avec des bonnes pratiques cochées',
    intent: ({ charter }) => {
      const practices = (charter.practices ?? []).map(({ id }) => id);
      return practices.length > 0 ? { practices } : 'la charte n’a pas de bonnes pratiques';
    },
  },
  {
    id: 'plain',
    title: 'signature de la version facile à lire, par une personne soignée',
    intent: () => ({ isPlain: true, audience: 'patients' }),
  },
  {
    id: 'declined',
    title: 'refus de signer, avec son motif',
    // U+2028 is a line break for some encoders.
    intent: () => ({ statementIds: [], reason: 'Essai : je souhaite\u2028en parler d’abord.' }),
  },
  {
    id: 'non-ascii',
    title: 'accents, apostrophes, arabe, émojis',
    // The last letter needs two units of UTF-16.
    intent: () => ({
      signer: { name: trialName, department: 'Œil & « cœur » <été> "n° 3" \\ / عيادة 👩🏽‍⚕️ 𝒳' },
    }),
  },
  {
    id: 'decomposed',
    title: 'lettres et accents séparés (NFD)',
    intent: () => ({
      signer: { name: trialName.normalize('NFD'), department: 'Réanimation'.normalize('NFD') },
    }),
    write: (record) => JSON.stringify(record),
  },
];

function check({ id, title, intent, write }: Variant): Check {
  return {
    id,
    title,
    expected: '201, ou un autre 2xx',
    async run(endpoint) {
      const wanted = intent(endpoint.charter);
      if (typeof wanted === 'string') return { skipped: wanted };
      const record = trialRecord(endpoint.charter, wanted);
      if (write) {
        const answer = await endpoint.postBody(write(record), record.id);
        const faults = await faultsOfRecorded(endpoint, record, answer);
        return outcome(
          answer,
          faults.map(({ message }) => should(message)),
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
  title: 'première fois : 201',
  expected: '201',
  async run(endpoint) {
    const answer = await endpoint.post(trialRecord(endpoint.charter));
    return outcome(
      answer,
      answer.status === 201 ? [] : [should('répondez 201 la première fois, 200 quand il y était déjà')],
    );
  },
};

const charsetParameter: Check = {
  id: 'charset-parameter',
  title: 'Content-Type: application/json; charset=utf-8',
  expected: '201, ou un autre 2xx',
  async run(endpoint) {
    const headers = { 'Content-Type': 'application/json; charset=utf-8' };
    const answer = await endpoint.post(trialRecord(endpoint.charter), { headers });
    return outcome(answer, isAccepted(answer) ? [] : [should('acceptez le paramètre charset=utf-8')]);
  },
};

const readable: Check = {
  id: 'read-back',
  title: 'relecture : GET {url}/{id}',
  expected: '200, ce qui a été envoyé',
  run: readAgain,
};

async function readAgain(endpoint: Endpoint): ReturnType<Check['run']> {
  const record = trialRecord(endpoint.charter);
  const first = await endpoint.post(record);
  const faults = await readBack(endpoint, record, first);
  return faults ? { got: '200', faults } : { skipped: 'l’adresse ne donne pas à relire' };
}

export const recordingChecks: CheckGroup = {
  title: 'Enregistrer',
  checks: [...variants.map(check), created, charsetParameter, readable],
};
