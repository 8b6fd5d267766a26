import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { drivenEngines, openPage } from '../support/drive.ts';
import { appears, assertNotSigned, click, prepare, wakeUp } from '../support/person.ts';
import { useBrowser, useHospital } from '../support/stage.ts';

/** As the demo's sessions name them. */
const people = {
  first: { persona: 'maelle', id: '104872', name: 'Maëlle Tanguérec' },
  second: { persona: 'sekou' },
};

describe('a signature on a computer that people share', () => {
  const hospital = useHospital();

  for (const engine of drivenEngines) {
    it(`waits encrypted until its own person is back, and is recorded once, in ${engine}`, async () => {
      const network = await hospital().connect();
      const { page } = await openPage(browsers[engine](), `${network.origin}/ward.html`);
      const { first, second } = people;
      const name = `${first.name} ${engine}`;
      await signIn(page, first.persona);
      network.breakDown();
      await type(page, 'id', first.id);
      await prepare(page, name);
      await click(page, '[part~=sign-button]');
      assert.match(await appears(page, '[part~=pending]'), /chiffré/);
      await click(page, '[part~=wipe-button]');
      await appears(page, '#name');
      assert.doesNotMatch(await everythingReadable(page), new RegExp(`${first.name}|${first.id}`));

      await signIn(page, second.persona);
      network.mend();
      const held = network.hold();
      await wakeUp(page);
      const sending = await held;
      assert.equal(await sending.deliver(), 403, 'not under the session of somebody else');
      await sending.pass();
      assert.deepEqual(await hospital().rowsOf(name), []);
      await assertNotSigned(page);

      // Signing in to an intranet begins its page anew; another person's envelope is not tried at each wake-up.
      await signIn(page, first.persona);
      await page.reload();
      await untilSent(page);
      assert.equal((await hospital().rowsOf(name)).length, 1);
      await page.close();
    });
  }

  for (const engine of drivenEngines) {
    it(`is kept encrypted though the network goes between the review and the click, in ${engine}`, async () => {
      const network = await hospital().connect();
      const { page } = await openPage(browsers[engine](), `${network.origin}/ward.html`);
      await type(page, 'id', people.first.id);
      await prepare(page, people.first.name);
      // Whatever was not fetched by now is out of reach: the code that encrypts, and the key.
      network.close();
      await click(page, '[part~=sign-button]');
      assert.match(await appears(page, '[part~=pending]'), /gardé sur ce poste, chiffré/);
      await assertNotSigned(page);
      await page.close();
    });
  }

  const browsers = { chromium: useBrowser('chromium'), firefox: useBrowser('firefox') };
});

/** Writes into a field of the form. */
async function type(page: Page, field: string, text: string): Promise<void> {
  await appears(page, `#${field}`);
  await page.evaluate(
    (id, typed) => {
      const root = document.querySelector('charter-acknowledgement')!.shadowRoot!;
      const input = root.querySelector<HTMLInputElement>(`#${id}`)!;
      input.value = typed;
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    },
    field,
    text,
  );
}

/** Opens the intranet's session of a person. */
function signIn(page: Page, persona: string): Promise<void> {
  return page.evaluate(async (chosen) => {
    const response = await fetch('/demo/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ persona: chosen }),
    });
    if (!response.ok) throw new Error(`no session: ${response.status}`);
  }, persona);
}

/** What somebody who comes later could read: the page, its storage, its history. */
function everythingReadable(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('charter-elements-outbox');
      opening.onsuccess = () => resolve(opening.result);
    });
    const reading = database.transaction('entries').objectStore('entries').getAll();
    await new Promise((resolve) => (reading.onsuccess = resolve));
    database.close();
    const controls = [...document.querySelectorAll('*')].flatMap((element) => [
      ...(element.shadowRoot?.querySelectorAll<HTMLInputElement>('input, textarea') ?? []),
    ]);
    return [
      document.documentElement.getHTML({ serializableShadowRoots: true }),
      ...[...document.querySelectorAll('*')].map((element) => element.shadowRoot?.innerHTML ?? ''),
      ...controls.map(({ value }) => value),
      JSON.stringify([reading.result, Object.entries(localStorage), Object.entries(sessionStorage)]),
      JSON.stringify(history.state),
      location.href,
    ].join('\n');
  });
}

/** Resolves once nothing waits on the device any more. */
function untilSent(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const element = document.querySelector('charter-acknowledgement')!;
    while ((await element.getUnsentCount()) > 0)
      await new Promise((resolve) => {
        element.addEventListener('charter-unsent-changed', resolve, { once: true });
      });
  });
}
