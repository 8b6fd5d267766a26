import type { Context } from 'koa';
import { digestDocument } from '../../src/charter/digest.ts';
import { problemPrefix } from '../../src/signature/problem.ts';

export type Respond = (context: Context, body: string) => void | Promise<void>;

const page = '<!doctype html><title>Connexion</title><form></form>';

/** A success with a body made of the record's receipt. */
function success(make: (receipt: Record<string, string>) => unknown, status = 201): Respond {
  return async (context, body) => {
    const record = JSON.parse(body) as { id: string };
    const receipt = {
      id: record.id,
      receivedAt: '2026-11-23T12:34:56.000Z',
      recordDigest: await digestDocument(record),
    };
    context.status = status;
    context.type = 'json';
    context.body = JSON.stringify(make(receipt));
  };
}

/** Bytes that end where no answer ends. */
function cut(...lines: string[]): Respond {
  return (context) => {
    context.respond = false;
    context.req.socket.end(lines.join('\r\n'));
  };
}

/** A refusal of the contract whose other members are of no form. */
function refusal(members: object): Respond {
  return (context) => {
    context.status = 422;
    context.type = 'application/problem+json';
    context.body = JSON.stringify({ type: `${problemPrefix}invalid-record`, status: 422, ...members });
  };
}

/** What JSON can say of a template of the elements. */
const template = { _$litType$: 1, strings: ['<b>'], values: [] };

/** Answers by name, beside the statuses; as endpoints, proxies and networks give them. */
const answers: Readonly<Record<string, Respond>> = {
  html: (context) => {
    context.type = 'html';
    context.body = page;
  },
  text: (context) => {
    context.body = 'OK';
  },
  'empty-200': (context) => {
    context.status = 200;
    context.set('Content-Type', 'application/json');
    context.body = Buffer.alloc(0);
  },
  'empty-201': (context) => {
    context.status = 201;
    context.body = Buffer.alloc(0);
  },
  'empty-204': (context) => {
    context.status = 204;
  },
  array: success(() => [], 200),
  'no-id': success(() => ({ saved: true }), 200),
  'success-false': success(() => ({ success: false, code: 401 }), 200),
  'login-required': success(() => ({ error: 'login_required' }), 200),
  'other-id': success((receipt) => ({ ...receipt, id: '00000000-0000-4000-8000-000000000000' })),
  'other-digest': success((receipt) => ({ ...receipt, recordDigest: `sha256:${'0'.repeat(64)}` })),
  'received-1999': success((receipt) => ({ ...receipt, receivedAt: '1999-12-31T23:59:59Z' })),
  'cut-version': cut('HTTP/1.1 '),
  'cut-status': cut('HTTP/1.1 2'),
  'cut-headers': cut('HTTP/1.1 201 Created'),
  'cut-body': cut(
    'HTTP/1.1 201 Created',
    'Content-Type: application/json',
    'Content-Length: 500',
    '',
    '{"id":"',
  ),
  'processing-then-closed': cut('HTTP/1.1 102 Processing', '', ''),
  'errors-text': refusal({ errors: 'x' }),
  'errors-null': refusal({ errors: [null] }),
  'errors-length': refusal({ errors: { length: 2 } }),
  'detail-object': refusal({ detail: { toString: 1 } }),
  template: refusal({ title: template, detail: template, errors: [{ pointer: template, detail: template }] }),
};

/** The same server under another name is another origin. */
function otherOrigin({ host }: Context): string {
  return `http://${host.startsWith('localhost') ? host.replace('localhost', '127.0.0.1') : host.replace(/^[^:]+/, 'localhost')}`;
}

/**
 * The answer of a name, where it has one: one of the table; `<status>-html`, a page; `<status>-to-<answer>`, a redirect
 * to `/scripted/<key>-final` that gives that answer; `<status>-away-<answer>`, the same on another origin.
 */
export function findAnswer(name: string, path: string): Respond | undefined {
  if (Object.hasOwn(answers, name)) return answers[name];
  const [, status, how = ''] = /^(\d{3})-([\w-]+)$/.exec(name) ?? [];
  if (!status) return undefined;
  const [, where, final] = /^(to|away)-(.+)$/.exec(how) ?? [];
  return (context) => {
    context.status = Number(status);
    if (where) {
      const target = `${path}-final?answers=${final}`;
      context.set('Location', where === 'away' ? otherOrigin(context) + target : target);
      context.body = '';
    } else {
      context.type = 'html';
      context.body = page;
    }
  };
}
