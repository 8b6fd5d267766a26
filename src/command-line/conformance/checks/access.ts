import { must, outcome, should } from '../check.ts';
import type { Check, CheckGroup, Fault } from '../check.ts';
import { isAccepted } from '../endpoint.ts';
import type { Answer } from '../endpoint.ts';
import { faultsOfRefusal } from '../judge.ts';
import { newKey, trialRecord } from '../records.ts';

/** Headers with which a user, or the proxy that knows them, says who they are. */
const credentials = /auth|cookie|token|user|key/i;

const methods = ['PUT', 'DELETE', 'PATCH'].map((method): Check => ({
  id: `method-${method.toLowerCase()}`,
  title: `méthode ${method}`,
  expected: '405',
  async run(endpoint) {
    const { url, headers } = endpoint.options;
    const answer = await endpoint.request(url, { method, headers });
    return outcome(
      answer,
      faultsOfRefusal(answer, { refused: 'should', problem: 'method-not-allowed', format: 'should' }).map(
        // The element never sends these: nothing is lost whatever the answer is.
        ({ message }) => should(message),
      ),
    );
  },
}));

const anonymous: Check = {
  id: 'anonymous',
  title: 'sans l’autorisation donnée par --header',
  expected: '401 ou 403',
  async run(endpoint) {
    if (![...endpoint.options.headers.keys()].some((name) => credentials.test(name)))
      return { skipped: 'aucune autorisation n’est donnée par --header' };
    const answer = await endpoint.post(trialRecord(endpoint.charter), { isAnonymous: true });
    return outcome(
      answer,
      isAccepted(answer) ? [should('n’importe qui peut signer au nom de quelqu’un : répondez 401')] : [],
      answer.status >= 500 ? [must('une erreur 5xx veut dire « plus tard » : répondez 401')] : [],
    );
  },
};

const withoutOrigin = { skipped: 'aucune origine n’est donnée par --origin' } as const;

const preflight: Check = {
  id: 'cors-preflight',
  title: 'la page d’un autre hôte demande si elle peut envoyer',
  expected: '2xx, Access-Control-Allow-…',
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
      isAccepted(answer) ? [] : [must('répondez 204 à OPTIONS, sans demander d’autorisation')],
      faultsOfOrigin(answer, origin),
      ['content-type', 'idempotency-key']
        .filter((name) => !names.includes(name) && !names.includes('*'))
        .map((name) => must(`Access-Control-Allow-Headers doit nommer ${name}`)),
    );
  },
};

const origins = (
  [
    ['cors-recorded', 'la page d’un autre hôte lit la réponse'],
    ['cors-refused', 'la page d’un autre hôte lit un refus'],
  ] as const
).map(([id, title]): Check => ({
  id,
  title,
  expected: 'Access-Control-Allow-Origin',
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
  return allowed === origin || allowed === '*'
    ? []
    : [must(`Access-Control-Allow-Origin est ${allowed ?? 'absent'} au lieu de ${origin}`)];
}

export const accessChecks: CheckGroup = {
  title: 'Qui peut envoyer, et comment',
  checks: [...methods, anonymous, preflight, ...origins],
};
