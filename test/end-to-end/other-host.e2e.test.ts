import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Page } from 'puppeteer-core';
import { listen } from '../../receiver/http/listen.ts';
import type { Listening } from '../../receiver/http/listen.ts';
import { startReceiver } from '../../receiver/server.ts';
import type { RunningReceiver } from '../../receiver/server.ts';
import { readSettings } from '../../receiver/settings.ts';
import { drivenEngines, openPage } from '../support/drive.ts';
import { appears, sign } from '../support/person.ts';
import { useBrowser } from '../support/stage.ts';

/** A static page of another host than its endpoint, with the snippet of the documentation that adds a token. */
const content = (endpoint: string, snippet: string, attributes: string) => `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8"><meta name="csrf" content="jeton"><title>Charte</title><link rel="icon" href="data:,">
    <script type="module" src="/standalone/charter-elements.js"></script>
  </head>
  <body>
    <charter-viewer id="charter"></charter-viewer>
    <charter-checklist for="charter" id="practices"></charter-checklist>
    <charter-acknowledgement
      for="charter" checklist="practices" endpoint="${endpoint}" credentials="include" csrf-meta="csrf" ${attributes}
    ></charter-acknowledgement>
    <script>
      const token = 'abc';
      const acknowledgement = document.querySelector('charter-acknowledgement');
      ${snippet}
    </script>
  </body>
</html>`;

describe('a page of another host than its endpoint', () => {
  let folder: string;
  let host: Listening;
  let receiver: RunningReceiver;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'charter-other-host-'));
    const snippet = await documentedSnippet();
    const pages = new Hono();
    pages.get('/charte.html', (c) =>
      c.html(content(`${receiver.address}/api/signatures`, snippet, c.req.query('attributes') ?? '')),
    );
    pages.get('/standalone/*', serveStatic({ root: 'dist' }));
    host = await listen(pages, { port: 0, host: '127.0.0.1' });
    const settings = readSettings({ DATA_DIR: folder, ALLOWED_ORIGINS: host.address, PORT: '0' });
    receiver = await startReceiver({ ...settings, port: 0 });
  });
  after(async () => {
    await receiver.close();
    await host.drain();
    await rm(folder, { recursive: true, force: true });
  });

  for (const engine of drivenEngines) {
    describe(`in ${engine}`, () => {
      const browser = useBrowser(engine);

      async function signed(attributes: string): Promise<{ page: Page; posts: Record<string, string>[] }> {
        const url = `${host.address}/charte.html?${new URLSearchParams({ attributes }).toString()}`;
        const { page } = await openPage(browser(), url, { isWindow: true });
        const posts: Record<string, string>[] = [];
        page.on('request', (request) => {
          if (request.method() === 'POST') posts.push(request.headers());
        });
        await sign(page, 'Élise Çelik');
        return { page, posts };
      }

      it('signs with the Authorization that the documentation adds, and the token of its session', async () => {
        const { page, posts } = await signed('');
        await appears(page, '[part~=receipt]');
        assert.deepEqual(
          posts.map((headers) => [headers['authorization'], headers['x-csrf-token']]),
          [['Bearer abc', 'jeton']],
        );
        await page.close();
      });

      it('is held back with a header that the receiver was not told of', async () => {
        const { page } = await signed('csrf-header="X-Jeton"');
        assert.match(await appears(page, '[part~=pending]'), /n’est pas encore enregistrée/);
        await page.close();
      });
    });
  }
});

/** The block of docs/elements.md that adds a header to each attempt, as it stands there. */
async function documentedSnippet(): Promise<string> {
  const elements = await readFile('docs/elements.md', 'utf8');
  const blocks = [...elements.matchAll(/^```js\n(?<code>[^]*?)^```$/gm)].map(
    ({ groups }) => groups!['code']!,
  );
  const [snippet, ...others] = blocks.filter((code) => code.includes('request.headers.Authorization'));
  assert.ok(snippet !== undefined && others.length === 0, 'docs/elements.md has one such block');
  return snippet;
}
