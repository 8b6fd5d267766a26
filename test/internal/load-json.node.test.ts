import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { loadJSON } from '../../src/internal/load-json.ts';
import { DocumentError } from '../../src/internal/document-error.ts';
import { sendJSON, serve } from '../charter/support/serve.ts';
import type { TestServer } from '../charter/support/serve.ts';

describe('loadJSON', () => {
  let server: TestServer;
  before(async () => {
    server = await serve((_request, response) => sendJSON(response, '{}'));
  });
  after(() => server.close());

  for (const text of ['{"a":[1,null]}', '"text"', '0', 'null', ' [ ] \n']) {
    it(`reads ${JSON.stringify(text)}`, async () => {
      server.answer((_request, response) => sendJSON(response, text));
      assert.deepEqual(await loadJSON(server.url, 'networks'), JSON.parse(text));
    });
  }

  it('reads JSON whatever its media type is', async () => {
    server.answer((_request, response) =>
      response.writeHead(200, { 'Content-Type': 'text/plain' }).end('[1]'),
    );
    assert.deepEqual(await loadJSON(server.url, 'networks'), [1]);
  });

  it('names what it loads', async () => {
    server.answer((_request, response) => response.writeHead(410).end());
    await assert.rejects(loadJSON(server.url, 'networks'), {
      message: `networks (${server.url}) could not be loaded: the server answered 410 Gone`,
    });
  });

  it('stops when it is told to', async () => {
    const abort = new AbortController();
    const asked = new Promise<void>((resolve) => server.answer(() => resolve()));
    const loaded = loadJSON(server.url, 'networks', { signal: abort.signal });
    await asked;
    const request = server.requests.at(-1)!;
    const closed = once(request.socket, 'close');
    abort.abort();
    await assert.rejects(loaded, (error: Error) => {
      assert.equal((error.cause as Error).name, 'AbortError');
      return true;
    });
    await closed;
  });

  it('finds a place inside any text that is not JSON', async () => {
    let text = '';
    server.answer((_request, response) => sendJSON(response, text));
    const anyLines = fc.array(
      fc.oneof(fc.string(), fc.constantFrom('{', '}', '[1', ',', '"a": ', '\t', 'é')),
    );
    await fc.assert(
      fc.asyncProperty(anyLines, async (lines) => {
        text = lines.join('\n');
        fc.pre(!isJSON(text));
        await assert.rejects(loadJSON(server.url, 'networks'), (error: unknown) => {
          assert.ok(error instanceof DocumentError);
          const [, line, column] = /^line (\d+), column (\d+)$/.exec(error.problems[0]!.path)!.map(Number);
          const place = text.split('\n')[line! - 1];
          assert.ok(place !== undefined && column! >= 1 && column! <= place.length + 1);
          return true;
        });
      }),
      { numRuns: 300 },
    );
  });
});

function isJSON(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
