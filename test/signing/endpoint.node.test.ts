import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resolveEndpoint } from '../../src/signing/endpoint.ts';

const page = 'https://intranet.example/a/page?lang=fr#top';

describe('resolveEndpoint', () => {
  for (const [given, url] of [
    [undefined, ''],
    [null, ''],
    ['', ''],
    ['https://other.example/sign', 'https://other.example/sign'],
    ['http://other.example', 'http://other.example/'],
    ['HTTPS://Other.example/Sign', 'https://other.example/Sign'],
    ['//other.example/sign', 'https://other.example/sign'],
    ['/sign', 'https://intranet.example/sign'],
    ['sign', 'https://intranet.example/a/sign'],
    ['./sign', 'https://intranet.example/a/sign'],
    ['../sign', 'https://intranet.example/sign'],
    [' /sign ', 'https://intranet.example/sign'],
    ['/sign#here', 'https://intranet.example/sign'],
    ['page?action=sign', 'https://intranet.example/a/page?action=sign'],
    ['/sign?a=1&b=é', 'https://intranet.example/sign?a=1&b=%C3%A9'],
  ] as const)
    it(`${JSON.stringify(given)} is ${url || 'nowhere: the page sends its records'}`, () => {
      assert.deepEqual(resolveEndpoint(given, page, page), { url });
    });

  for (const [given, reason] of [
    ['#', /is the page itself/],
    ['#sign', /is the page itself/],
    ['?', /is the page itself/],
    ['?q', /is the page itself/],
    [' ', /is the page itself/],
    ['\n\t', /is the page itself/],
    ['page', /is the page itself/],
    ['/a/page?lang=fr', /is the page itself/],
    [page, /is the page itself/],
    ['https://intranet.example/a/page#x', /is the page itself/],
    ['data:,ok', /is not http or https/],
    ['javascript:alert(1)', /is not http or https/],
    ['mailto:dpo@hospital.example', /is not http or https/],
    ['file:///sign', /is not http or https/],
    ['blob:https://intranet.example/1', /is not http or https/],
    ['about:blank', /is not http or https/],
    ['http://', /is no address/],
    ['https://', /is no address/],
    ['http://[', /is no address/],
    ['//', /is no address/],
  ] as const)
    it(`${JSON.stringify(given)} is a mistake, said with what to do`, () => {
      const { url, mistake = '' } = resolveEndpoint(given, page, page);
      assert.equal(url, '');
      assert.match(mistake, reason);
      assert.ok(mistake.startsWith(`endpoint="${given}" `));
      assert.match(mistake, /give the http\(s\) address that signatures are posted to$/);
    });

  it('means another address on another page, where it is relative', () => {
    const at = (path: string) => resolveEndpoint('sign', `https://intranet.example${path}`, page).url;
    assert.notEqual(at('/a/'), at('/b/'));
  });

  it('follows the base of the document', () => {
    assert.equal(
      resolveEndpoint('sign', 'https://intranet.example/base/', page).url,
      'https://intranet.example/base/sign',
    );
  });
});
