import { Hono } from 'hono';
import { describeAPI } from './openapi.ts';
import type { ReceiverOptions } from '../options.ts';
import { onlyMethods } from './only-methods.ts';

/** What machines ask: the keys that verify receipts and the one to encrypt records to, the health of the receiver, the description of its API. */
export function serviceRoutes({ receipts, decrypter, store }: ReceiverOptions): Hono {
  const routes = new Hono();
  const api = describeAPI();
  const publicKeys = { keys: [...receipts.publicKeys.keys, decrypter.publicKey] };

  // Not cached: a receipt signed by a key that a browser has not seen yet would not verify.
  routes.get('/.well-known/jwks.json', (c) => c.json(publicKeys, 200, { 'Cache-Control': 'no-cache' }));
  routes.get('/healthz', async (c) => {
    await store.check();
    return c.json({ status: 'ok', database: store.engine });
  });
  routes.get('/openapi.json', (c) => c.json(api, 200, { 'Cache-Control': 'no-cache' }));
  for (const path of servicePaths) routes.all(path, onlyMethods('GET', 'HEAD'));
  return routes;
}

export const servicePaths = ['/.well-known/jwks.json', '/healthz', '/openapi.json'];
