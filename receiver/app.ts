import { Hono } from 'hono';
import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import { answerFailure } from './http/failures.ts';
import { networkOf } from './http/client-address.ts';
import { requireJSONAccepted } from './http/negotiation.ts';
import { notFound } from './http/not-found.ts';
import { problemResponse } from './http/problem-response.ts';
import { RateLimit, costOf } from './http/rate-limit.ts';
import { createRequestOrigin } from './http/request-origin.ts';
import type { RequestOrigin } from './http/request-origin.ts';
import { defaultAllowedHeaders } from './options.ts';
import type { ReceiverOptions } from './options.ts';
import { maxEncryptedSize } from './domain/encrypted-records.ts';
import { ProblemError } from './domain/problem-error.ts';
import { problemPage } from './pages/problem-page.ts';
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
  const crossOrigin = options.allowedOrigins.length > 0 ? [allowOrigins(options)] : [];
  const origin = createRequestOrigin(options);
  app.onError((error, c) => answerFailure(error, c, { log: options.log, page: problemPage }));

  for (const path of ['/api/*', ...servicePaths]) {
    app.use(path, ...protect, ...crossOrigin);
  }
  if (signOn) {
    app.use('/auth/*', ...protect);
    app.use('/auth/session', ...crossOrigin);
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
  app.notFound(() => problemResponse(notFound()));
  return app;
}

/**
 * What an answer says to a browser beside its content: nothing loads in it, nothing frames it, nothing keeps it. What is
 * for the whole host (HSTS) is left to the proxy that ends TLS; a page says its own policy.
 */
const protect: MiddlewareHandler[] = [
  async (c, next) => {
    await next();
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store');
  },
  secureHeaders({
    overwrite: false,
    contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    strictTransportSecurity: false,
    // Pages of allowed origins read the answers.
    crossOriginResourcePolicy: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    // Of browsers and plugins that are no more.
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xFrameOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  }),
];

function allowOrigins({
  allowedOrigins,
  allowedHeaders = defaultAllowedHeaders,
}: ReceiverOptions): MiddlewareHandler {
  return cors({
    origin: [...allowedOrigins],
    allowMethods: ['GET', 'HEAD', 'POST'],
    // Without the first ones nobody could sign: they are no setting.
    allowHeaders: ['Accept', 'Content-Type', 'Idempotency-Key', ...allowedHeaders],
    exposeHeaders: ['Location', 'Retry-After', 'ETag'],
    credentials: true,
    maxAge: 600,
  });
}

function limitRate(limit: RateLimit, origin: RequestOrigin): MiddlewareHandler {
  return async (c, next) => {
    const seconds = limit.take(
      networkOf(origin.client(c)),
      costOf(c.req.method, c.req.header('content-length'), maxEncryptedSize),
    );
    if (seconds > 0) {
      throw new ProblemError(
        'too-many-requests',
        `This client sends too many requests. Send the same one again in ${seconds} s.`,
        { retryAfter: seconds },
      );
    }
    await next();
  };
}
