import { faultOf, must, outcome } from '../check.ts';
import type { Check, Fault, Outcome } from '../check.ts';
import { isAccepted } from '../endpoint.ts';
import type { Answer, Endpoint } from '../endpoint.ts';
import { tokensIn } from '../given-headers.ts';
import { newKey, trialRecord } from '../records.ts';

/** A check of what a page of another host may do: it does not apply where the trial is told of none. */
const fromOrigin = (
  { id, expected }: Pick<Check, 'id' | 'expected'>,
  run: (endpoint: Endpoint, origin: string) => Promise<Outcome>,
): Check => ({
  id,
  expected,
  run: (endpoint) => {
    const { origin } = endpoint.options;
    return origin === undefined ? Promise.resolve({ skipped: 'no-origin' }) : run(endpoint, origin);
  },
});

/** Headers of every signature that a browser asks about first. */
const contractHeaders = ['content-type', 'idempotency-key'];
/** Headers that the documentation proposes that a page adds. */
const documentedHeaders = ['authorization', 'x-csrf-token'];

const preflight = fromOrigin({ id: 'cors-preflight', expected: 'preflight' }, async (endpoint, origin) => {
  const answer = await ask(endpoint, origin, contractHeaders);
  const names = allowedBy(answer);
  // With cookies, a browser takes the star for a name.
  const isAnyAllowed = names.includes('*') && !sendsCookies(endpoint);
  return outcome(
    answer,
    isAccepted(answer) ? [] : [must('preflight-refused')],
    faultsOfOrigin(answer, origin),
    contractHeaders
      .filter((name) => !names.includes(name) && !isAnyAllowed)
      .map((name) => must('header-not-allowed', { name })),
  );
});

/** Those that the trial was given are those of the page; the others are what it may want one day. */
const headers = fromOrigin({ id: 'cors-headers', expected: 'preflight' }, async (endpoint, origin) => {
  const { headers: given } = endpoint.options;
  const got: Answer['reception'][] = [];
  const faults: Fault[] = [];
  // One by one: some refuse a question as a whole.
  for (const name of new Set([...documentedHeaders, ...tokensIn(given)])) {
    const answer = await ask(endpoint, origin, [...contractHeaders, name]);
    got.push(answer.reception);
    // A star is no answer: it is never for Authorization, and a token comes with cookies.
    if (!isAccepted(answer) || !allowedBy(answer).includes(name))
      faults.push(faultOf(given.has(name) ? 'must' : 'should', 'header-not-allowed', { name }));
  }
  return { got, faults };
});

const credentials = fromOrigin(
  { id: 'cors-credentials', expected: 'credentials' },
  async (endpoint, origin) => {
    const answer = await ask(endpoint, origin, contractHeaders);
    const allowed = answer.headers.get('Access-Control-Allow-Credentials');
    const isOrigin = answer.headers.get('Access-Control-Allow-Origin') === origin;
    const level = sendsCookies(endpoint) ? 'must' : 'should';
    return outcome(
      answer,
      allowed === 'true' && isOrigin ? [] : [faultOf(level, 'credentials-not-allowed', { allowed, origin })],
    );
  },
);

const origins = (['cors-recorded', 'cors-refused'] as const).map((id) =>
  fromOrigin({ id, expected: 'cors-header' }, async (endpoint, origin) => {
    const answer =
      id === 'cors-recorded'
        ? await endpoint.post(trialRecord(endpoint.charter))
        : await endpoint.postBody('{', newKey());
    return outcome(answer, faultsOfOrigin(answer, origin));
  }),
);

/** The question of a browser that is to send these headers; it goes without those of the page, and without cookies. */
function ask(endpoint: Endpoint, origin: string, names: readonly string[]): Promise<Answer> {
  return endpoint.request(endpoint.options.url, {
    method: 'OPTIONS',
    headers: {
      Origin: origin,
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': names.toSorted().join(),
    },
  });
}

function allowedBy({ headers: answered }: Answer): string[] {
  const allowed = answered.get('Access-Control-Allow-Headers') ?? '';
  return allowed.split(',').map((name) => name.trim().toLowerCase());
}

const sendsCookies = ({ options }: Endpoint): boolean => options.headers.has('Cookie');

function faultsOfOrigin({ headers: answered }: Answer, origin: string): Fault[] {
  const allowed = answered.get('Access-Control-Allow-Origin');
  return allowed === origin || allowed === '*' ? [] : [must('origin-not-allowed', { allowed, origin })];
}

/** What a page of another host may do. They belong to the group of access. */
export const crossOriginChecks: readonly Check[] = [preflight, headers, credentials, ...origins];
