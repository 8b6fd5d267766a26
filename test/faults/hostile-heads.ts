import fc from 'fast-check';
import type { RawRequest } from './raw-http.ts';

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);

const request = (kind: string, line: string, lines: readonly string[] = []): RawRequest => ({
  kind,
  bytes: Buffer.from(
    [line, 'Host: receiver.example', 'Connection: close', ...lines, '', ''].join('\r\n'),
    'latin1',
  ),
});

const bases = [
  '/api/signatures/',
  '/api/charters/',
  '/api/coverage?charter=',
  '/api/coverage?charter=guide&version=',
  '/healthz',
  '/.well-known/jwks.json',
  '/openapi.json',
  '/',
];

const tails = oneOf(
  '..%2f..%2fetc%2fpasswd',
  '../../../etc/passwd',
  '%2e%2e/%2e%2e/',
  '%00',
  '%',
  '%zz',
  '%ff%fe',
  "' or '1'='1",
  "1'; drop table charter_signatures; --".replaceAll(' ', '%20'),
  '$1',
  'guide%00',
  '__proto__',
  'constructor',
  'x'.repeat(8000),
  '%41'.repeat(2000),
  'a/'.repeat(500),
  '?'.repeat(300),
  '&charter[]=a&charter[]=b',
  '\u00e9',
  '\\..\\..',
  '//evil.example/',
  '00000000-0000-0000-0000-000000000000',
  '{}',
  '<script>alert(1)</script>',
);

/** A request for an address that is not what it seems, with one of many methods. */
export const anyHostileAddress: fc.Arbitrary<RawRequest> = fc
  .tuple(oneOf('GET', 'GET', 'HEAD', 'DELETE', 'PUT', 'OPTIONS', 'TRACE', 'PROPFIND'), oneOf(...bases), tails)
  .map(([method, base, tail]) => request('strange address', `${method} ${base}${tail} HTTP/1.1`));

const heads: Readonly<Record<string, fc.Arbitrary<RawRequest>>> = {
  'many headers': fc.integer({ min: 50, max: 3000 }).map((count) =>
    request(
      'many headers',
      'GET /api/charters/guide HTTP/1.1',
      Array.from({ length: count }, (_, index) => `X-${index}: 1`),
    ),
  ),
  'long header': fc
    .tuple(
      oneOf('Accept', 'Accept-Language', 'If-None-Match', 'Cookie', 'X'),
      oneOf(1000, 15_000, 17_000, 200_000),
    )
    .map(([name, size]) =>
      request('long header', 'GET /api/charters/guide HTTP/1.1', [`${name}: ${'a,'.repeat(size / 2)}`]),
    ),
  'header injection': oneOf(
    'X: a\rSet-Cookie: b=c',
    'X: a\nSet-Cookie: b=c',
    'X: a\r\n folded',
    'X : a',
    ': a',
    'no colon',
    'X: \0',
    'X: \x7f\x01',
    'Host: other.example',
    'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity',
  ).map((line) => ({
    ...request('header injection', 'GET /api/charters/guide HTTP/1.1', [line]),
    isIncomplete: true,
  })),
  'strange header values': fc
    .tuple(
      oneOf(
        'Accept',
        'Accept-Language',
        'If-None-Match',
        'Origin',
        'Range',
        'X-Forwarded-For',
        'Authorization',
      ),
      fc.string({ unit: 'grapheme-ascii', maxLength: 60 }),
    )
    .map(([name, value]) =>
      request('strange header values', 'GET /api/charters/guide HTTP/1.1', [`${name}: ${value}`]),
    ),
  'strange method': oneOf(
    'get',
    'FOO',
    'G\0T',
    'X'.repeat(5000),
    'GET GET',
    '',
    'PRI',
    'CONNECT',
    'M-SEARCH',
  ).map((method) => ({
    ...request('strange method', `${method} /api/signatures HTTP/1.1`),
    isIncomplete: true,
  })),
  'strange version': oneOf('HTTP/0.9', 'HTTP/2.0', 'HTTP/1.1 x', 'HTTPS/1.1', 'http/1.1', '').map(
    (version) => ({
      ...request('strange version', `GET /healthz ${version}`),
      isIncomplete: true,
    }),
  ),
  'no host': oneOf('', 'Host:\r\n', 'Host: a b\r\n', 'Host: [::\r\n', 'Host: a/b@c\r\n').map((host) => ({
    kind: 'no host',
    bytes: Buffer.from(`GET /healthz HTTP/1.1\r\n${host}Connection: close\r\n\r\n`),
  })),
  'expectations and upgrades': oneOf(
    'Expect: x',
    'Upgrade: websocket\r\nConnection: Upgrade',
    'Upgrade: h2c',
  ).map((line) => request('expectations and upgrades', 'GET /healthz HTTP/1.1', [line])),
  'no HTTP at all': fc
    .oneof(
      fc.uint8Array({ minLength: 1, maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
      fc.constant(Buffer.from('16030100a5010000a10303', 'hex')),
      fc.constant(Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')),
      fc.constant(Buffer.from('{"id":1}\n')),
    )
    .map((bytes) => ({ kind: 'no HTTP at all', bytes, isIncomplete: true })),
  'cut short': fc.nat({ max: 60 }).map((length) => ({
    kind: 'cut short',
    bytes: request('', 'GET /api/charters/guide HTTP/1.1').bytes.subarray(0, length + 1),
    isIncomplete: true,
  })),
  'many at once': fc.integer({ min: 2, max: 30 }).map((count) => ({
    kind: 'many at once',
    bytes: Buffer.concat([
      ...Array.from({ length: count }, () =>
        Buffer.from('DELETE /api/signatures HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n'),
      ),
      request('', 'GET /healthz HTTP/1.1').bytes,
    ]),
  })),
};

/** A request whose line or headers are not what they should be. */
export const anyHostileHead: fc.Arbitrary<RawRequest> = fc.oneof(...Object.values(heads));
