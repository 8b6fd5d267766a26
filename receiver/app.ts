import { Hono } from 'hono';
import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { answerFailure } from './http/failures.ts';
import { networkOf } from './http/client-address.ts';
import { requireJSONAccepted } from './http/negotiation.ts';
import { RateLimit } from './http/rate-limit.ts';
import { createRequestOrigin } from './http/request-origin.ts';
import type { RequestOrigin } from './http/request-origin.ts';
import type { ReceiverOptions } from './options.ts';
import { ProblemError } from './domain/problem-error.ts';
import { charterRoutes } from './routes/charters.ts';
import { coverageRoutes } from './routes/coverage.ts';
import { servicePaths, serviceRoutes } from './routes/service.ts';
import { signOnRoutes } from './routes/sign-on.ts';
import { signatureRoutes } from './routes/signatures.ts';

/**
 * A receiver of signatures: the server side of the contract. It can stand alone or be mounted in another application
 * (`app.route('/', createReceiver(options))`), and then leaves every path that is not its own to it.
 */
export function createReceiver(options: ReceiverOptions): Hono {
  const app = new Hono();
  const { signOn } = options;
  const origin = createRequestOrigin(options);
  app.onError((error, c) => answerFailure(error, c, options.log));

  for (const path of ['/api/*', ...servicePaths]) {
    app.use(path, secureHeaders);
    if (options.allowedOrigins.length > 0) app.use(path, allowOrigins(options.allowedOrigins));
  }
  if (signOn) {
    app.use('/auth/*', secureHeaders);
    if (options.allowedOrigins.length > 0) app.use('/auth/session', allowOrigins(options.allowedOrigins));
  }
  if (options.rateLimit > 0) {
    const limit = limitRate(new RateLimit(options.rateLimit), origin);
    for (const path of signOn ? ['/api/*', '/auth/*'] : ['/api/*']) app.use(path, limit);
  }
  app.use('/api/*', requireJSONAccepted);
  if (signOn) {
    for (const path of ['/api/*', '/auth/*']) app.use(path, signOn.readSession);
    app.use('/api/*', signOn.renewSession);
    app.route('/auth', signOnRoutes({ signOn, allowedOrigins: options.allowedOrigins, log: options.log }));
  }

  app.route('/api/signatures', signatureRoutes(options, origin));
  app.route('/api/charters', charterRoutes(options.charters));
  app.route('/api/coverage', coverageRoutes(options, origin));
  app.route('/', serviceRoutes(options));
  app.all('/api/*', () => {
    throw notFound();
  });
  app.notFound(() => notFound().toResponse());
  return app;
}

function notFound(): ProblemError {
  return new ProblemError('not-found', 'Nothing is served at this address. /openapi.json lists what is.');
}

const secureHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  headers.set('X-Content-Type-Options', 'nosniff');
  if (!headers.has('Content-Security-Policy')) {
    headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  }
  headers.set('Referrer-Policy', 'no-referrer');
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
};

function allowOrigins(origins: readonly string[]): MiddlewareHandler {
  return cors({
    origin: [...origins],
    allowMethods: ['GET', 'HEAD', 'POST'],
    allowHeaders: ['Content-Type', 'Idempotency-Key', 'Accept', 'X-CSRF-Token'],
    exposeHeaders: ['Location', 'Retry-After', 'ETag'],
    credentials: true,
    maxAge: 600,
  });
}

function limitRate(limit: RateLimit, origin: RequestOrigin): MiddlewareHandler {
  return async (c, next) => {
    const seconds = limit.take(networkOf(origin.client(c)));
    if (seconds > 0) {
      throw new ProblemError(
        'too-many-requests',
        `This client sends too many requests. Send the same one again in ${seconds} s.`,
        { headers: { 'Retry-After': String(seconds) } },
      );
    }
    await next();
  };
}
