import assert from 'node:assert/strict';
import type {} from '../../src/all.ts';
import type { DrivenPage } from './driven-page.ts';
import type { Hospital } from './hospital.ts';
import type { PageNotes } from './page-notes.ts';

const acknowledgement = 'charter-acknowledgement';

/** Milliseconds that a person waits for something to come on screen. */
const patience = 120_000;

/**
 * Waits until something is in an element, also in a tab behind others, and resolves to its text.
 *
 * @param text - What it has to say by then.
 * @throws Error with what the element shows when it does not come.
 */
export function appears(
  page: DrivenPage,
  selector: string,
  tag = acknowledgement,
  text = '',
): Promise<string> {
  return page.evaluate(
    async (host, wanted, longest, words) => {
      await customElements.whenDefined(host);
      const element = document.querySelector(host)!;
      return new Promise<string>((resolve, reject) => {
        const look = (): void => {
          // On a server's page, there is none before the element is hydrated.
          const root = element.shadowRoot;
          if (root)
            observer.observe(root, { childList: true, subtree: true, attributes: true, characterData: true });
          const found = root?.querySelector<HTMLElement>(wanted);
          if (!found?.innerText.includes(words)) return;
          observer.disconnect();
          clearTimeout(timer);
          resolve(found.innerText);
        };
        const observer = new MutationObserver(look);
        observer.observe(element, { attributes: true });
        const timer = setTimeout(
          () =>
            reject(
              new Error(`${host} has no ${wanted}, it shows: ${element.shadowRoot?.textContent.trim()}`),
            ),
          longest,
        );
        look();
      });
    },
    tag,
    selector,
    patience,
    text,
  );
}

export async function click(page: DrivenPage, selector: string, tag = acknowledgement): Promise<void> {
  await appears(page, selector, tag);
  await page.evaluate(
    (host, wanted) => document.querySelector(host)!.shadowRoot!.querySelector<HTMLElement>(wanted)!.click(),
    tag,
    selector,
  );
}

/**
 * Reads the charter's title, ticks everything, writes a name, where the page has not given and locked one, and goes as far
 * as the review.
 */
export async function prepare(page: DrivenPage, name?: string): Promise<void> {
  await appears(page, '[part~=section]', 'charter-viewer');
  await appears(page, '[type=checkbox]', 'charter-checklist');
  await appears(page, name === undefined ? '[part~=identity]' : '#name');
  await page.evaluate((typed) => {
    for (const host of ['charter-checklist', 'charter-acknowledgement']) {
      const root = document.querySelector(host)!.shadowRoot!;
      for (const box of root.querySelectorAll<HTMLElement>('[type=checkbox]')) box.click();
    }
    if (typed === undefined) return;
    const input = document
      .querySelector('charter-acknowledgement')!
      .shadowRoot!.querySelector<HTMLInputElement>('#name')!;
    input.value = typed;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }, name);
  await click(page, '[part~=review-button]');
  await appears(page, '[part~=sign-button]');
}

/** Goes through the charter and signs it. */
export async function sign(page: DrivenPage, name?: string): Promise<void> {
  await prepare(page, name);
  await click(page, '[part~=sign-button]');
}

export function notesOf(page: DrivenPage): Promise<PageNotes> {
  return page.evaluate(() => window.pageNotes);
}

/** The events of one type that the page heard since it was loaded. */
export async function heard(page: DrivenPage, type: string): Promise<PageNotes['events']> {
  return (await notesOf(page)).events.filter((event) => event.type === type);
}

/** Asserts that the page does not say *signed* in any way. */
export async function assertNotSigned(page: DrivenPage): Promise<void> {
  const said = await page.evaluate(() => {
    const element = document.querySelector('charter-acknowledgement')!;
    return element.matches(':state(signed)') || !!element.shadowRoot!.querySelector('[part~=receipt]');
  });
  assert.equal(said, false, 'the screen says signed and nothing is recorded');
  assert.deepEqual(await heard(page, 'signed'), []);
}

/**
 * Asserts that there is one row under a name, and that the page shows its receipt, which it did not before the row was
 * there. Where `isAnnounced`, that the page was told so, once.
 *
 * @returns The id of the row.
 */
export async function assertSignedOnce(
  page: DrivenPage,
  hospital: Hospital,
  name: string,
  { isAnnounced = true } = {},
): Promise<string> {
  const receipt = await appears(page, '[part~=receipt]');
  const rows = await hospital.rowsOf(name);
  assert.equal(rows.length, 1, 'one intent, one row');
  const [{ id, receivedAt }] = rows as [(typeof rows)[0]];
  assert.ok(receipt.includes(id), 'the receipt shows the number of the row');
  const { receiptAt, events } = await notesOf(page);
  assert.ok(receiptAt! >= receivedAt.getTime(), 'the receipt was on screen before the row was there');
  const signed = events.filter(({ type }) => type === 'signed');
  assert.equal(signed.length, isAnnounced ? 1 : 0, 'charter-signed');
  for (const { at } of signed) assert.ok(at >= receivedAt.getTime());
  return id;
}

/** Tells a page that the network is back, which only one that is looked at acts upon. */
export function wakeUp(page: DrivenPage): Promise<void> {
  return page.evaluate(() => {
    if (document.visibilityState !== 'visible') throw new Error('a hidden tab does not wake up');
    dispatchEvent(new Event('online'));
  });
}
