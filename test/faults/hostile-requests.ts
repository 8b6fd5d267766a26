import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { createRecord, guide, oldGuide } from '../receiver/support/records.ts';
import { anyHostileAddress, anyHostileHead } from './hostile-heads.ts';
import type { RawRequest } from './raw-http.ts';

/** A record that would be recorded if nothing were done to it. */
const anyRecord = fc.uuid().map((id) => ({ ...createRecord(guide, { practices: ['blur'] }), id }));
type ValidRecord = typeof anyRecord extends fc.Arbitrary<infer T> ? T : never;

interface Sent {
  readonly record: ValidRecord;
  readonly body?: string | Buffer;
  /** Header lines instead of the ones of the contract, by name; `null` leaves one out. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** Further header lines. */
  readonly lines?: readonly string[];
  readonly isIncomplete?: boolean;
}

/** A post that follows the contract but for what is said. */
function post({ record, body = JSON.stringify(record), headers = {}, lines = [], isIncomplete }: Sent) {
  const bytes = Buffer.from(body as string);
  const all: Record<string, string | null> = {
    Host: 'receiver.example',
    'Content-Type': 'application/json',
    'Idempotency-Key': `"${record.id}"`,
    'Content-Length': String(bytes.length),
    Connection: 'close',
    ...headers,
  };
  const written = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : `${name}: ${value}`));
  const head = ['POST /api/signatures HTTP/1.1', ...written, ...lines, '', ''].join('\r\n');
  return { bytes: Buffer.concat([Buffer.from(head, 'latin1'), bytes]), isIncomplete: isIncomplete ?? false };
}

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);

