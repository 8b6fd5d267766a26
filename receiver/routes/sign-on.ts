import { Hono } from 'hono';
import type { Context } from 'hono';
import * as v from 'valibot';
import { isFormPost, formType, parseForm } from '../http/form.ts';
import { maxRecordSize } from '../domain/record-size.ts';
import { readBody } from '../http/body.ts';
import { requireOwnSite } from '../http/own-site.ts';
import type { Log } from '../http/failures.ts';
import {
  failurePage,
  signedInPage,
  signedOutPage,
  signingOutPage,
  signOutPage,
} from '../pages/sign-on-pages.ts';
import { attemptTime } from '../sign-on/cookies.ts';
import { ProblemError } from '../domain/problem-error.ts';
import { SignOnError } from '../sign-on/sign-on-error.ts';
import type { SignOn } from '../sign-on/sign-on.ts';
import { isTokenOf } from '../sign-on/sessions.ts';
import { onlyMethods } from './only-methods.ts';

export interface SignOnRoutesOptions {
  readonly signOn: SignOn;
  readonly allowedOrigins: readonly string[];
  readonly log: Log;
}

/** What waits in a cookie while the person is at the provider. */
const attemptSchema = v.object({
  state: v.string(),
  nonce: v.string(),
  verifier: v.exactOptional(v.string()),
  return: v.exactOptional(v.string()),
});

const idTokenSchema = v.object({ token: v.string() });
const signOutSchema = v.object({ return: v.exactOptional(v.string()) });

/** Signing in and out: pages for people, and who is signed in for pages. */
export function signOnRoutes({ signOn, allowedOrigins, log }: SignOnRoutesOptions): Hono {
  const { provider, sessions, cookies, sealer, publicURL } = signOn;
  const routes = new Hono();
  routes.onError((error, c) => answerFailure(error, c, { signOn, log }));

  routes.get('/login', async (c) => {
    const back = signOn.returnAddress(c.req.query('return'));
    const { attempt, url } = await provider.begin();
    const claims = { ...attempt, ...(back !== undefined && { return: back }) };
    cookies.writeAttempt(c, attempt.state, await sealer.seal('sign-on', claims, signOn.now() + attemptTime));
    return c.redirect(url.href, 302);
  });

  routes.get('/callback', async (c) => {
    const state = c.req.query('state') ?? '';
    const attempt = v.safeParse(attemptSchema, await sealer.open('sign-on', cookies.readAttempt(c, state)));
    if (!attempt.success || attempt.output.state !== state) throw new SignOnError('expired');
    // Whatever comes of it, it is not tried twice.
    cookies.eraseAttempt(c, state);
    const { claims, idToken } = await provider.end(new URL(c.req.url).search.slice(1), attempt.output);
    const identity = signOn.identityOf(claims);
    await sessions.start(c, identity);
    const endsAt = signOn.now() + 24 * 3600;
    cookies.write(c, 'id-token', await sealer.seal('id-token', { token: idToken }, endsAt));
    const back = attempt.output.return;
    return back === undefined ? answer(c, await signedInPage()) : c.redirect(back, 303);
  });

  routes.get('/session', (c) => {
    const session = signOn.sessionOf(c);
    if (!session) return c.json({ signedIn: false, signIn: signOn.signInURL });
    const { identity, csrfToken, endsAt } = session;
    return c.json({
      signedIn: true,
      identity,
      csrfToken,
      endsAt: new Date(endsAt * 1000).toISOString(),
      signIn: signOn.signInURL,
    });
  });

  routes.get('/logout', (c) => {
    const session = signOn.sessionOf(c);
    const back = signOn.returnAddress(c.req.query('return'));
    return session ? signOutPage(session, back) : signedOutPage('here', back);
  });
  routes.post('/logout', async (c) => {
    const session = signOn.sessionOf(c);
    const fields = new Map(isFormPost(c.req.raw) ? await readFields(c.req.raw) : []);
    const token = fields.get('_csrf') ?? c.req.header('x-csrf-token');
    const hasToken = isTokenOf(session, token);
    requireOwnSite(c, { host: publicURL.host, allowedOrigins, isSignedIn: session !== undefined, hasToken });
    const back = signOn.returnAddress(fields.get('return'));
    const idToken = v.safeParse(idTokenSchema, await sealer.open('id-token', cookies.read(c, 'id-token')));
    sessions.end(c);
    cookies.erase(c, 'id-token');
    const state = await sealer.seal(
      'sign-out',
      back === undefined ? {} : { return: back },
      signOn.now() + attemptTime,
    );
    const returnURI = new URL('auth/signed-out', publicURL).href;
    const url =
      session &&
      (await provider.signOutURL(idToken.success ? idToken.output.token : undefined, returnURI, state));
    return answer(c, await (url ? signingOutPage(url.href) : signedOutPage('here', back)));
  });

  routes.get('/signed-out', async (c) => {
    const state = v.safeParse(signOutSchema, await sealer.open('sign-out', c.req.query('state')));
    return state.success
      ? signedOutPage('everywhere', state.output.return)
      : signedOutPage('here', undefined);
  });

  for (const path of ['/login', '/callback', '/session', '/signed-out'])
    routes.all(path, onlyMethods('GET', 'HEAD'));
  routes.all('/logout', onlyMethods('GET', 'HEAD', 'POST'));
  return routes;
}

function readFields(request: Request): Promise<[string, string][]> {
  return readBody(request, { [formType]: { maxSize: maxRecordSize, read: parseForm } });
}

/** Failures of the sign-on are told to the person on a page, and to the log by name; others go on to the receiver. */
async function answerFailure(
  error: Error,
  c: Context,
  { signOn, log }: Pick<SignOnRoutesOptions, 'signOn' | 'log'>,
): Promise<Response> {
  if (error instanceof ProblemError && error.problem === 'forbidden') {
    return answerFailure(new SignOnError('foreign-request'), c, { signOn, log });
  }
  if (!(error instanceof SignOnError)) throw error;
  const requestId = crypto.randomUUID();
  const { failure, details } = error;
  // Somebody who changes their mind, or goes back in the history, is no fault.
  if (failure !== 'expired' && failure !== 'denied')
    log({ level: 'warning', event: 'sign-on-failed', requestId, failure, ...details });
  return answer(c, await failurePage(error, { requestId, signInURL: signOn.signInURL }));
}

/** A page, with the cookies that were set meanwhile. */
function answer(c: Context, page: Response): Response {
  return c.newResponse(page.body, page);
}
