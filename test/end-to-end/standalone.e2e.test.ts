import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parseSignatureRecord } from '../../src/signature/record.ts';
import { digest, receiver, records } from '../fixtures/receivers/fifteen-lines.js';
import { answerFirstStep, drivenEngines, openPage, part, press, tickAll } from '../support/drive.ts';
import { useBrowser } from '../support/stage.ts';
import { serveFiles } from '../support/static-server.ts';

const charterPath = join(import.meta.dirname, '../../locales/content/charter.fr.json');
const folder = join(import.meta.dirname, '../../dist/standalone');

const page = (endpoint = '') => `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8"><title>Charte</title><link rel="icon" href="data:,">
    <script type="module" src="charter-elements.js"></script>
  </head>
  <body>
    <charter-viewer id="charter"></charter-viewer>
    <charter-checklist for="charter" id="practices"></charter-checklist>
    <charter-privacy-walkthrough></charter-privacy-walkthrough>
    <charter-acknowledgement for="charter" checklist="practices" endpoint="${endpoint}"></charter-acknowledgement>
  </body>
</html>`;

for (const engine of drivenEngines) {
  describe(`the standalone script in ${engine}`, () => {
    const browser = useBrowser(engine);

    it('works from a static file server, without a request to another origin', async (t) => {
      const server = await serveFiles(folder, { '/index.html': page() });
      t.after(server.close);
      const { page: opened, log } = await openPage(browser(), `${server.origin}/index.html`);
      await part(opened, 'charter-viewer', '[part~=section]');
      await part(opened, 'charter-checklist', '[part~=practice]');
      await answerFirstStep(opened);
      await part(opened, 'charter-acknowledgement', '#name');
      assert.deepEqual([...log.origins], [server.origin]);
      assert.deepEqual(log.errors, []);
      await opened.close();
    });

    it('signs with a receiver of a few lines written from the contract alone', async (t) => {
      receiver.listen(0, '127.0.0.1');
      await once(receiver, 'listening');
      const endpoint = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/signatures`;

      const server = await serveFiles(folder, { '/index.html': page(endpoint) });
      t.after(async () => {
        server.close();
        records.clear();
        receiver.closeAllConnections();
        receiver.close();
        await once(receiver, 'close');
      });
      const { page: opened } = await openPage(browser(), `${server.origin}/index.html`);
      await tickAll(opened, 'charter-checklist');
      await (await part(opened, 'charter-acknowledgement', '#name')).type('Zoé Lefèvre');
      await tickAll(opened, 'charter-acknowledgement');
      await press(opened, 'charter-acknowledgement', '[part~=review-button]');
      await press(opened, 'charter-acknowledgement', '[part~=sign-button]');
      await part(opened, 'charter-acknowledgement', '[part~=receipt]');

      const [received] = [...records.values()];
      const record = parseSignatureRecord(received!.record);
      assert.equal(record.signer.name, 'Zoé Lefèvre');
      const source = await readFile(charterPath, 'utf8');
      assert.equal(record.charter.digest, digest(JSON.parse(source)));
      await opened.close();
    });
  });
}
