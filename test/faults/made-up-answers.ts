import type { OutgoingHttpHeaders } from 'node:http';
import { problemPrefix, problems } from '../../src/signature/problem.ts';
import type { ProblemName } from '../../src/signature/problem.ts';
import type { Fault } from './fault-kinds.ts';

/** An answer that does not come from the receiver. */
export interface MadeUpAnswer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string;
}

export const signInPath = '/sign-on';

/** The shortest wait there is: `Retry-After` is always honoured, and counts in seconds. */
const retryAfterSeconds = 1;

/** What the proxy answers by itself for a fault; `undefined` for a fault of the connection. */
export function madeUpAnswer(fault: Fault): MadeUpAnswer | undefined {
  switch (fault) {
    case '400':
      return problem('malformed-json');
    case '401':
      return problem('sign-in-required');
    case '403':
      return problem('forbidden');
    case '408':
      return problem('request-timeout');
    case '409-in-progress':
      return problem('in-progress');
    case '409-charter-outdated':
      return problem('charter-outdated');
    case '413':
      return problem('payload-too-large');
    case '415':
      return problem('unsupported-media-type');
    case '422':
      return problem('invalid-record');
    case '425':
      return gatewayPage(425);
    case '429-seconds':
      return problem('too-many-requests', { 'Retry-After': String(retryAfterSeconds) });
    case '429-date':
      return problem('too-many-requests', {
        'Retry-After': new Date(Date.now() + retryAfterSeconds * 1000).toUTCString(),
      });
    case '500':
      return problem('internal');
    case '503':
    case 'keys-503':
      return problem('unavailable');
    case '503-retry-after':
      return problem('unavailable', { 'Retry-After': String(retryAfterSeconds) });
    case '502':
    case 'recorded-502':
      return gatewayPage(502);
    case '504':
    case 'recorded-504':
      return gatewayPage(504);
    case 'sign-in-page':
      return { status: 302, headers: { Location: signInPath }, body: '' };
    case 'keys-html':
      return signInPage;
    default:
      return undefined;
  }
}

export const signInPage: MadeUpAnswer = {
  status: 200,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: '<!doctype html><html lang="fr"><title>Connexion</title><h1>Connexion</h1></html>',
};

function gatewayPage(status: number): MadeUpAnswer {
  return {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
    body: `<!doctype html><title>${status}</title><h1>${status}</h1>`,
  };
}

function problem(name: ProblemName, headers: OutgoingHttpHeaders = {}): MadeUpAnswer {
  const [status, title] = problems[name];
  return {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
    body: JSON.stringify({
      type: `${problemPrefix}${name}`,
      title,
      status,
      detail: 'Made up by the fault run.',
    }),
  };
}
