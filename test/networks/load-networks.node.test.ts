import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { loadNetworks } from '../../src/networks/index.ts';
import { sendJSON, serve } from '../charter/support/serve.ts';
import type { TestServer } from '../charter/support/serve.ts';
import { validNetworks } from './support/examples.ts';

const text = JSON.stringify(validNetworks());

describe('loadNetworks', () => {
  let server: TestServer;
  before(async () => {
    server = await serve((_request, response) => sendJSON(response, text));
  });
  after(() => server.close());

  const count = (path: string) => server.requests.filter(({ url }) => url === path).length;

  it('makes one request for concurrent and later calls of one address', async () => {
    const url = `${server.url}/once.json`;
    const [one, other] = await Promise.all([loadNetworks(url), loadNetworks(url)]);
    assert.equal(one, other);
    assert.equal(await loadNetworks(url), one);
    assert.equal(count('/once.json'), 1);
  });

  it('forgets a failure, so that the next call asks again', async () => {
    const url = `${server.url}/again.json`;
    server.answer((_request, response) => sendJSON(response, '{"schema":"networks/1"}'));
    await assert.rejects(loadNetworks(url), { message: /^networks \(http.+\$\.locale: this is missing/ });
    server.answer((_request, response) => sendJSON(response, text));
    assert.equal((await loadNetworks(url)).networks[0]?.id, 'facebook');
    assert.equal(count('/again.json'), 2);
  });

  it('says where a file is not JSON', async () => {
    server.answer((_request, response) => sendJSON(response, '{\n  "schema": networks/1\n}'));
    await assert.rejects(loadNetworks(`${server.url}/broken.json`), {
      message: /line 2, column 13: this is not JSON/,
    });
  });
});
