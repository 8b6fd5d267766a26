import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import type { Page } from 'puppeteer-core';
import { drivenEngines, openPage } from '../support/drive.ts';
import type { Network, OwnFiles } from '../support/network.ts';
import { dressPage } from '../support/page-notes.ts';
import { appears, assertNotSigned, assertSignedOnce, click, sign } from '../support/person.ts';
import { useBrowser, useHospital } from '../support/stage.ts';

const token = 'jeton-de-la-page';
const loginPage = `<!doctype html><html lang="fr"><title>Connexion</title><h1>Connexion</h1></html>`;

describe('an endpoint that answers with a redirect', () => {
  const hospital = useHospital();

  for (const engine of drivenEngines) {
    describe(`in ${engine}`, () => {
      const browser = useBrowser(engine);

      async function open(network: Network): Promise<Page> {
        const { page } = await openPage(browser(), `${network.origin}/simple.html`, { isWindow: true });
        return page;
      }

      for (const status of [307, 308]) {
        it(`to another origin by ${status}: neither the record nor the page's token arrives there`, async (t) => {
          const name = `Lise ${status} (${engine})`;
          const stranger = await startStranger(t);
          const network = await hospital().connect();
          network.files = withoutPolicy(hospital().origin, 'csrf-meta=csrf&credentials=include');
          const page = await open(network);
          await page.evaluate((content) => {
            document.head.append(Object.assign(document.createElement('meta'), { name: 'csrf', content }));
            document.cookie = 'session=secret; path=/';
          }, token);
          const held = network.hold();
          await sign(page, name);
          const sending = await held;
          assert.equal(sending.headers['x-csrf-token'], token, 'the endpoint itself is given the token');
          sending.refuse(status, { Location: `${stranger.origin}/signatures` });
          const pending = await appears(page, '[part~=pending]');
          assert.deepEqual(stranger.requests, []);
          assert.match(pending, /Reconnectez-vous pour terminer/);
          await assertNotSigned(page);
          const again = network.hold();
          await click(page, '[part~=retry-button]');
          (await again).refuse(status, { Location: `${stranger.origin}/signatures` });
          await appears(page, '[part~=retry-button]:not([aria-disabled=true])');
          await assertNotSigned(page);
          assert.deepEqual(stranger.requests, []);
          assert.deepEqual(await hospital().rowsOf(name), []);
          await page.close();
        });
      }

      it('to a login page: nothing is signed, and the signature leaves after the person has signed in again', async () => {
        const name = `Lise Connexion (${engine})`;
        const network = await hospital().connect();
        let logins = 0;
        network.files = (path) => {
          if (path !== '/connexion') return Promise.resolve(undefined);
          logins++;
          const headers = { 'content-type': 'text/html; charset=utf-8' };
          return Promise.resolve({ status: 200, headers, body: Buffer.from(loginPage) });
        };
        network.breakDown({ Location: '/connexion' }, 302);
        const page = await open(network);
        await sign(page, name);
        assert.match(await appears(page, '[part~=pending]'), /Reconnectez-vous pour terminer/);
        await assertNotSigned(page);
        assert.equal(logins, 0, 'a page for people is not asked for by a script');
        assert.deepEqual(await hospital().rowsOf(name), []);

        network.mend();
        await Promise.all([page.waitForNavigation(), click(page, '[part~=reload-page-button]')]);
        await assertSignedOnce(page, hospital(), name);
        await page.close();
      });
    });
  }
});

/** The demo's policy would hold back by itself what the element must not let out: the page without it. */
function withoutPolicy(origin: string, attributes: string): OwnFiles {
  return async (path) => {
    if (path !== '/simple.html') return undefined;
    const page = await (await fetch(`${origin}${path}`)).text();
    return {
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: Buffer.from(dressPage(page, new URLSearchParams(attributes))),
    };
  };
}

/** A server of another origin that would take everything: what comes to it was let out. */
async function startStranger(t: TestContext): Promise<{ origin: string; requests: string[] }> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const { method, url, headers } = request;
      requests.push([method, url, JSON.stringify(headers), body.toString('utf8')].join(' '));
      response.writeHead(method === 'OPTIONS' ? 204 : 201, {
        'Access-Control-Allow-Origin': headers.origin ?? '*',
        'Access-Control-Allow-Credentials': 'true',
        'Access-Control-Allow-Methods': 'POST',
        'Access-Control-Allow-Headers': headers['access-control-request-headers'] ?? '*',
      });
      response.end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}
