import { digestDocument } from 'charter-elements/charter';
import { problemPrefix } from 'charter-elements/signature';
import type { SignatureRecord } from 'charter-elements/signature';
import { must, outcome, should } from '../check.ts';
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
    const record = trialRecord(endpoint.charter);
    const answer = await endpoint.post(record, { isAnonymous: true });
    return outcome(
      answer,
      (await isRecorded(answer, record))
        ? [should('n’importe qui peut signer au nom de quelqu’un : répondez 401')]
        : faultsOfSignedOut(answer),
    );
  },
};

const staleToken: Check = {
  id: 'stale-token',
  title: 'avec un jeton anti-CSRF périmé',
  expected: '403',
  async run(endpoint) {
    const name = [...endpoint.options.headers.keys()].find((header) => tokens.test(header));
    if (name === undefined) return { skipped: 'aucun jeton anti-CSRF n’est donné par --header' };
    const record = trialRecord(endpoint.charter);
    const answer = await endpoint.post(record, { headers: { [name]: 'essai-perime' } });
    return outcome(
      answer,
      (await isRecorded(answer, record))
        ? [should(`${name} n’est pas vérifié : refusez par 403 un jeton qui n’est pas celui de la session`)]
        : faultsOfSignedOut(answer),
    );
  },
};

const isRecorded = async (answer: Answer, record: SignatureRecord): Promise<boolean> =>
  meaningOf(answer, { id: record.id, recordDigest: await digestDocument(record) }).kind === 'recorded';

/** What is wrong with the answer to somebody whose session, or whose page's token, is over. */
function faultsOfSignedOut(answer: Answer): Fault[] {
  const { status, contentType } = answer;
  if (status === 0 || status >= 500)
    return [must('une erreur 5xx veut dire « plus tard » : répondez 401, ou 403 pour le jeton')];
  if (isAccepted(answer))
    return [
      must(
        'une session perdue répond comme un succès : répondez 401 à une demande en JSON, et gardez la page de connexion pour les pages',
        'signed-out',
      ),
    ];
  if (status < 400)
    return [
      should(
        'une redirection n’est jamais suivie : la personne est invitée à se reconnecter, mais répondez 401 à une demande en JSON',
        'redirect',
      ),
    ];
  // The person is asked to sign in, whatever the page says; a problem that is badly formed is one all the same.
  if (/^application\/problem\+json/.test(contentType)) {
    const faults = faultsOfProblemForm(answer, 'must');
    if (faults.length > 0) return faults;
  }
  if (meaningOf(answer).kind === 'refused')
    return [
      must(
        'une session perdue passe pour un refus définitif : répondez 401, ou 403 pour le jeton',
        'signed-out',
      ),
    ];
  return [401, 403].includes(status)
    ? []
    : [
        should(
          `${status} : la signature est gardée et la personne invitée à recharger la page, mais répondez 403, type ${problemPrefix}forbidden`,
          'token-status',
        ),
      ];
}

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
  checks: [...methods, anonymous, staleToken, preflight, ...origins],
};
