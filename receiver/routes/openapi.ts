import { toJsonSchema } from '@valibot/to-json-schema';
import type { ConversionConfig } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { charterSchema } from 'charter-elements/charter';
import {
  isRefusal,
  problemPrefix,
  problems,
  receiptSchema,
  signatureRecordSchema,
} from 'charter-elements/signature';
import type { ProblemName } from 'charter-elements/signature';
import { recordContentType } from '../domain/encrypted-records.ts';
import { repeatedFields, singleFields } from '../domain/form-record.ts';

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

const conversion: ConversionConfig = {
  target: 'draft-2020-12',
  typeMode: 'input',
  // What JSON Schema cannot say (unique ids, safe links, dates that exist) is left to the receiver.
  errorMode: 'ignore',
};

const digest = { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' } as const;
const text = { type: 'string' } as const;
const count = { type: 'integer', minimum: 0 } as const;
const instant = { type: 'string', format: 'date-time' } as const;
const uuid = { type: 'string', format: 'uuid' } as const;

const requiredFields = new Set<string>(['charter.id', 'charter.version', 'charter.locale', 'signer.name']);

const schemas = {
  SignatureRecord: fragment(signatureRecordSchema),
  EncryptedRecord: {
    ...text,
    // Header, no encrypted key, initialisation vector, ciphertext, tag.
    pattern: '^[\\w-]+\\.\\.[\\w-]+\\.[\\w-]+\\.[\\w-]+$',
    description:
      'A compact JWE (RFC 7516) of the canonical JSON of a SignatureRecord, for a device that others use: `alg` is ' +
      'ECDH-ES, `enc` A256GCM, `kid` that of the key with `"use": "enc"` of /.well-known/jwks.json, `cty` ' +
      `\`${recordContentType}\`; no \`zip\`. Whoever is signed in must be the signer: the ids are compared where ` +
      'the record has one, else the names.',
  },
  SignatureForm: {
    ...object({
      ...Object.fromEntries(singleFields.map((name) => [requiredFields.has(name) ? name : `${name}?`, text])),
      ...Object.fromEntries(repeatedFields.map((name) => [`${name}?`, { type: 'array', items: text }])),
    }),
    description:
      'The fields of a form, by their path in a SignatureRecord; `statements` and `practices` hold ids and are ' +
      'repeated. Empty fields, and those whose name begins with `_`, are left out. `signedAt` is the time of the ' +
      'receiver. Without `id`, the same form sent again on the same day (UTC) is the same signature.',
  },
  Receipt: fragment(receiptSchema),
  Charter: fragment(charterSchema),
  RecordedSignature: object({
    record: { $ref: '#/components/schemas/SignatureRecord' },
    receivedAt: instant,
    recordDigest: digest,
    receipt: text,
    'identity?': object({ id: text, 'name?': text, 'department?': text }),
  }),
  Coverage: object({
    charter: text,
    version: text,
    total: object({ accepted: count, declined: count }),
    departments: {
      type: 'array',
      items: object({ department: { type: ['string', 'null'] }, accepted: count, declined: count }),
    },
  }),
  KeySet: object({ keys: { type: 'array', items: { type: 'object' } } }),
  Health: object({ status: { const: 'ok' }, database: { enum: ['postgresql', 'pglite'] } }),
  Problem: object({
    type: text,
    title: text,
    status: { type: 'integer' },
    'detail?': text,
    'instance?': text,
    'signIn?': {
      ...text,
      format: 'uri',
      description: 'Where a person signs in; `return` in its query is the page to come back to',
    },
    'errors?': { type: 'array', items: object({ pointer: text, detail: text }) },
    'current?': object({ id: text, version: text, locale: text, digest, href: text }),
  }),
};

const recordSignature = {
  ...operation(
    'recordSignature',
    'Records a signature, once however many times it is sent',
    withPages({
      201: recorded(
        'Recorded. It proves so by the `id` and the `recordDigest` of the record that was posted: with others, or ' +
          'without the `id`, a client keeps the record and sends it again',
      ),
      200: recorded(
        'The same record was recorded before: the receipt of then, which proves the same. An empty 200 proves nothing',
      ),
      ...refusals(
        'malformed-json',
        'idempotency-key-missing',
        'sign-in-required',
        'forbidden',
        'other-signer',
        'not-acceptable',
        'request-timeout',
        'in-progress',
        'charter-outdated',
        'payload-too-large',
        'unsupported-media-type',
        'unreadable-record',
        'invalid-record',
        'idempotency-key-mismatch',
        'idempotency-mismatch',
        'unknown-charter',
        'digest-mismatch',
        'signed-in-the-future',
        'too-many-requests',
        'internal',
        'unavailable',
      ),
    }),
    [
      {
        name: 'Idempotency-Key',
        in: 'header',
        // A form has none: its id is one of its fields.
        required: false,
        description:
          "The record's id as a structured-field string, in quotes; a form, which cannot send it, has a field instead",
        schema: text,
        example: '"1b4e28ba-2fa1-4d11-883f-0016d3cca427"',
      },
    ],
  ),
  requestBody: {
    required: true,
    content: {
      ...json('SignatureRecord'),
      'application/jose': { schema: { $ref: '#/components/schemas/EncryptedRecord' } },
      // Of a page without a script; the answer is a page too.
      'application/x-www-form-urlencoded': { schema: { $ref: '#/components/schemas/SignatureForm' } },
    },
  },
};

const showSignature = operation(
  'showSignature',
  'A signature as it was recorded',
  {
    200: answer('The record, its digest and its receipt', 'RecordedSignature'),
    ...refusals(
      'sign-in-required',
      'forbidden',
      'not-found',
      'not-acceptable',
      'too-many-requests',
      'internal',
      'unavailable',
    ),
  },
  [{ name: 'id', in: 'path', required: true, schema: uuid }],
);

const showCharter = operation(
  'showCharter',
  'The current document of a charter, exactly as it is digested',
  {
    200: {
      ...answer('The document', 'Charter'),
      headers: { ETag: { description: 'Holds the digest', schema: text } },
    },
    304: { description: 'The document of If-None-Match is still the one' },
    ...refusals('not-found', 'not-acceptable', 'too-many-requests', 'internal'),
  },
  [
    { name: 'id', in: 'path', required: true, schema: text },
    { name: 'version', in: 'query', required: false, schema: text },
    { name: 'locale', in: 'query', required: false, schema: text },
  ],
);

const countPeople = operation(
  'countPeople',
  'How many people of each department accepted or declined a version',
  {
    200: answer('Each person is counted once, by their latest record', 'Coverage'),
    ...refusals(
      'sign-in-required',
      'not-found',
      'not-acceptable',
      'too-many-requests',
      'internal',
      'unavailable',
    ),
  },
  [
    { name: 'charter', in: 'query', required: true, schema: text },
    { name: 'version', in: 'query', required: false, description: 'The newest one by default', schema: text },
  ],
);

function fragment(schema: v.GenericSchema): object {
  const { $schema: _, ...rest } = toJsonSchema(schema, conversion);
  return rest;
}

/** An object schema; a name that ends with `?` is optional. */
function object(members: Record<string, object>): object {
  const names = Object.keys(members);
  return {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name.replace('?', ''), members[name]])),
    required: names.filter((name) => !name.endsWith('?')),
  };
}

