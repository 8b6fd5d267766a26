import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Hono } from 'hono';
import { ProblemError } from '../../receiver/domain/problem-error.ts';
import { limitBody, mediaType, readBody, readContentType } from '../../receiver/http/body.ts';
import type { BodyFormat } from '../../receiver/http/body.ts';
import { isDeeperThan, maxDepth, parseJSON } from '../../receiver/http/json-body.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const formats: Record<string, BodyFormat<string>> = {
  'text/plain': { maxSize: 5, read: (bytes) => new TextDecoder().decode(bytes) },
  'text/x-long': { maxSize: 10, read: (bytes) => Promise.resolve(`long ${bytes.length}`) },
};
const posted = (body: BodyInit, headers: Record<string, string> = { 'Content-Type': 'text/plain' }) =>
  new Request('http://receiver.example/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);

/** The problem that something is refused with. */
async function refusalOf(act: () => unknown): Promise<ProblemError> {
  try {
    await act();
  } catch (error) {
    assert.ok(error instanceof ProblemError, String(error));
    return error;
  }
  return assert.fail('it was taken');
}

/** A body that breaks off after some bytes. */
const broken = (text: string) =>
  new ReadableStream({
    start: (controller) => controller.enqueue(encode(text)),
    pull: (controller) => controller.error(new Error('reset by peer')),
  });

describe('the media type of a body', () => {
  const cases: [headers: Record<string, string>, type: string][] = [
    [{ 'Content-Type': 'text/plain' }, 'text/plain'],
    [{ 'Content-Type': 'Application/JSON; charset="UTF-8"' }, 'application/json'],
    [{ 'Content-Type': 'application/json;charset=utf8' }, 'application/json'],
    [{ 'Content-Type': 'application/json;charset=utf-16' }, ''],
    [{ 'Content-Type': 'application/json;charset=x-utf-8' }, ''],
    [{ 'Content-Type': 'application/json;charset=utf-8x' }, ''],
    [{ 'Content-Type': 'application/json', 'Content-Encoding': 'Identity' }, 'application/json'],
    [{ 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }, ''],
    [{ 'Content-Type': 'json' }, ''],
    [{ 'Content-Type': '' }, ''],
    [{}, ''],
  ];
  for (const [headers, type] of cases)
    it(`is "${type}" of ${JSON.stringify(headers)}`, () => {
      assert.equal(mediaType(posted(encode(''), headers)), type);
    });

  it('is read with its charset, where it has one', () => {
    const read = (value: string) => readContentType(new Headers({ 'Content-Type': value }));
    assert.deepEqual(read('text/plain; charset=latin1; x=y'), { type: 'text/plain', charset: 'latin1' });
    assert.deepEqual(read('text/plain'), { type: 'text/plain' });
    assert.deepEqual(read(';'), { type: '' });
    assert.deepEqual(readContentType(new Headers()), { type: '' });
  });
});

describe('a posted body', () => {
  it('is read as its format says, up to its limit', async () => {
    assert.equal(await readBody(posted('abcde'), formats), 'abcde');
    assert.equal(await readBody(posted('abcdef', { 'Content-Type': 'text/x-long' }), formats), 'long 6');
    const refusal = await refusalOf(() => readBody(posted('abcdef'), formats));
    assert.equal(refusal.problem, 'payload-too-large');
    assert.ok(refusal.message.includes('5 bytes'), refusal.message);
    assert.deepEqual(refusal.options.headers, { Connection: 'close' });
  });

  it('is refused in another type, with those that are taken', async () => {
    for (const type of ['application/json', 'toString', 'text/plain;charset=latin1']) {
      const refusal = await refusalOf(() => readBody(posted('a', { 'Content-Type': type }), formats));
      assert.equal(refusal.problem, 'unsupported-media-type');
      assert.ok(refusal.message.includes(type), refusal.message);
      assert.ok(refusal.message.includes('text/plain or text/x-long'), refusal.message);
      assert.deepEqual(refusal.options.headers, { 'Accept-Post': 'text/plain, text/x-long' });
    }
    const untyped = await refusalOf(() => readBody(posted(encode('a'), {}), formats));
    assert.match(untyped.message, /announced as nothing/);
  });

  it('is to be sent again when it stopped', async () => {
    const refusal = await refusalOf(() => readBody(posted(broken('ab')), formats));
    assert.equal(refusal.problem, 'request-timeout');
    assert.match(String(refusal.cause), /reset by peer/);
  });
});

describe('the limit of a body', () => {
  const app = new Hono()
    .onError((error) => {
      if (!(error instanceof ProblemError)) return new Response(`not a problem: ${error.message}`);
      return new Response(`${error.problem} ${error.message} ${String(error.cause)}`);
    })
    .post('/', limitBody(5), async (c) => c.text(`read ${await c.req.text()}`))
    .post('/wrong', limitBody(5), () => {
      throw new ProblemError('forbidden', 'Not that.');
    });
  const post = async (body: BodyInit, headers: Record<string, string> = {}, path = '/') =>
    (await app.request(path, { method: 'POST', body, headers, duplex: 'half' } as RequestInit)).text();

  it('lets through what is not larger, whether it says its size or not', async () => {
    assert.equal(await post('abcde', { 'Content-Length': '5' }), 'read abcde');
    assert.equal(await post(new Blob(['abcde']).stream()), 'read abcde');
    assert.equal(await post(''), 'read ');
  });

  it('stops what is larger, whether it says its size or not', async () => {
    assert.match(await post('abcdef', { 'Content-Length': '6' }), /^payload-too-large .* 5 bytes/);
    assert.match(await post(new Blob(['abcdef']).stream()), /^payload-too-large .* 5 bytes/);
  });

  it('says of a body that stopped that it did, and lets other problems be', async () => {
    assert.match(await post(broken('ab')), /^request-timeout .*Error: reset by peer$/);
    assert.match(await post(new Blob(['a']).stream(), {}, '/wrong'), /^forbidden /);
  });
});

describe('JSON', () => {
  it('is any value in UTF-8', () => {
    assert.deepEqual(parseJSON(encode('{"é":[1,null]}')), { é: [1, null] });
    assert.equal(parseJSON(encode('0')), 0);
  });

  const cases: [what: string, bytes: Uint8Array, reason: RegExp][] = [
    [
      'a comma too many',
      encode('{"a":1,}'),
      /its syntax is wrong at line 1, column 8 \(PropertyNameExpected\)\./,
    ],
    ['no end', encode('{"a":'), /its syntax is wrong at line 1, column 6 \(ValueExpected\)\./],
    ['nothing', encode(''), /: it is empty\./],
    ['bytes of Latin-1', Buffer.from('"é"', 'latin1'), /its bytes are not UTF-8\./],
  ];
  for (const [what, bytes, reason] of cases)
    it(`is not ${what}`, async () => {
      const refusal = await refusalOf(() => parseJSON(bytes));
      assert.equal(refusal.problem, 'malformed-json');
      assert.match(refusal.message, reason);
      assert.ok(refusal.cause instanceof Error);
    });

  it('nests sixteen levels at most', async () => {
    const nested = (depth: number) => encode(`${'['.repeat(depth)}${']'.repeat(depth)}`);
    assert.ok(parseJSON(nested(maxDepth)));
    const refusal = await refusalOf(() => parseJSON(nested(maxDepth + 1)));
    assert.equal(refusal.problem, 'invalid-record');
    assert.deepEqual(
      refusal.options.errors?.map(({ pointer }) => pointer),
      [''],
    );
    assert.ok(refusal.options.errors[0]!.detail.includes(String(maxDepth)));
  });

  it('is as deep as its deepest member', () => {
    const cases: [value: unknown, depth: number][] = [
      [null, 0],
      ['text', 0],
      [[], 1],
      [{ a: 1 }, 1],
      [{ a: 1, b: [{}], c: 2 }, 3],
    ];
    for (const [value, depth] of cases) {
      assert.equal(isDeeperThan(depth, value), false);
      if (depth > 0) assert.equal(isDeeperThan(depth - 1, value), true);
    }
  });
});
