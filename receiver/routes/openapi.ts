import { countPeople, recordSignature, showCharter, showSignature } from './openapi/operations.ts';
import { answer, operation, refusals } from './openapi/responses.ts';
import { schemas } from './openapi/schemas.ts';

/** The OpenAPI 3.1 description of the receiver, made from the schemas that it validates with. */
export function describeAPI() {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Receiver of charter signatures',
      // Of the contract: the second, in which an answer must prove what it says. The schema of records is the same.
      version: '2.0.0',
      description:
        'Records signatures of a charter posted by charter-elements. Every error is RFC 9457 problem details, its ' +
        '`type` a name of the contract, and comes with the status of that name: with another it is not believed. ' +
        'Nothing redirects: a client that follows no redirect misses nothing.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    paths: {
      '/api/signatures': { post: recordSignature },
      '/api/signatures/{id}': { get: showSignature },
      '/api/charters/{id}': { get: showCharter },
      '/api/coverage': { get: countPeople },
      '/.well-known/jwks.json': {
        get: operation(
          'listKeys',
          'The public keys that verify receipts, and the one to encrypt records to',
          {
            200: answer('A JSON Web Key Set (RFC 7517)', 'KeySet'),
          },
        ),
      },
      '/healthz': {
        get: operation('checkHealth', 'Whether signatures can be recorded now', {
          200: answer('They can', 'Health'),
          ...refusals('unavailable'),
        }),
      },
      '/openapi.json': {
        get: operation('describeAPI', 'This description', {
          200: {
            description: 'OpenAPI 3.1',
            content: { 'application/json': { schema: { type: 'object' } } },
          },
        }),
      },
    },
    components: { schemas },
  };
}
