import { answer, json, operation, recorded, refusals, withPages } from './responses.ts';
import { text, uuid } from './schemas.ts';

export const recordSignature = {
  ...operation(
    'recordSignature',
    'Records a signature, once however many times it is sent',
    {
      ...withPages({
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
          'unreadable-identity',
          'internal',
          'unavailable',
        ),
      }),
      307: {
        description:
          'Only to a form, of a browser that is not known yet: it sends the same form to the same address, with the cookie ' +
          'that it was given',
        headers: { Location: { description: 'The same address, with a query', schema: text } },
      },
    },
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

export const showSignature = operation(
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
      'unreadable-identity',
      'internal',
      'unavailable',
    ),
  },
  [
    { name: 'id', in: 'path', required: true, schema: uuid },
    {
      name: 'Authorization',
      in: 'header',
      required: false,
      description:
        'The receipt of the signature: `Receipt <compact JWS>`. Without it, a signature is shown to its signer alone, and ' +
        'to whoever has the role of a reader, as the single sign-on says',
      schema: text,
    },
  ],
);

export const showCharter = operation(
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

export const countPeople = operation(
  'countPeople',
  'How many people of each department accepted or declined a version',
  {
    200: answer(
      'Each person is counted once, by their latest record. Departments under the threshold are counted together in ' +
        '`others`; without `total`, there are too few people in all',
      'Coverage',
    ),
    ...refusals(
      'sign-in-required',
      'not-found',
      'not-acceptable',
      'too-many-requests',
      'unreadable-identity',
      'internal',
      'unavailable',
    ),
  },
  [
    { name: 'charter', in: 'query', required: true, schema: text },
    { name: 'version', in: 'query', required: false, description: 'The newest one by default', schema: text },
  ],
);