/** A post of each kind, from a record that is valid. */
const kinds: Readonly<Record<string, (record: ValidRecord) => fc.Arbitrary<Sent>>> = {
  'nested too deep': (record) =>
    fc
      .tuple(oneOf(17, 1000, 30_000, 100_000), oneOf<[string, string]>(['[', ']'], ['{"a":', '}']))
      .map(([depth, [open, close]]) => ({
        record,
        body: `${open.repeat(depth)}1${close.repeat(depth)}`,
      })),
  'broken JSON': (record) =>
    fc.nat({ max: 400 }).map((cut) => ({ record, body: JSON.stringify(record).slice(0, -1 - cut) })),
  'no JSON': (record) =>
    oneOf(
      '',
      ' ',
      'null',
      '1',
      '[]',
      '""',
      'NaN',
      "{'a':1}",
      '<x/>',
      'a=b',
      '{}{}',
      '\0',
      '\ufeff\ufeff{}',
    ).map((body) => ({ record, body })),
  'broken UTF-8': (record) =>
    oneOf([0xff], [0xc3, 0x28], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xe2, 0x82]).map(
      (bad) => {
        const [before = '', after = ''] = JSON.stringify(record).split('Lef');
        return { record, body: Buffer.concat([Buffer.from(before), Buffer.from(bad), Buffer.from(after)]) };
      },
    ),
  'another encoding': (record) =>
    oneOf<BufferEncoding>('utf16le', 'latin1').map((encoding) => ({
      record,
      body: Buffer.from(JSON.stringify(record), encoding),
    })),
  'key given twice': (record) =>
    oneOf('"schema":"x"', '"signer":1', '"id":null').map((last) => ({
      record,
      body: JSON.stringify(record).replace(/\}$/, `,${last}}`),
    })),
  'key of a prototype': (record) =>
    oneOf('__proto__', 'constructor', 'prototype', 'toString', 'toJSON').map((key) => ({
      record,
      body: JSON.stringify(record).replace('{', `{"${key}":{"isAdmin":true},`),
    })),
  'unknown field': (record) =>
    fc
      .string({ maxLength: 20 })
      .map((key) => ({ record, body: JSON.stringify({ ...record, [`x${key}`]: key }) })),
  'huge number': (record) =>
    oneOf('1e999', '-1e999', '9'.repeat(5000), '1e-999', '-0').map((number) => ({
      record,
      body: JSON.stringify(record).replace(/"signedAt":"[^"]*"/, `"signedAt":${number}`),
    })),
  'field dropped': (record) =>
    oneOf(...requiredFields).map((path) => ({
      record,
      body: JSON.stringify(change(record, path, undefined)),
    })),
  'field replaced': (record) =>
    fc
      .tuple(oneOf(...requiredFields, 'practices', 'signer.department'), anyWrongValue)
      .map(([path, value]) => ({ record, body: JSON.stringify(change(record, path, value)) })),
  'wrong digest': (record) =>
    fc.string({ unit: fc.constantFrom('0', '5', 'a', 'f'), minLength: 64, maxLength: 64 }).map((digest) => ({
      record,
      body: JSON.stringify(change(record, 'charter.digest', `sha256:${digest}`)),
    })),
  'signed in the future': (record) =>
    fc
      .integer({ min: 11, max: 5_000_000 })
      .map((minutes) => new Date(Date.now() + minutes * 60_000).toISOString())
      .map((instant) => ({ record, body: JSON.stringify(change(record, 'signedAt', instant)) })),
  'no such instant': (record) =>
    oneOf('2026-02-30T00:00:00Z', '2026-01-01T25:00:00Z', '2026-01-01', '+275761-01-01T00:00:00Z').map(
      (instant) => ({
        record,
        body: JSON.stringify(change(record, 'signedAt', instant)),
      }),
    ),
  'unknown charter': (record) =>
    fc
      .tuple(
        oneOf('charter.id', 'charter.version', 'charter.locale'),
        oneOf('9.9.9', "' or 1=1 --", '../../x', 'xx'),
      )
      .map(([path, value]) => ({ record, body: JSON.stringify(change(record, path, value)) })),
  'outdated charter': (record) =>
    fc.constant({
      record,
      body: JSON.stringify({
        ...record,
        charter: { ...record.charter, version: oldGuide.charter.version, digest: oldGuide.digest },
      }),
    }),
  'too large': (record) =>
    fc
      .integer({ min: 65_537, max: 400_000 })
      .map((size) => ({ record, body: JSON.stringify(record).padEnd(size, ' ') })),
  'too large, in chunks': (record) =>
    fc.integer({ min: 70_000, max: 400_000 }).map((size) => ({
      record,
      body: `${size.toString(16)}\r\n${' '.repeat(size)}\r\n0\r\n\r\n`,
      headers: { 'Content-Length': null, 'Transfer-Encoding': 'chunked' },
    })),
  'length that is a lie': (record) =>
    oneOf('70000', '10000000', '99999999999999', '3000').map((length) => ({
      record,
      headers: { 'Content-Length': length },
      isIncomplete: true,
    })),
  'length that is no number': (record) =>
    oneOf('-1', '1e3', '0x10', 'abc', '1, 2', '9'.repeat(400), '').map((length) => ({
      record,
      headers: { 'Content-Length': length },
      isIncomplete: true,
    })),
  'length and chunks': (record) =>
    oneOf('chunked', 'chunked, identity', 'gzip, chunked', 'identity', ' chunked', 'xchunked').map(
      (coding) => ({
        record,
        lines: [`Transfer-Encoding: ${coding}`],
        isIncomplete: true,
      }),
    ),
  'two lengths': (record) => fc.constant({ record, lines: ['Content-Length: 5'], isIncomplete: true }),
  'broken chunks': (record) =>
    oneOf('zz\r\nabc\r\n', '-1\r\n', 'ffffffffffffffffff\r\n', '5\r\nab', '0;\r\n\n\r', '1\r\nab\r\n').map(
      (body) => ({
        record,
        body,
        headers: { 'Content-Length': null, 'Transfer-Encoding': 'chunked' },
        isIncomplete: true,
      }),
    ),
  'wrong media type': (record) =>
    oneOf(
      null,
      '',
      'text/plain',
      'text/json',
      'application/xml',
      'application/json;charset=utf-16',
      'a/b; c="',
      '*/*',
    ).map((type) => ({ record, headers: { 'Content-Type': type } })),
  'lie about the encoding': (record) =>
    oneOf('gzip', 'br', 'deflate', 'identity, gzip', 'x'.repeat(500)).map((encoding) => ({
      record,
      headers: { 'Content-Encoding': encoding },
    })),
  'compressed bomb': (record) =>
    fc.constant({ record, body: gzipSync(Buffer.alloc(5_000_000)), headers: { 'Content-Encoding': 'gzip' } }),
  'wrong idempotency key': (record) =>
    oneOf(
      null,
      '',
      '""',
      '"',
      '["a","b"]',
      '"x" "y"',
      crypto.randomUUID(),
      `"${'k'.repeat(9000)}"`,
      '"\\"',
      "' or 1=1",
      '\u00e9',
    ).map((key) => ({ record, headers: { 'Idempotency-Key': key } })),
  'two idempotency keys': (record) =>
    fc.constant({ record, lines: [`Idempotency-Key: "${crypto.randomUUID()}"`] }),
  'forged identity': (record) =>
    fc.tuple(fc.ipV4(), fc.string({ unit: 'grapheme-ascii', maxLength: 40 })).map(([address, name]) => ({
      record,
      body: JSON.stringify(change(record, 'charter.id', 'other')),
      lines: [
        `X-Forwarded-For: 127.0.0.1, ${address}`,
        `X-Remote-User: ${encodeURIComponent(name)}`,
        `Forwarded: for=${address}`,
        'X-Real-IP: 127.0.0.1',
        'X-Forwarded-Host: evil.example',
      ],
    })),
  'nothing acceptable': (record) =>
    oneOf('text/html', 'application/json;q=0', 'image/*').map((accept) => ({
      record,
      lines: [`Accept: ${accept}`],
    })),
  'a form': (record) => anyHostileForm.map((body) => ({ record, body, headers: form })),
  'a form of another site': (record) =>
    oneOf('https://elsewhere.example', 'null', 'http://receiver.example.evil').map((origin) => ({
      record,
      body: formOf(record).toString(),
      headers: form,
      lines: [`Origin: ${origin}`, 'Sec-Fetch-Site: cross-site'],
    })),
  'what is not encrypted to the receiver': (record) =>
    anyHostileJWE.map((body) => ({ record, body, headers: { 'Content-Type': 'application/jose' } })),
};

