import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Hono } from 'hono';
import { FormError } from '../../receiver/domain/form-error.ts';
import { ProblemError } from '../../receiver/domain/problem-error.ts';
import { isFormPost, maxFields, parseForm } from '../../receiver/http/form.ts';
import { readIdempotencyKey, requireSameKey } from '../../receiver/http/idempotency-key.ts';
import { matchesLanguage, preferredLanguage, requireJSONAccepted } from '../../receiver/http/negotiation.ts';
import { hostOf, requireOwnSite } from '../../receiver/http/own-site.ts';
import type { OwnSite } from '../../receiver/http/own-site.ts';

/** The name of the problem that something is refused with; `undefined` where it is not refused. */
function problemOf(act: () => unknown): ProblemError | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    assert.ok(error instanceof ProblemError, String(error));
    return error;
  }
}

describe('the Idempotency-Key', () => {
  const cases: [header: string | undefined, key: string | undefined][] = [
    ['"abc"', 'abc'],
    ['  "abc"  ', 'abc'],
    ['"abc"; a=1', 'abc'],
    ['"abc" ;a', 'abc'],
    ['abc', 'abc'],
    [' abc ', 'abc'],
    [String.raw`"a\"b\\c"`, String.raw`a"b\c`],
    [String.raw`"a\bc"`, String.raw`"a\bc"`],
    ['"abc', '"abc'],
    ['x"abc"', 'x"abc"'],
    ['"abc"x', '"abc"x'],
    ['""', undefined],
    [' ', undefined],
    ['', undefined],
    [undefined, undefined],
  ];
  for (const [header, key] of cases)
    it(`is ${key} of ${header}`, () => {
      if (key !== undefined) assert.equal(readIdempotencyKey(header), key);
      else assert.equal(problemOf(() => readIdempotencyKey(header))?.problem, 'idempotency-key-missing');
    });

  it('is the id of the record', () => {
    requireSameKey('abc', 'abc');
    const problem = problemOf(() => requireSameKey(`"${'x'.repeat(100)}`, 'abc'))!;
    assert.equal(problem.problem, 'idempotency-key-mismatch');
    assert.ok(problem.message.includes(`is "\\"${'x'.repeat(79)}" and`), problem.message);
  });
});

describe('a form', () => {
  const parse = (text: string) => parseForm(new TextEncoder().encode(text));

  it('is read as fields in their order', () => {
    assert.deepEqual(parse('b=1&a=%C3%A9+%2B&b=2&c&d=&=x&&e=a=b'), [
      ['b', '1'],
      ['a', 'é +'],
      ['b', '2'],
      ['c', ''],
      ['d', ''],
      ['', 'x'],
      ['e', 'a=b'],
    ]);
    assert.deepEqual(parse(''), []);
  });

  it('is refused when it is not in UTF-8', () => {
    const refusals = ['a=%E9', 'a=%', '%E9=a'].map((text) => problemOf(() => parse(text)));
    refusals.push(problemOf(() => parseForm(Buffer.from('a=é', 'latin1'))));
    for (const refusal of refusals) {
      assert.ok(refusal instanceof FormError);
      assert.equal(refusal.problem, 'malformed-json');
      assert.equal(refusal.faults.page?.length, 1);
      assert.ok(refusal.cause instanceof Error);
    }
  });

  it('has five hundred fields at most', () => {
    const form = (count: number) => Array.from({ length: count }, () => 'a=1').join('&');
    assert.equal(parse(form(maxFields)).length, maxFields);
    const refusal = problemOf(() => parse(form(maxFields + 1)));
    assert.ok(refusal instanceof FormError);
    assert.equal(refusal.problem, 'invalid-record');
    assert.equal(refusal.faults.page?.length, 1);
  });

  it('is known by its method and its type', () => {
    const isForm = (method: string, type?: string) =>
      isFormPost(
        new Request('http://receiver.example/', {
          method,
          headers: type === undefined ? {} : { 'Content-Type': type },
        }),
      );
    assert.equal(isForm('POST', 'application/x-www-form-urlencoded; charset=utf-8'), true);
    assert.equal(isForm('POST', 'multipart/form-data; boundary=x'), true);
    assert.equal(isForm('POST', 'application/json'), false);
    assert.equal(isForm('POST'), false);
    assert.equal(isForm('PUT', 'application/x-www-form-urlencoded'), false);
  });
});

