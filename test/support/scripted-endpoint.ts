import type { Context, Next } from 'koa';

interface Received {
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

const received = new Map<string, Received[]>();

/**
 * A real endpoint for component tests, on the test runner's server. `POST /scripted/<key>?answers=503,hang,201` gives each
 * answer in turn, the last one for ever; `GET /scripted/<key>` lists what was received. Answers: a status, optionally
 * with a problem name (`409:charter-outdated`), `hang` (never answers), `html` (200 with a page).
 */
export async function scriptedEndpoint(context: Context, next: Next): Promise<void> {
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
    const { id } = JSON.parse(body) as { id: string };
    context.body = { id, receivedAt: '2026-11-23T12:34:56.000Z', recordDigest: `sha256:${'0'.repeat(64)}` };
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
