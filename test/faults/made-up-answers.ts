import type { OutgoingHttpHeaders } from 'node:http';
import { problemPrefix, problems } from '../../src/signature/problem.ts';
import type { ProblemName } from '../../src/signature/problem.ts';

/** An answer that does not come from the receiver. */
export interface MadeUpAnswer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string;
}

/** What an answer may be made of. */
export interface Circumstances {
  /** Id of the record that was posted. */
  readonly id: string;
  /** The receiver's answer about another record, once there was one. */
  readonly otherReceipt: Readonly<Record<string, unknown>>;
  /** Another origin, which counts what reaches it. */
  readonly elsewhere: string;
}

/** Pages of the same origin that redirects lead to. */
export const redirectTargets = {
  '/sign-on': html(200, 'Connexion'),
  '/list': json(200, []),
  '/session': json(200, { error: 'login_required' }),
} as const satisfies Record<string, MadeUpAnswer>;

/** The shortest wait there is: `Retry-After` is always honoured, and counts in seconds. */
const retryAfter = '1';

type Make = (circumstances: Circumstances) => MadeUpAnswer;

/** Refusing problem types of the contract: these records are refused for good, and must be said to be. */
const refusals = {
  '400-malformed-json': () => problem('malformed-json'),
  '400-idempotency-key-missing': () => problem('idempotency-key-missing'),
  '409-charter-outdated': () => problem('charter-outdated'),
  '413-payload-too-large': () => problem('payload-too-large'),
  '415-unsupported-media-type': () => problem('unsupported-media-type'),
  '422-unreadable-record': () => problem('unreadable-record'),
  '422-invalid-record': () => problem('invalid-record'),
  '422-idempotency-key-mismatch': () => problem('idempotency-key-mismatch'),
  '422-idempotency-mismatch': () => problem('idempotency-mismatch'),
  '422-unknown-charter': () => problem('unknown-charter'),
  '422-digest-mismatch': () => problem('digest-mismatch'),
  '422-signed-in-the-future': () => problem('signed-in-the-future'),
} satisfies Record<string, Make>;

/** Refusals whose body breaks RFC 9457: refused or kept, as long as the screen says which. */
const malformedRefusals = {
  '422-errors-text': () => problem('invalid-record', {}, { errors: 'x' }),
  '422-errors-null': () => problem('invalid-record', {}, { errors: [null] }),
  '422-errors-length': () => problem('invalid-record', {}, { errors: { length: 2 } }),
  '422-detail-object': () => problem('invalid-record', {}, { detail: { toString: 1 } }),
  '422-template': () => problem('invalid-record', {}, { detail: { _$litType$: 1, strings: [] } }),
} satisfies Record<string, Make>;

/** Answers that say neither that the record is recorded nor that it never will be. */
const others = {
  // The person is not signed in, or the page's token is stale.
  '401': () => problem('sign-in-required'),
  '403': () => problem('forbidden'),
  '403-html': () => html(403, 'Accès refusé'),
  '419-html': () => html(419, 'Page expirée'),
  '440-html': () => html(440, 'Session expirée'),
  'sign-in-page': () => html(200, 'Connexion'),
  'redirect-to-sign-in-page': () => redirect(302, '/sign-on'),
  'redirect-to-list': () => redirect(302, '/list'),
  'redirect-to-error': () => redirect(303, '/session'),
  'redirect-to-identity-provider': ({ elsewhere }) => redirect(302, `${elsewhere}/authorize?client=charter`),
  'redirect-307-elsewhere': ({ elsewhere }) => redirect(307, `${elsewhere}/api/signatures`),
  'redirect-308-elsewhere': ({ elsewhere }) => redirect(308, `${elsewhere}/api/signatures`),
  '403-other-signer': () => problem('other-signer'),
  // Answered, and nothing confirmed.
  '200-failure': () => json(200, { success: false, code: 401 }),
  '200-null': () => json(200, null),
  '200-empty': () => ({ status: 200, headers: {}, body: '' }),
  '201-text': () => ({ status: 201, headers: { 'Content-Type': 'text/plain' }, body: 'OK' }),
  '201-other-record': ({ otherReceipt }) => json(201, otherReceipt),
  '201-other-digest': ({ id, otherReceipt }) => json(201, { ...otherReceipt, id }),
  '201-in-1999': ({ id }) => json(201, { id, receivedAt: '1999-12-31T23:59:59.000Z' }),
  // About the address or the moment, not about the record.
  '400-html': () => html(400, 'Requête incorrecte'),
  '404-html': () => html(404, 'Page introuvable'),
  '404-not-found': () => problem('not-found'),
  '405-method-not-allowed': () => problem('method-not-allowed'),
  '406-not-acceptable': () => problem('not-acceptable'),
  '422-html': () => html(422, 'Jeton expiré'),
  // Not now.
  '408': () => problem('request-timeout'),
  '409-in-progress': () => problem('in-progress'),
  '425': () => html(425, 'Too Early'),
  '429-seconds': () => problem('too-many-requests', { 'Retry-After': retryAfter }),
  '429-date': () =>
    problem('too-many-requests', {
      'Retry-After': new Date(Date.now() + Number(retryAfter) * 1000).toUTCString(),
    }),
  '500': () => problem('internal'),
  '502': () => html(502, 'Bad Gateway'),
  '503': () => problem('unavailable'),
  '503-retry-after': () => problem('unavailable', { 'Retry-After': retryAfter }),
  '504': () => html(504, 'Gateway Timeout'),
} satisfies Record<string, Make>;

export type MadeUpFault = keyof typeof refusals | keyof typeof malformedRefusals | keyof typeof others;

/** What the proxy answers by itself, by the name of the fault. */
export const madeUpAnswers: Readonly<Record<MadeUpFault, Make>> = {
  ...refusals,
  ...malformedRefusals,
  ...others,
};

/** Answers that may end the attempts to send a record: a receiver never gives one about a record that it has. */
export const refusing: ReadonlySet<string> = new Set([
  ...Object.keys(refusals),
  ...Object.keys(malformedRefusals),
]);

/** Those that must. */
export const refusingForGood: ReadonlySet<string> = new Set(Object.keys(refusals));

export const keyAnswers = {
  'keys-503': problem('unavailable'),
  'keys-html': html(200, 'Connexion'),
} as const;

/** What a gateway makes of the receiver's answer that it has recorded. */
export function provingAnswer(fault: string, id: string): MadeUpAnswer | undefined {
  if (fault === 'recorded-bare-object') return json(201, { id });
  const [, status] = /^recorded-empty-(\d+)$/.exec(fault) ?? [];
  return status === undefined ? undefined : { status: Number(status), headers: {}, body: '' };
}

function redirect(status: number, location: string): MadeUpAnswer {
  return { status, headers: { Location: location }, body: '' };
}

function json(status: number, body: unknown): MadeUpAnswer {
  return { status, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

function html(status: number, title: string): MadeUpAnswer {
  return {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
    body: `<!doctype html><html lang="fr"><title>${title}</title><h1>${title}</h1></html>`,
  };
}

function problem(name: ProblemName, headers: OutgoingHttpHeaders = {}, members: object = {}): MadeUpAnswer {
  const [status, title] = problems[name];
  return {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
    body: JSON.stringify({
      type: `${problemPrefix}${name}`,
      title,
      status,
      detail: 'Made up by the fault run.',
      ...members,
    }),
  };
}