describe('what a client accepts', () => {
  const app = new Hono()
    .onError((error) => new Response(error instanceof ProblemError ? error.problem : 'another error'))
    .use(requireJSONAccepted)
    .all('/', (c) => c.text('served'));
  const cases: [accept: string | undefined, isServed: boolean][] = [
    [undefined, true],
    ['', true],
    [' ', true],
    ['application/json', true],
    ['*/*', true],
    ['text/html, application/*;q=0.1', true],
    ['text/html', false],
    ['application/problem+json', false],
    ['application/json;q=0, */*', false],
  ];
  for (const [accept, isServed] of cases)
    it(`${isServed ? 'is' : 'excludes'} JSON by ${accept}`, async () => {
      const headers = accept === undefined ? {} : { Accept: accept };
      const answer = await (await app.request('/', { headers })).text();
      assert.equal(answer, isServed ? 'served' : 'not-acceptable');
    });

  it('is not asked of a form, which is answered with a page', async () => {
    const headers = { Accept: 'text/html', 'Content-Type': 'application/x-www-form-urlencoded' };
    assert.equal(await (await app.request('/', { method: 'POST', headers })).text(), 'served');
  });

  it('is a language among those there are, French where any is wanted', () => {
    const languages = ['ar', 'en', 'fr-CA', 'fr'];
    const cases: [header: string | undefined, language: string | undefined][] = [
      ['en', 'en'],
      ['de, en;q=0.5', 'en'],
      ['ar;q=0.5, en', 'en'],
      ['fr', 'fr'],
      ['*', 'fr-CA'],
      ['de', undefined],
      ['', undefined],
      [' ', undefined],
      [undefined, undefined],
    ];
    for (const [header, language] of cases)
      assert.equal(preferredLanguage(header, languages), language, header);
    assert.deepEqual(languages, ['ar', 'en', 'fr-CA', 'fr']);
  });

  it('is a language or a regional form of it', () => {
    assert.ok(matchesLanguage('fr', 'fr'));
    assert.ok(matchesLanguage('fr-CA', 'FR'));
    assert.ok(matchesLanguage('FR-ca', 'fr'));
    assert.ok(!matchesLanguage('frr', 'fr'));
    assert.ok(!matchesLanguage('fr', 'fr-CA'));
    assert.ok(!matchesLanguage('en', 'fr'));
  });
});

describe('a request of another site', () => {
  const site: OwnSite = {
    host: 'receiver.example',
    allowedOrigins: ['https://intranet.example'],
    isSignedIn: true,
  };
  const own = 'https://receiver.example';
  const evil = 'https://evil.example';

  async function isTaken(headers: Record<string, string>, changed: Partial<OwnSite> = {}): Promise<boolean> {
    const app = new Hono()
      .onError((error) => {
        assert.ok(error instanceof ProblemError, String(error));
        assert.equal(error.problem, 'forbidden');
        return new Response(null, { status: 403 });
      })
      .post('/', (c) => {
        requireOwnSite(c, { ...site, ...changed });
        return c.body(null, 204);
      });
    return (await app.request('/', { method: 'POST', headers })).status === 204;
  }

  const cases: [headers: Record<string, string>, isTaken: boolean, changed?: Partial<OwnSite>][] = [
    [{ 'Sec-Fetch-Site': 'same-origin' }, true],
    [{ 'Sec-Fetch-Site': 'same-origin', Origin: evil }, true],
    [{ 'Sec-Fetch-Site': 'none' }, true],
    [{ 'Sec-Fetch-Site': 'same-site' }, false],
    [{ 'Sec-Fetch-Site': 'cross-site' }, false],
    [{ 'Sec-Fetch-Site': 'cross-site', Origin: own }, false],
    [{ 'Sec-Fetch-Site': 'cross-site' }, false, { isSignedIn: false }],
    [{ 'Sec-Fetch-Site': 'cross-site', Origin: 'https://intranet.example' }, true],
    [{ 'Sec-Fetch-Site': 'cross-site', Referer: 'https://intranet.example/page?a=1' }, true],
    [{ Origin: own }, true],
    // A proxy may have ended TLS.
    [{ Origin: 'http://receiver.example' }, true],
    [{ Origin: 'https://receiver.example:8443' }, false],
    [{ Origin: 'https://receiver.example:8443' }, true, { host: 'receiver.example:8443' }],
    [{ Referer: `${own}/page` }, true],
    [{ Origin: evil, Referer: `${own}/page` }, false],
    [{ Origin: evil }, false],
    [{ Origin: evil }, false, { isSignedIn: false }],
    [{ Origin: 'null' }, false],
    [{ Origin: 'null' }, false, { host: undefined }],
    [{ Origin: own }, false, { host: undefined }],
    [{ Origin: 'ftp://receiver.example' }, false],
    [{}, false],
    [{}, true, { isSignedIn: false }],
    [{ Referer: 'not an address' }, true, { isSignedIn: false }],
    [{ 'Sec-Fetch-Site': 'cross-site', Origin: evil }, true, { hasToken: true }],
    [{ 'Sec-Fetch-Site': 'cross-site', Origin: evil }, false, { hasToken: false }],
  ];
  for (const [headers, taken, changed] of cases)
    it(`is ${taken ? '' : 'not '}what ${JSON.stringify(headers)} with ${JSON.stringify(changed ?? {})} is taken for`, async () => {
      assert.equal(await isTaken(headers, changed), taken);
    });

  it('is told by the host of its page', () => {
    assert.equal(hostOf('https://receiver.example:443/a'), 'receiver.example');
    assert.equal(hostOf('http://receiver.example:8080'), 'receiver.example:8080');
    for (const url of [
      'ftp://receiver.example',
      'xhttps://receiver.example',
      'httpsx://receiver.example',
      'nothing',
    ])
      assert.equal(hostOf(url), undefined);
  });
});
