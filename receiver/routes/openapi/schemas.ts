import { toJsonSchema } from '@valibot/to-json-schema';
import type { ConversionConfig } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { charterSchema } from 'charter-elements/charter';
import { receiptSchema, signatureRecordSchema } from 'charter-elements/signature';
import { recordContentType } from '../../domain/encrypted-records.ts';
import { repeatedFields, singleFields } from '../../domain/form-record.ts';

const conversion: ConversionConfig = {
  target: 'draft-2020-12',
  typeMode: 'input',
  // What JSON Schema cannot say (unique ids, safe links, dates that exist) is left to the receiver.
  errorMode: 'ignore',
};

const digest = { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' } as const;
export const text = { type: 'string' } as const;
const count = { type: 'integer', minimum: 0 } as const;
/** `declined` is for whoever has the role of a reader. */
const counts = { accepted: count, 'declined?': count };
const instant = { type: 'string', format: 'date-time' } as const;
export const uuid = { type: 'string', format: 'uuid' } as const;

const requiredFields = new Set<string>(['charter.id', 'charter.version', 'charter.locale', 'signer.name']);

export const schemas = {
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
      'receiver. Without `id`, the same form sent again is the same signature on the same day (UTC) for whoever is ' +
      'signed in, else for ten minutes in the same browser, which is known by a cookie.',
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
    threshold: { ...count, description: 'People that a group has at least: smaller ones are not shown' },
    'total?': object(counts),
    departments: { type: 'array', items: object({ department: { type: ['string', 'null'] }, ...counts }) },
    'others?': object(counts),
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
