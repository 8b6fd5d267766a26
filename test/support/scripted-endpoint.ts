import type { Context, Next } from 'koa';
import { digestDocument } from '../../src/charter/digest.ts';

interface Received {
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

const received = new Map<string, Received[]>();

const charterRequests = new Map<string, number>();

/** `GET /scripted-charter/<key>?versions=1.0.0,1.1.0` gives a charter in each version in turn, the last one for ever. */
function scriptedCharter(context: Context, key: string): void {
  const versions = String(context.query['versions']).split(',');
  const count = charterRequests.get(key) ?? 0;
  charterRequests.set(key, count + 1);
  const version = versions[Math.min(count, versions.length - 1)]!;
  context.set('Cache-Control', 'max-age=3600');
  context.body = {
    schema: 'charter/1',
    id: 'test-charter',
    version,
    locale: 'fr',
    title: 'Charte d’essai',
    sections: [{ id: 'one', title: 'Une section', body: [{ type: 'paragraph', text: `Texte ${version}.` }] }],
    statements: [{ id: 'read', text: 'J’atteste avoir lu la charte.' }],
    history: versions.map((each) => ({
      version: each,
      date: '2026-01-01',
      changes: `Changements de ${each}.`,
    })),
  };
}

/**
 * A real endpoint for component tests, on the test runner's server. `POST /scripted/<key>?answers=503,hang,201` gives each
 * answer in turn, the last one for ever; `GET /scripted/<key>` lists what was received. Answers: a status, optionally
 * with a problem name (`409:charter-outdated`), `hang` (never answers), `html` (200 with a page).
 */
export async function scriptedEndpoint(context: Context, next: Next): Promise<void> {
  const charter = /^\/scripted-charter\/([\w-]+)$/.exec(context.path);
  if (charter) {
    scriptedCharter(context, charter[1]!);
    return;
  }
  const match = /^\/scripted\/([\w-]+)$/.exec(context.path);
  if (!match) {
    await next();
    return;
  }
  const key = match[1]!;
  const requests = received.get(key) ?? [];
  received.set(key, requests);
  if (context.method === 'GET') {
    context.body = requests;
    return;
  }
  const body = await readBody(context);
  requests.push({ headers: context.headers, body });
  const answers = String(context.query['answers'] ?? '201').split(',');
  const answer = answers[Math.min(requests.length, answers.length) - 1]!;
  if (answer === 'hang') await new Promise(() => undefined);
  if (answer === 'html') {
    context.type = 'html';
    context.body = '<!doctype html><title>Connexion</title>';
    return;
  }
  const [status, problem = 'test'] = answer.split(':');
  context.status = Number(status);
  const retryAfter = context.query['retry-after'];
  if (retryAfter) context.set('Retry-After', String(retryAfter));
  if (context.status < 300) {
    const record = JSON.parse(body) as { id: string };
    context.body = {
      id: record.id,
      receivedAt: '2026-11-23T12:34:56.000Z',
      recordDigest: await digestDocument(record),
    };
  } else {
    context.type = 'application/problem+json';
    context.body = JSON.stringify({
      type: `urn:charter-elements:problem:${problem}`,
      status: context.status,
      title: 'Scripted',
    });
  }
}

async function readBody(context: Context): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of context.req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
