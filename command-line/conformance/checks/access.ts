import { digestDocument } from 'charter-elements/charter';
import { problemPrefix } from 'charter-elements/signature';
import type { SignatureRecord } from 'charter-elements/signature';
import { breaking, must, outcome, should } from '../check.ts';
import type { Check, CheckGroup, Fault } from '../check.ts';
import { isAccepted, meaningOf } from '../endpoint.ts';
import type { Answer } from '../endpoint.ts';
import { faultsOfRefusal } from '../judge.ts';
import { newKey, trialRecord } from '../records.ts';
import { faultsOfProblemForm } from '../rules.ts';

/** Headers with which a user, or the proxy that knows them, says who they are. */
const credentials = /auth|cookie|token|user|key/i;
/** Headers in which a page gives its anti-forgery token. */
const tokens = /csrf|xsrf|verificationtoken/i;

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
    if (![...endpoint.options.headers.keys()].some((name) => credentials.test(name)))
      return { skipped: 'no-authorization' };
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
    const name = [...endpoint.options.headers.keys()].find((header) => tokens.test(header));
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

const withoutOrigin = { skipped: 'no-origin' } as const;

const preflight: Check = {
  id: 'cors-preflight',
  expected: 'preflight',
  async run(endpoint) {
    const { url, origin } = endpoint.options;
    if (origin === undefined) return withoutOrigin;
    const answer = await endpoint.request(url, {
      method: 'OPTIONS',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type,idempotency-key',
      },
    });
    const allowed = (answer.headers.get('Access-Control-Allow-Headers') ?? '').toLowerCase();
    const names = allowed.split(',').map((name) => name.trim());
    return outcome(
      answer,
      isAccepted(answer) ? [] : [must('preflight-refused')],
      faultsOfOrigin(answer, origin),
      ['content-type', 'idempotency-key']
        .filter((name) => !names.includes(name) && !names.includes('*'))
        .map((name) => must('header-not-allowed', { name })),
    );
  },
};

const origins = (['cors-recorded', 'cors-refused'] as const).map((id): Check => ({
  id,
  expected: 'cors-header',
  async run(endpoint) {
    const { origin } = endpoint.options;
    if (origin === undefined) return withoutOrigin;
    const answer =
      id === 'cors-recorded'
        ? await endpoint.post(trialRecord(endpoint.charter))
        : await endpoint.postBody('{', newKey());
    return outcome(answer, faultsOfOrigin(answer, origin));
  },
}));

function faultsOfOrigin({ headers }: Answer, origin: string): Fault[] {
  const allowed = headers.get('Access-Control-Allow-Origin');
  return allowed === origin || allowed === '*' ? [] : [must('origin-not-allowed', { allowed, origin })];
}

export const accessChecks: CheckGroup = {
  id: 'access',
  checks: [...methods, anonymous, staleToken, preflight, ...origins],
};
