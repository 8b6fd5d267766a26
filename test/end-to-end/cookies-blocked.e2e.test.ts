import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { openPage } from '../support/drive.ts';
import { appears, click, sign } from '../support/person.ts';
import { useBrowser, useDemo } from '../support/stage.ts';

/** Firefox that blocks every cookie, and with them whatever a page could keep. */
const allBlocked = { 'network.cookie.cookieBehavior': 2 };

/** An endpoint that is down for its first request, on a server of its own. */
function startEndpoint(): Promise<{ server: Server; url: string; ids: string[] }> {
  const ids: string[] = [];
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', 'content-type, accept, idempotency-key');
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    request.on('end', () => {
      const { id } = JSON.parse(body) as { id: string };
      ids.push(id);
      if (ids.length === 1) response.writeHead(503).end();
      else response.writeHead(201, { 'Content-Type': 'application/json' }).end(JSON.stringify({ id }));
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ server, ids, url: `http://127.0.0.1:${port}/sign` });
    });
  });
}

describe('Firefox with all cookies blocked', () => {
  const demo = useDemo();
  const browser = useBrowser('firefox', { prefs: allBlocked });

  it('lets the page keep nothing: no database, no channel', async () => {
    const { page } = await openPage(browser(), `${demo().origin}/simple.html`);
    const refused = await page.evaluate(async () => {
      const refuses = async (act: () => unknown): Promise<boolean> => {
        try {
          await act();
          return false;
        } catch {
          return true;
        }
      };
      return {
        storage: await refuses(() => localStorage.length),
        channel: await refuses(() => new BroadcastChannel('x').close()),
      };
    });
    assert.deepEqual(refused, { storage: true, channel: true });
    await page.close();
  });

  it('a person signs', async () => {
    const { page, log } = await openPage(browser(), `${demo().origin}/simple.html`);
    await sign(page, 'Claire Martin');
    assert.match(await appears(page, '[part~=receipt]'), /Votre signature est enregistrée/);
    assert.deepEqual(log.errors, []);
    await page.close();
  });

  it('a person reads that the signature is in this page alone while the endpoint is down, then signs', async () => {
    const { server, url, ids } = await startEndpoint();
    const { page } = await openPage(browser(), `${demo().origin}/simple.html`);
    await page.evaluate((address) => {
      document.querySelector('charter-acknowledgement')!.endpoint = address;
    }, url);
    await sign(page, 'Claire Martin');
    assert.match(await appears(page, '[part~=pending]'), /Ce navigateur ne peut rien garder/);
    await click(page, '[part~=retry-button]');
    assert.match(await appears(page, '[part~=receipt]'), /Votre signature est enregistrée/);
    assert.equal(new Set(ids).size, 1);
    await page.close();
    server.close();
  });
});
