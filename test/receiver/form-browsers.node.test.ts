import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Hono } from 'hono';
import type { Context, Next } from 'hono';
import { createReceiver } from '../../receiver/app.ts';
import { browserCookie } from '../../receiver/http/known-browser.ts';
import { drivenEngines } from '../support/drive.ts';
import { useAnyBrowser } from '../support/stage.ts';
import { describeStore } from './support/each-store.ts';
import type { EngineUnderTest } from './support/each-store.ts';
import { uniqueForm } from './support/forms.ts';

const forget = `${browserCookie}=; Max-Age=0; Path=/api/signatures`;

/** What a browser sent and was answered, in the order of the answers. */
type Sent = { readonly isKnown: boolean; readonly status: number };

/** A page whose form has no id, as a content management system keeps it. */
function writePage(): string {
  const fields = Object.entries(uniqueForm()).flatMap(([name, values]) =>
    [values].flat().map((value) => `<input type="hidden" name="${name}" value="${value}" />`),
  );
  return `<!doctype html><html lang="fr"><title>Charte</title>
    <form method="post" action="/api/signatures" accept-charset="utf-8">${fields.join('')}
      <p><button>Signer la charte</button></p>
    </form></html>`;
}

/**
 * A receiver and a page with a form. The answer to one of the posts waits until the person has clicked again.
 *
 * @param held - Whether it is the one that tells a browser its secret, or the one that records; or none.
 */
async function serveForm(
  { serve, optionsOf, countRows }: EngineUnderTest,
  held: 'secret' | 'recording' | undefined,
) {
  const { promise: isHeld, resolve: hold } = Promise.withResolvers<undefined>();
  const { promise: isClickedAgain, resolve: clickAgain } = Promise.withResolvers<undefined>();
  const { promise: isConfirmed, resolve: confirm } = Promise.withResolvers<undefined>();
  const sent: Sent[] = [];
  const heldPost = { secret: 1, recording: 2, none: 0 }[held ?? 'none'];
  let posts = 0;
  async function watch(c: Context, next: Next): Promise<void> {
    const post = ++posts;
    if (post > heldPost) clickAgain(undefined);
    await next();
    sent.push({ isKnown: c.req.header('cookie') !== undefined, status: c.res.status });
    if (post > heldPost && c.res.ok) confirm(undefined);
    if (post !== heldPost) return;
    hold(undefined);
    await isClickedAgain;
  }
  const app = new Hono()
    // No browser knows it from the test before, which was on the same host.
    .get('/charte', (c) => c.html(writePage(), 200, { 'Set-Cookie': forget }))
    .get('/held', async (c) => {
      await isHeld;
      return c.body(null, 204);
    })
    .use('/api/signatures', watch)
    .route('/', createReceiver(optionsOf()));
  const served = await serve(app);
  return { ...served, sent, isHeld, isConfirmed, countRows };
}

describeStore('pglite', (get) => {
  for (const engine of drivenEngines) {
    describe(`a form without an id, of somebody unknown, in ${engine}`, () => {
      const browser = useAnyBrowser(engine);

      for (const held of ['secret', 'recording'] as const)
        it(`is one signature when it is sent again before the answer of the ${held}`, async () => {
          const { address, sent, isHeld, isConfirmed, countRows } = await serveForm(get(), held);
          const rows = await countRows();
          const tab = await browser().open(`${address}/charte`);
          await tab.evaluate(() => {
            const button = document.querySelector('button')!;
            button.click();
            // Chromium's driver waits for the answer before it does anything else; Firefox drops the request.
            void fetch('/held').then(
              () => button.click(),
              () => undefined,
            );
          });
          if (engine === 'firefox') {
            await isHeld;
            await tab.evaluate(() => document.querySelector('button')!.click());
          }
          await isConfirmed;
          assert.equal(await countRows(), rows + 1);
          // It is told its secret until it comes with one, and is then answered the one signature.
          assert.deepEqual(
            sent.filter(({ isKnown }) => !isKnown).map(({ status }) => status),
            held === 'secret' ? [307, 307] : [307],
          );
          assert.deepEqual(
            sent.filter(({ isKnown }) => isKnown).map(({ status }) => status),
            held === 'secret' ? [201] : [201, 200],
          );
          await tab.close();
        });
    });
  }

  // Its driver waits for the answer before it does anything else: the page has to click again by itself.
  describe('a form without an id, of somebody unknown, in webkit', () => {
    const browser = useAnyBrowser('webkit');

    it('is one signature when it is sent twice', async () => {
      const { address, sent, isConfirmed, countRows } = await serveForm(get(), undefined);
      const rows = await countRows();
      const tab = await browser().open(`${address}/charte`);
      await tab.evaluate(() => {
        const button = document.querySelector('button')!;
        button.click();
        setTimeout(() => button.click());
      });
      await isConfirmed;
      assert.equal(await countRows(), rows + 1);
      assert.equal(sent[0]?.status, 307);
      assert.ok(sent.every(({ isKnown, status }) => isKnown === (status !== 307)));
      await tab.close();
    });
  });
});