const form = { 'Content-Type': 'application/x-www-form-urlencoded', 'Idempotency-Key': null };

/** The same signature as a form without JavaScript sends it. */
function formOf({ charter, signer, statements }: ValidRecord): URLSearchParams {
  const entries = [
    ...Object.entries(charter).map(([name, value]) => [`charter.${name}`, value]),
    ...Object.entries(signer).map(([name, value]) => [`signer.${name}`, value]),
    ...statements.map(({ id }) => ['statements', id]),
  ];
  return new URLSearchParams(entries as [string, string][]);
}

const anyHostileForm: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.webQueryParameters(),
  oneOf(
    '%',
    '%FF=%FE',
    '&'.repeat(20_000),
    'a=1&'.repeat(5_000),
    'signer.name=x&signer.name=y',
    '__proto__=1',
    'signer.name=%00',
    `signer.name=${'x'.repeat(50_000)}`,
  ),
);

const anyHostileJWE: fc.Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc
    .array(fc.base64String({ maxLength: 80 }), { minLength: 1, maxLength: 8 })
    .map((parts) => parts.join('.')),
  oneOf('....', 'e30....', `${'A'.repeat(60_000)}....`, 'eyJhbGciOiJub25lIn0....'),
);

const requiredFields = [
  'schema',
  'id',
  'decision',
  'charter',
  'charter.id',
  'charter.version',
  'charter.locale',
  'charter.digest',
  'charter.audience',
  'signer',
  'signer.name',
  'statements',
  'statements.0',
  'statements.0.id',
  'statements.0.text',
  'signedAt',
  'component',
];

const anyWrongValue = oneOf<unknown>(
  null,
  0,
  -1.5,
  true,
  '',
  ' ',
  {},
  [null],
  [[]],
  { length: 1 },
  '\0',
  'A\ud800',
  '\udfff',
  'x'.repeat(5000),
);

/** A copy of a value in which one thing is another, or is missing. */
function change(value: object, path: string, replacement: unknown): unknown {
  const copy = structuredClone(value) as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop()!;
  const holder = keys.reduce((at, key) => at[key] as Record<string, unknown>, copy);
  if (replacement !== undefined) holder[last] = replacement;
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else Reflect.deleteProperty(holder, last);
  return copy;
}

/** A request that must neither be recorded, nor make the receiver fail. */
export const anyHostileRequest: fc.Arbitrary<RawRequest> = fc.oneof(
  {
    weight: Object.keys(kinds).length,
    arbitrary: fc.oneof(
      ...Object.entries(kinds).map(([kind, of]) =>
        anyRecord.chain((record) => of(record).map((sent) => ({ kind, ...post(sent) }))),
      ),
    ),
  },
  { weight: 8, arbitrary: anyHostileAddress },
  { weight: 8, arbitrary: anyHostileHead },
);
