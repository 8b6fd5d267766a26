import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createReceiver } from '../../../receiver/app.ts';
import { serveUnder } from '../../../receiver/http/base-path.ts';
import { startReceiver } from '../../../receiver/server.ts';
import { readSettings } from '../../../receiver/settings.ts';
import type { EngineUnderTest } from '../support/each-store.ts';
import { cookiesOf, encodeForm, numberOn, uniqueForm } from '../support/forms.ts';
import { assertPage } from '../support/pages.ts';
import { assertProblem, request } from '../support/requests.ts';

/** A receiver that browsers know under a path. */
export function basePathSuite(get: () => EngineUnderTest): void {
  describe('under a path', () => {
    // As the proxy passes it on, or strips it: browsers ask for the former.
    for (const [what, asked] of [
      ['that the proxy passes on', '/intranet/charter/api/signatures'],
      ['that the proxy strips', '/api/signatures'],
    ] as const) {
      it(`${what}, a form without a script is known by its cookie, and is answered where browsers find it`, async () => {
        const served = serveUnder('/intranet/charter', createReceiver(get().optionsOf()));
        const { address, close } = await get().serve(served);
        const form = encodeForm(uniqueForm());
        const post = (query = '', headers = {}) =>
          request(address, `${asked}${query}`, {
            method: 'POST',
            redirect: 'manual',
            headers: {
              'Content-Type': 'application/x-www-form-urlencoded',
              'Sec-Fetch-Site': 'same-origin',
              ...headers,
            },
            body: form,
          });
        const first = await post();
        assert.equal(first.status, 307);
        // Relative to the address that the browser asked for.
        assert.equal(first.headers.get('location'), '?again=');
        assert.match(first.headers.getSetCookie().join(), /; Path=\/intranet\/charter\/api\/signatures;/);
        const Cookie = cookiesOf(first);
        const signed = await post('?again=', { Cookie });
        assertPage(signed, 201, 'Votre signature est enregistrée');
        assert.equal(signed.headers.get('location'), `/intranet/charter/api/signatures/${numberOn(signed)}`);
        // A double click is one signature.
        assertPage(await post('?again=', { Cookie }), 200, 'Votre signature est enregistrée');
        await close();
      });
    }

    it('is what BASE_PATH starts, with the pages beside it', async () => {
      const { dataFolder, databaseURL } = await get().createPlace();
      const settings = readSettings({ BASE_PATH: '/charter', DATA_DIR: dataFolder });
      const { address, close } = await startReceiver({
        ...settings,
        port: 0,
        databaseURL,
        log: () => undefined,
        extend: (app) => void app.get('/page.html', (c) => c.text('page')),
      });
      for (const path of ['/charter/page.html', '/page.html'])
        assert.equal((await request(address, path)).text, 'page');
      assert.equal((await request(address, '/charter/api/charters/social-media')).status, 200);
      await close();
    });

    it('serves nothing else, and is itself where the path is empty', async () => {
      const app = createReceiver(get().optionsOf());
      assert.equal(serveUnder('', app), app);
      const { address, close } = await get().serve(serveUnder('/charter', app));
      for (const path of ['/charter/nothing', '/charterx/api/signatures', '/'])
        assertProblem(await request(address, path), 404, 'not-found');
      assert.equal((await request(address, '/charter/healthz')).status, 200);
      // Whoever watches it asks it directly.
      assert.equal((await request(address, '/healthz')).status, 200);
      await close();
    });
  });
}
