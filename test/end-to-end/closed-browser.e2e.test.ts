import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { drivenEngines, launch, openPage } from '../support/drive.ts';
import { assertNotSigned, assertSignedOnce, sign } from '../support/person.ts';
import { useHospital } from '../support/stage.ts';

describe('a browser that dies while it sends, and is opened again', () => {
  const hospital = useHospital();

  for (const engine of drivenEngines) {
    for (const side of ['before', 'behind'] as const) {
      it(`delivers the signature once, with the request ${side} the receiver, in ${engine}`, async (t) => {
        const name = `Zoé Panne ${side} (${engine})`;
        const network = await hospital().connect();
        const address = `${network.origin}/simple.html`;
        const userDataDir = await mkdtemp(join(tmpdir(), `charter-${engine}-`));
        let browser = await launch(engine, { userDataDir });
        t.after(async () => {
          await browser.close();
          await rm(userDataDir, { recursive: true, force: true, maxRetries: 20 });
        });

        const { page } = await openPage(browser, address);
        const held = network.hold();
        await sign(page, name);
        const sending = await held;
        if (side === 'behind') assert.equal(await sending.deliver(), 201);
        await assertNotSigned(page);
        await kill(browser);

        browser = await launch(engine, { userDataDir });
        const { page: later } = await openPage(browser, address);
        const id = await assertSignedOnce(later, hospital(), name);
        assert.equal(id, sending.id);
        await sending.pass();
        assert.equal((await hospital().rowsOf(name)).length, 1);
      });
    }
  }
});

/** Ends a browser as a crash does: nothing is tidied up. */
async function kill(browser: Browser): Promise<void> {
  const program = browser.process()!;
  const exited = once(program, 'exit');
  program.kill('SIGKILL');
  await exited;
}
