import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { DocumentError, digestDocument, forgetCharter, loadCharter } from '../../src/charter/index.ts';
import { closedAddress, sendJSON, serve } from './support/serve.ts';
import type { TestServer } from './support/serve.ts';
import { validCharter } from './support/valid-charter.ts';

const text = JSON.stringify(validCharter(), null, 2);

describe('loadCharter', () => {
  let server: TestServer;
  let nextPath = 0;
  before(async () => {
    server = await serve((_request, response) => sendJSON(response, text));
  });
  after(() => server.close());

  /** An address of its own for each test, and how often it was asked for. */
  function address() {
    const path = `/charter-${++nextPath}.json`;
    server.answer((_request, response) => sendJSON(response, text));
    return { url: server.url + path, count: () => server.requests.filter(({ url }) => url === path).length };
  }

  it('gives the validated charter and its digest', async () => {
    const { charter, digest } = await loadCharter(address().url);
    assert.deepEqual(charter, validCharter());
    assert.equal(digest, await digestDocument(validCharter()));
  });

  it('asks for JSON', async () => {
    await loadCharter(address().url);
    assert.equal(server.requests.at(-1)?.headers.accept, 'application/json');
  });

  it('makes one request for concurrent calls of one address', async () => {
    const { url, count } = address();
    const [one, other] = await Promise.all([loadCharter(url), loadCharter(url)]);
    assert.equal(one, other);
    assert.equal(count(), 1);
  });

  it('makes none for a later call', async () => {
    const { url, count } = address();
    await loadCharter(url);
    await loadCharter(url);
    assert.equal(count(), 1);
  });

  it('makes one for each address', async () => {
    const [one, other] = [address(), address()];
    await Promise.all([loadCharter(one.url), loadCharter(other.url)]);
    assert.deepEqual([one.count(), other.count()], [1, 1]);
  });

  it('forgets a failure, so that the next call asks again', async () => {
    const { url, count } = address();
    server.answer((_request, response) => response.writeHead(503).end());
    await assert.rejects(loadCharter(url));
    server.answer((_request, response) => sendJSON(response, text));
    assert.equal((await loadCharter(url)).charter.id, 'guide');
    assert.equal(count(), 2);
  });

  it('fails concurrent calls alike, with one request', async () => {
    const { url, count } = address();
    server.answer((_request, response) => sendJSON(response, '{}'));
    const [one, other] = await Promise.allSettled([loadCharter(url), loadCharter(url)]);
    assert.equal(one.status, 'rejected');
    assert.equal(other.status, 'rejected');
    assert.equal(count(), 1);
  });

  it('reads a file that begins with a byte order mark', async () => {
    const { url } = address();
    server.answer((_request, response) => sendJSON(response, `\ufeff${text}`));
    assert.equal((await loadCharter(url)).charter.id, 'guide');
  });

  describe('when a fresh copy is asked for', () => {
    const fresh = { isFresh: true };

    it('asks the server again, past every cache', async () => {
      const { url, count } = address();
      await loadCharter(url);
      await loadCharter(url, fresh);
      assert.equal(count(), 2);
      assert.equal(server.requests.at(-1)?.headers['cache-control'], 'no-cache');
    });

    it('gives that copy to later calls', async () => {
      const { url, count } = address();
      await loadCharter(url);
      server.answer((_request, response) => sendJSON(response, text.replace('"2.1.0"', '"3.0.0"')));
      const { charter } = await loadCharter(url, fresh);
      assert.equal(charter.version, '3.0.0');
      assert.equal((await loadCharter(url)).charter, charter);
      assert.equal(count(), 2);
    });
  });

  describe('forgetCharter', () => {
    it('makes the next call ask again', async () => {
      const { url, count } = address();
      await loadCharter(url);
      forgetCharter(url);
      await loadCharter(url);
      assert.equal(count(), 2);
    });

    it('while an answer is awaited, lets the next one be the one kept', async () => {
      const { url, count } = address();
      let failFirst!: () => void;
      const firstAsked = new Promise<void>((resolve) => {
        server.answer((_request, response) => {
          failFirst = () => response.writeHead(500).end();
          resolve();
        });
      });
      const first = loadCharter(url);
      await firstAsked;
      forgetCharter(url);
      server.answer((_request, response) => sendJSON(response, text));
      const second = loadCharter(url);
      failFirst();
      await assert.rejects(first);
      await second;
      assert.equal(loadCharter(url), second);
      assert.equal(count(), 2);
    });
  });

  describe('says what, where and why', () => {
    const answers: [what: string, status: number, body: string, why: RegExp][] = [
      ['404', 404, 'gone', /could not be loaded: the server answered 404 Not Found$/],
      ['500', 500, '', /could not be loaded: the server answered 500 Internal Server Error$/],
      ['403', 403, '{}', /could not be loaded: the server answered 403 Forbidden$/],
      ['an HTML page', 200, '<!doctype html><p>Login', /line 1, column 1: this is not JSON/],
      ['an empty body', 200, '', /line 1, column 1: this is not JSON/],
      [
        'a missing comma',
        200,
        '{\n  "id": "a"\n  "title": "b"\n}',
        /line 3, column 3: this is not JSON \(Comma/,
      ],
      ['a trailing comma', 200, '{\n  "id": "a",\n}', /line 3, column 1: this is not JSON/],
      ['a comment', 200, '{\n  // id\n  "id": "a" }', /line 2, column 3: this is not JSON \(InvalidComment/],
      ['straight quotes forgotten', 200, '{ "a": [1,\r\n   oops] }', /line 2, column 4: this is not JSON/],
      ['typographic quotes', 200, '{ “id”: 1 }', /line 1, column 3: this is not JSON/],
      ['a file cut short', 200, '{\n"id": "a', /line 2, column 7: this is not JSON/],
      ['two documents', 200, '{}\n{}', /line 2, column 1: this is not JSON/],
      ['a tab inside a string', 200, '{ "a":\n "b\tc" }', /line 2, column \d+: this is not JSON/],
      ['a number with a leading zero', 200, '{ "a": 012 }', /line 1, column \d+: this is not JSON/],
      ['a charter without title', 200, '{"schema":"charter/1"}', /is not valid: \$\.id: this is missing/],
    ];
    for (const [what, status, body, why] of answers) {
      it(`when the answer is ${what}`, async () => {
        const { url } = address();
        server.answer((_request, response) => sendJSON(response, body, status));
        const { message } = await failure(url);
        assert.ok(message.startsWith(`charter (${url}) `), message);
        assert.match(message, why);
      });
    }

    it('as a DocumentError with the place of a syntax error', async () => {
      const { url } = address();
      server.answer((_request, response) => sendJSON(response, '[1,\n2,,3]'));
      const error = await failure(url);
      assert.ok(error instanceof DocumentError);
      assert.equal(error.url, url);
      assert.deepEqual(
        error.problems.map(({ path }) => path),
        ['line 2, column 3'],
      );
    });

    it('when nothing listens there', async () => {
      const url = `${await closedAddress()}/charter.json`;
      const error = await failure(url);
      assert.equal(error.message, `charter (${url}) could not be reached: check the address and the network`);
      assert.ok(error.cause instanceof Error);
    });

    it('when the connection breaks in the middle of the answer', async () => {
      const { url } = address();
      server.answer((_request, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': text.length });
        response.write(text.slice(0, 100), () => response.destroy());
      });
      const { message } = await failure(url);
      assert.equal(message, `charter (${url}) could not be reached: check the address and the network`);
    });

    it('when the address is not one', async () => {
      assert.match((await failure('http://')).message, /^charter \(http:\/\/\) could not be reached/);
    });
  });
});

async function failure(url: string): Promise<Error> {
  try {
    await loadCharter(url);
  } catch (error) {
    assert.ok(error instanceof Error);
    return error;
  }
  return assert.fail('the charter was loaded');
}
