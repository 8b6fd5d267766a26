import { digestDocument } from 'charter-elements/charter';
import { problemPrefix } from 'charter-elements/signature';
import type { SignatureRecord } from 'charter-elements/signature';
import { breaking, must, outcome, should } from '../check.ts';
import type { Check, CheckGroup, Fault } from '../check.ts';
import { isAccepted, meaningOf } from '../endpoint.ts';
import type { Answer } from '../endpoint.ts';
import { holdsCredentials, tokensIn } from '../given-headers.ts';
import { faultsOfRefusal } from '../judge.ts';
import { trialRecord } from '../records.ts';
import { faultsOfProblemForm } from '../rules.ts';
import { crossOriginChecks } from './cross-origin.ts';

const methods = (
  [
    ['method-put', 'PUT'],
    ['method-delete', 'DELETE'],
    ['method-patch', 'PATCH'],
  ] as const
).map(([id, method]): Check => ({
  id,
  expected: 'method-refused',
  async run(endpoint) {
    const { url, headers } = endpoint.options;
    const answer = await endpoint.request(url, { method, headers });
    return outcome(
      answer,
      faultsOfRefusal(answer, { refused: 'should', problem: 'method-not-allowed', format: 'should' }).map(
        // The element never sends these: nothing is lost whatever the answer is.
        (fault) => ({ ...fault, level: 'should' }),
      ),
    );
  },
}));

const anonymous: Check = {
  id: 'anonymous',
  expected: 'signed-out',
  async run(endpoint) {
    if (!holdsCredentials(endpoint.options.headers)) return { skipped: 'no-authorization' };
    const record = trialRecord(endpoint.charter);
    const answer = await endpoint.post(record, { isAnonymous: true });
    return outcome(
      answer,
      (await isRecorded(answer, record)) ? [should('anonymous-signs')] : faultsOfSignedOut(answer),
    );
  },
};

const staleToken: Check = {
  id: 'stale-token',
  expected: 'token-refused',
  async run(endpoint) {
    const [name] = tokensIn(endpoint.options.headers);
    if (name === undefined) return { skipped: 'no-token' };
    const record = trialRecord(endpoint.charter);
    const answer = await endpoint.post(record, { headers: { [name]: 'essai-perime' } });
    return outcome(
      answer,
      (await isRecorded(answer, record))
        ? [should('token-unchecked', { header: name })]
        : faultsOfSignedOut(answer),
    );
  },
};

const isRecorded = async (answer: Answer, record: SignatureRecord): Promise<boolean> =>
  meaningOf(answer, { id: record.id, recordDigest: await digestDocument(record) }).kind === 'recorded';

/** What is wrong with the answer to somebody whose session, or whose page's token, is over. */
function faultsOfSignedOut(answer: Answer): Fault[] {
  const { status, contentType } = answer;
  if (status === 0 || status >= 500) return [must('signed-out-failed')];
  if (isAccepted(answer)) return [breaking('signed-out', must('signed-out-accepted'))];
  if (status < 400) return [breaking('redirect', should('signed-out-redirected'))];
  // The person is asked to sign in, whatever the page says; a problem that is badly formed is one all the same.
  if (/^application\/problem\+json/.test(contentType)) {
    const faults = faultsOfProblemForm(answer, 'must');
    if (faults.length > 0) return faults;
  }
  if (meaningOf(answer).kind === 'refused') return [breaking('signed-out', must('signed-out-refused'))];
  return [401, 403].includes(status)
    ? []
    : [breaking('token-status', should('token-status', { status, type: `${problemPrefix}forbidden` }))];
}

export const accessChecks: CheckGroup = {
  id: 'access',
  checks: [...methods, anonymous, staleToken, ...crossOriginChecks],
};
