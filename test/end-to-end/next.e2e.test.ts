import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { drivenEngines } from '../support/drive.ts';
import { visitHost } from '../support/host-visit.ts';
import { appears, sign } from '../support/person.ts';
import { startServerHost } from '../support/server-host.ts';
import type { ServerHost } from '../support/server-host.ts';
import { useBrowser, useHospital } from '../support/stage.ts';

describe('demo/hosts/next, built and started', () => {
  const hospital = useHospital();
  let host: ServerHost | undefined;

  before(async () => {
    host = await startServerHost('next', (port) => ['next/dist/bin/next', 'start', '--port', port]);
  });
  after(() => host?.stop());

  it('sends an identity that is locked before any script runs', async () => {
    const { body } = (await host!.files({ 'x-remote-name': encodeURIComponent('Zoé Next') })('/'))!;
    const [tag = ''] = /<charter-acknowledgement[^>]*>/.exec(body.toString('utf8')) ?? [];
    const attributes = Object.fromEntries(
      [...tag.matchAll(/\s([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    );
    assert.deepEqual(attributes, {
      for: 'charte',
      checklist: 'pratiques',
      endpoint: '/api/signatures',
      fields: 'department',
      'signer-name': 'Zoé Next',
      'signer-department': 'Urgences',
      'lock-signer': '',
      'defer-hydration': '',
    });
  });

  for (const engine of drivenEngines)
    describe(`in ${engine}`, () => {
      const browser = useBrowser(engine);

      it('hydrates without a word, signs in the name that the server said, and hears of it', async (t) => {
        const name = `Anne Next ${engine}`;
        const files = host!.files({ 'x-remote-name': encodeURIComponent(name) });
        const place = { browser: browser(), hospital: hospital(), files };
        const { page, log, network, signed } = await visitHost(t, place, '/');
        const identity = await appears(page, '[part~=identity]');
        assert.ok(identity.includes(name) && identity.includes('Urgences'), identity);
        assert.equal(
          await page.evaluate(
            () =>
              document.querySelector('charter-acknowledgement')!.shadowRoot!.querySelector('#name') === null,
          ),
          true,
          'a name to type, although the page locks it',
        );
        await sign(page);
        const { id, signer, practices } = await signed(name);
        assert.equal(signer.department, 'Urgences');
        assert.ok(practices!.length > 0);
        assert.equal(
          await page.evaluate(() => document.querySelector('#signed')!.textContent),
          `Signature n° ${id}`,
          'onCharterSigned was called',
        );
        assert.deepEqual(log, { errors: [], origins: new Set([network.origin]) });
      });
    });
});
