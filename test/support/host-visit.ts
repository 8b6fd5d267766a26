import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import type { CharterSignedEvent } from '../../src/events/index.ts';
import { parseSignatureRecord } from '../../src/signature/record.ts';
import type { SignatureRecord } from '../../src/signature/record.ts';
import { openPage } from './drive.ts';
import type { PageLog } from './drive.ts';
import type { Hospital } from './hospital.ts';
import type { Network, OwnFiles } from './network.ts';
import { appears, sign } from './person.ts';
import { readStored } from './stored-signature.ts';

declare global {
  interface Window {
    /** Ids of the records that the page was told are signed. */
    signedIds: string[];
    /** Of `console.warn`, in order. */
    warnings: string[];
  }
}

/** A page of a host, open in a browser, on an origin of its own: so also with a device's storage of its own. */
export interface HostVisit {
  readonly page: Page;
  readonly log: PageLog;
  readonly network: Network;
  /** Goes through the charter and signs it, and asserts that there is one row; resolves to what was recorded. */
  signOnce(name: string): Promise<SignatureRecord>;
  /**
   * Asserts that a signature is on screen, in the database, and that the page was told of it, each of them once; resolves
   * to what was recorded.
   */
  signed(name: string): Promise<SignatureRecord>;
}

/** Opens a page; it is closed with the test. */
export async function visitHost(
  t: TestContext,
  place: { readonly browser: Browser; readonly hospital: Hospital; readonly files: OwnFiles },
  path: string,
): Promise<HostVisit> {
  const network = await place.hospital.connect();
  network.files = place.files;
  const { page, log } = await openPage(place.browser, `${network.origin}${path}`, { before: listen });
  t.after(() => page.close());
  const signed = async (name: string): Promise<SignatureRecord> => {
    const receipt = await appears(page, '[part~=receipt]');
    const rows = await place.hospital.rowsOf(name);
    assert.equal(rows.length, 1, 'one intent, one row');
    const { id, receipt: proof } = rows[0]!;
    assert.ok(receipt.includes(id), 'the receipt shows the number of the row');
    assert.deepEqual(await page.evaluate((own) => window.signedIds.filter((each) => each === own), id), [id]);
    return parseSignatureRecord((await readStored(page, id, proof)).record);
  };
  const signOnce = async (name: string): Promise<SignatureRecord> => {
    await sign(page, name);
    return signed(name);
  };
  return { page, log, network, signOnce, signed };
}

function listen(): void {
  window.signedIds = [];
  window.warnings = [];
  document.addEventListener('charter-signed', (event) =>
    window.signedIds.push((event as CharterSignedEvent).detail.record.id),
  );
  const { warn } = console;
  console.warn = (...words: unknown[]) => {
    window.warnings.push(words.join(' '));
    warn.apply(console, words);
  };
}
