import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { drivenEngines, openPage } from '../support/drive.ts';
import type { Network } from '../support/network.ts';
import {
  appears,
  assertNotSigned,
  assertSignedOnce,
  heard,
  notesOf,
  sign,
  wakeUp,
} from '../support/person.ts';
import { useBrowser, useHospital } from '../support/stage.ts';

/** Milliseconds that the server asks to wait. */
const asked = 2_000;

const retryAfter = {
  'in seconds': () => String(asked / 1000),
  // Rounded up: dates have no milliseconds.
  'as a date': () => new Date(Math.ceil(Date.now() / 1000) * 1000 + asked).toUTCString(),
};

describe('an unsent signature', () => {
  const hospital = useHospital();

  for (const engine of drivenEngines) {
    describe(`in ${engine}`, () => {
      const browser = useBrowser(engine);
      const nameOf = (journey: string) => `Inès ${journey} (${engine})`;

      async function open(network: Network): Promise<Page> {
        const url = `${network.origin}/simple.html`;
        return (await openPage(browser(), url, { isWindow: true })).page;
      }

      async function signInVain(network: Network, name: string): Promise<Page> {
        network.breakDown();
        const page = await open(network);
        await page.evaluate(stopTimers);
        await sign(page, name);
        await appears(page, '[part~=pending]');
        return page;
      }

      it('is sent again when the network comes back', async () => {
        const network = await hospital().connect();
        const page = await signInVain(network, nameOf('Réseau'));
        await page.setOfflineMode(true);
        network.mend();
        await assertNotSigned(page);
        await page.setOfflineMode(false);
        await requested(page, 2);
        // Chromium's pretended network comes back a little after it was announced.
        await wakeUp(page);
        await assertSignedOnce(page, hospital(), nameOf('Réseau'));
        await page.close();
      });

      it('is sent again when the person comes back to the tab', async () => {
        const network = await hospital().connect();
        const page = await signInVain(network, nameOf('Onglet'));
        network.mend();
        await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
        await assertSignedOnce(page, hospital(), nameOf('Onglet'));
        await page.close();
      });

      for (const [form, header] of Object.entries(retryAfter)) {
        it(`waits as long as Retry-After asks, ${form}, whatever wakes it up`, async () => {
          const name = nameOf(`Patience ${form}`);
          const network = await hospital().connect();
          const page = await open(network);
          const held = network.hold();
          await sign(page, name);
          const value = header();
          const answeredAt = Date.now();
          (await held).refuse(503, { 'Retry-After': value });
          await appears(page, '[part~=pending]');
          await wakeUp(page);
          await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
          await assertSignedOnce(page, hospital(), name);

          const times = network.sendings.map(({ arrivedAt }) => arrivedAt);
          assert.equal(times.length, 2, 'one attempt after the refused one');
          const earliest = form === 'as a date' ? Date.parse(value) : answeredAt + asked;
          assert.ok(times[1]! >= earliest, `came back ${earliest - times[1]!} ms too early`);
          await page.close();
        });
      }

      it('is counted by a badge, in each tab', async () => {
        const name = nameOf('Pastille');
        const network = await hospital().connect();
        const other = await open(network);
        await untilCounted(other, 0);
        const page = await signInVain(network, name);
        await untilCounted(other, 1);
        network.mend();
        await wakeUp(page);
        await assertSignedOnce(page, hospital(), name);
        for (const tab of [page, other]) {
          await untilCounted(tab, 0);
          assert.deepEqual((await notesOf(tab)).badge, [0, 1, 0]);
          const counts = (await heard(tab, 'unsent-changed')).map(({ detail }) => detail);
          assert.deepEqual(counts, [{ count: 1 }, { count: 0 }]);
        }
        await Promise.all([page, other].map((tab) => tab.close()));
      });
    });
  }
});

/** No timer of the page runs out any more: only a wake-up can send. */
function stopTimers(): void {
  const start = window.setTimeout;
  window.setTimeout = ((callback: () => void, wait = 0) =>
    wait < 500 ? start(callback, wait) : 0) as typeof setTimeout;
}

/** Waits until the page has made so many attempts. */
function requested(page: Page, count: number): Promise<void> {
  return page.evaluate(
    (wanted) =>
      new Promise<void>((resolve) => {
        const look = (): void => {
          const attempts = window.pageNotes.events.filter(({ type }) => type === 'sign-request');
          if (attempts.length >= wanted) resolve();
        };
        document.addEventListener('charter-sign-request', look);
        look();
      }),
    count,
  );
}

/** Waits until the badge of a page shows this count. */
function untilCounted(page: Page, count: number): Promise<void> {
  return page.evaluate(
    (wanted) =>
      new Promise<void>((resolve) => {
        const look = (): void => {
          if (window.pageNotes.badge.at(-1) === wanted) resolve();
        };
        document.addEventListener('badge-shown', look);
        look();
      }),
    count,
  );
}
