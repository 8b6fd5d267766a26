import { Hono } from 'hono';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { proxy } from 'hono/proxy';
import { personas } from './personas.ts';
import type { Persona } from './personas.ts';
import { ProblemError } from '../receiver/domain/problem-error.ts';

/** Headers in which the proxy tells the receiver who is asking, each in percent-encoded UTF-8. */
export const identityHeaders = {
  id: 'x-remote-user',
  name: 'x-remote-name',
  department: 'x-remote-department',
} as const;

// Headers of this hop that the receiver must not see from a browser.
const withheld = [...Object.values(identityHeaders), 'expect', 'forwarded', 'x-forwarded-for'];

/**
 * The part of an intranet that stands before the receiver: sessions, as a single sign-on would keep them, and a
 * reverse proxy that says in a header who is signed in.
 *
 * @param receiver - Origin of the receiver, such as `http://127.0.0.1:5000`. It believes this process's address.
 * @param clientAddress - Address of the other end of the connection.
 */
export function createIntranetProxy(
  receiver: string,
  clientAddress: (c: Context) => string | undefined,
): Hono {
  const app = new Hono();

  app.use('/demo/session', async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });
  app.get('/demo/session', (c) => c.json(describeSession(signedIn(c))));
  app.post('/demo/session', bodyLimit({ maxSize: 1024, onError: refuseLargeBody }), async (c) => {
    const persona = await readChoice(c);
    keepSession(c, persona.id);
    return c.json(describeSession(persona));
  });
  app.delete('/demo/session', (c) => {
    keepSession(c, signedOut);
    return c.json(describeSession(undefined));
  });
  app.all('/demo/session', () => {
    throw new ProblemError(
      'method-not-allowed',
      'A session can be read, opened with POST and closed with DELETE.',
      {
        headers: { Allow: 'GET, HEAD, POST, DELETE' },
      },
    );
  });

  for (const path of ['/api/*', '/.well-known/*', '/healthz', '/openapi.json']) {
    app.all(path, (c) => forward(c, receiver, clientAddress(c)));
  }
  return app;
}

/** Signs the first persona in on a first visit, as a hospital's single sign-on does when a page is asked for. */
export const signInOnFirstVisit: MiddlewareHandler = async (c, next) => {
  await next();
  if (getCookie(c, cookie) === undefined) keepSession(c, personas[0]!.id);
};

const cookie = 'intranet_session';
const signedOut = 'none';

// The cookie holds the persona itself: anyone may pick any persona here, so there is nothing to forge, and sessions
// outlive a restart. A real single sign-on holds a secret.
function signedIn(c: Context): Persona | undefined {
  return findPersona(getCookie(c, cookie));
}

function keepSession(c: Context, value: string): void {
  setCookie(c, cookie, value, { httpOnly: true, sameSite: 'Lax', path: '/' });
}

function describeSession(person: Persona | undefined) {
  return { person: person ?? null, people: personas };
}

function findPersona(id: unknown): Persona | undefined {
  return personas.find((persona) => persona.id === id);
}

async function readChoice(c: Context): Promise<Persona> {
  // A form of another site cannot send JSON.
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
    throw new ProblemError('unsupported-media-type', 'Send {"persona": "…"} as application/json.');
  }
  const body: unknown = await c.req.json().catch(() => undefined);
  const persona = findPersona((body as { persona?: unknown } | null | undefined)?.persona);
  if (!persona) {
    const known = personas.map(({ id }) => id).join(', ');
    throw new ProblemError('malformed-json', `The body must be {"persona": "…"} with one of: ${known}.`);
  }
  return persona;
}

function refuseLargeBody(): never {
  throw new ProblemError('payload-too-large', 'The body must be {"persona": "…"}.');
}

/** The cookie of the session is between the browser and the single sign-on. */
function withholdSession(headers: Headers): void {
  const cookies = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  const others = cookies.filter((pair) => pair && !pair.startsWith(`${cookie}=`));
  if (others.length > 0) headers.set('cookie', others.join('; '));
  else headers.delete('cookie');
}

async function forward(c: Context, receiver: string, client: string | undefined): Promise<Response> {
  const { pathname, search } = new URL(c.req.url);
  const person = signedIn(c);
  try {
    return await proxy(`${receiver}${pathname}${search}`, {
      raw: c.req.raw,
      redirect: 'manual',
      customFetch: (request) => {
        for (const name of withheld) request.headers.delete(name);
        withholdSession(request.headers);
        if (client) request.headers.set('x-forwarded-for', client);
        if (person) {
          request.headers.set(identityHeaders.id, encodeURIComponent(person.staffId));
          request.headers.set(identityHeaders.name, encodeURIComponent(person.name));
          request.headers.set(identityHeaders.department, encodeURIComponent(person.department));
        }
        return fetch(request);
      },
    });
  } catch (cause) {
    throw new ProblemError(
      'unavailable',
      'The receiver does not answer. Send the same request again later.',
      {
        cause,
        retryAfter: 5,
      },
    );
  }
}