function operation(
  operationId: string,
  summary: string,
  responses: Record<number, object>,
  parameters: object[] = [],
) {
  return { operationId, summary, ...(parameters.length > 0 && { parameters }), responses };
}

function json(schema: keyof typeof schemas) {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } };
}

function answer(description: string, schema: keyof typeof schemas) {
  return { description, content: json(schema) };
}

function recorded(description: string) {
  return {
    ...answer(description, 'Receipt'),
    headers: { Location: { description: 'Address of the signature', schema: text } },
  };
}

/** What the problems of a status mean to whoever posted a record. */
function consequenceOf(name: ProblemName): string {
  const [status] = problems[name];
  if (isRefusal({ type: `${problemPrefix}${name}`, status })) return 'refused for good';
  if (name === 'charter-outdated') return 'sign the version in `current`';
  if (name === 'other-signer') return 'kept for the person who signed';
  if (status === 401 || status === 403) return 'sign in, then send it again';
  return status === 408 || name === 'in-progress' || status >= 429 ? 'send it again later' : 'proves nothing';
}

/** The responses of problems, those of a status together. */
function refusals(...names: ProblemName[]): Record<number, { description: string; content: object }> {
  const statuses = new Set(names.map((name) => problems[name][0]));
  return Object.fromEntries(
    [...statuses].map((status) => [
      status,
      {
        description: names
          .filter((name) => problems[name][0] === status)
          .map((name) => `\`${name}\`: ${problems[name][1]} (${consequenceOf(name)})`)
          .join('. '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

/** Responses that are pages when the request was a form. */
function withPages(
  responses: Record<number, { description: string; content: object }>,
): Record<number, { description: string; content: object }> {
  return Object.fromEntries(
    Object.entries(responses).map(([status, response]) => [
      status,
      { ...response, content: { ...response.content, 'text/html': { schema: text } } },
    ]),
  );
}
