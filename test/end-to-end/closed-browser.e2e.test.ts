import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { drivenEngines } from '../support/drive.ts';
import { openWithProfile } from '../support/mortal-browser.ts';
import { assertNotSigned, assertSignedOnce, sign } from '../support/person.ts';
import { useHospital } from '../support/stage.ts';

describe('a browser that dies while it sends, and is opened again', () => {
  const hospital = useHospital();

  for (const engine of [...drivenEngines, 'webkit'] as const) {
    for (const side of ['before', 'behind'] as const) {
      it(`delivers the signature once, with the request ${side} the receiver, in ${engine}`, async (t) => {
        const name = `Zoé Panne ${side} (${engine})`;
        const network = await hospital().connect();
        const profile = await mkdtemp(join(tmpdir(), `charter-${engine}-`));
        const open = () => openWithProfile(engine, profile, network, '/simple.html');
        let browser = await open();
        t.after(async () => {
          await browser.kill();
          await rm(profile, { recursive: true, force: true, maxRetries: 20 });
        });

        const held = network.hold();
        await sign(browser.page, name);
        const sending = await held;
        if (side === 'behind') assert.equal(await sending.deliver(), 201);
        await assertNotSigned(browser.page);
        await browser.kill();

        browser = await open();
        const id = await assertSignedOnce(browser.page, hospital(), name);
        assert.equal(id, sending.id);
        await sending.pass();
        assert.equal((await hospital().rowsOf(name)).length, 1);
      });
    }
  }
});
