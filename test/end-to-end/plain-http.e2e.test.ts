import assert from 'node:assert/strict';
import { hostname, networkInterfaces } from 'node:os';
import { describe, it } from 'node:test';
import { digestDocument } from '../../src/charter/digest.ts';
import type { Engine } from '../support/browsers.ts';
import type { Network } from '../support/network.ts';
import { appears, assertNotSigned, assertSignedOnce, click, heard, sign, wakeUp } from '../support/person.ts';
import type { DrivenPage } from '../support/driven-page.ts';
import { useAnyBrowser, useHospital } from '../support/stage.ts';
import { readStored } from '../support/stored-signature.ts';
import { wakeTwoTabs } from '../support/two-tabs.ts';

/** WebKit cannot be told of a name: it goes to this machine by its address in its network. */
const places: Record<Engine, { hostName: string; address: string }> = {
  chromium: { hostName: 'intranet.example', address: '127.0.0.1' },
  firefox: { hostName: 'intranet.example', address: '127.0.0.1' },
  webkit: { hostName: ownAddress(), address: ownAddress() },
};

describe('an intranet served over plain http', () => {
  const hospital = useHospital();

  for (const [engine, { hostName, address }] of Object.entries(places) as [
    Engine,
    (typeof places)[Engine],
  ][]) {
    describe(`in ${engine}`, () => {
      const browser = useAnyBrowser(engine, { hostName });
      const nameOf = (journey: string) => `Théo ${journey} (${engine})`;
      const connect = () => hospital().connect(address);
      const open = (network: Network, attributes = '') =>
        browser().open(`${network.originAs(hostName)}/simple.html?${attributes}`);

      it('has none of what browsers keep for https, and lets a person sign the very text of the server', async () => {
        const page = await open(await connect());
        const missing = await page.evaluate(() => [
          isSecureContext,
          (globalThis.crypto as Partial<Crypto>).subtle,
          (globalThis.crypto as Partial<Crypto>).randomUUID,
          (navigator as Partial<Navigator>).locks,
        ]);
        assert.deepEqual(
          missing.map((value) => value ?? false),
          [false, false, false, false],
        );

        await sign(page, nameOf('Simple'));
        await assertSignedOnce(page, hospital(), nameOf('Simple'));
        const response = await fetch(`${hospital().origin}/api/charters/social-media?locale=fr`);
        const ofServer = await digestDocument(await response.json());
        const ofPage = await page.evaluate(() => document.querySelector('charter-acknowledgement')!.digest);
        assert.equal(ofPage, ofServer);
        assert.equal((await hospital().rowsOf(nameOf('Simple')))[0]!.charterDigest, ofServer);
        await page.close();
      });

      it('keeps a signature while the server answers 503, through a reload', async () => {
        const name = nameOf('Attente');
        const network = await connect();
        network.breakDown();
        const page = await open(network);
        await sign(page, name);
        await appears(page, '[part~=pending]');
        await leaseReleased(page);
        assert.equal((await keptIn(page, 'entries')).length, 1);
        await page.reload();
        assert.match(await appears(page, '[part~=pending]'), /pas encore enregistrée/);
        await assertNotSigned(page);
        assert.deepEqual(await hospital().rowsOf(name), []);
        await leaseReleased(page);
        // Not reloaded once more: it may be recorded by then, by the page that is left.
        network.mend();
        await wakeUp(page);
        await assertSignedOnce(page, hospital(), name);
        await page.close();
      });

      it('sends a record that two tabs have once, by a lease', async () => {
        const network = await connect();
        await wakeTwoTabs(hospital(), network, nameOf('Bail'), () => open(network));
      });

      it('explains that a receipt cannot be verified here, and checks the rest of it', async () => {
        const name = nameOf('Reçu');
        const page = await open(await connect(), 'receipt-keys=/.well-known/jwks.json');
        await sign(page, name);
        assert.match(await appears(page, '[part~=failure]'), /ne peut pas vérifier son reçu.*HTTPS/);
        await assertNotSigned(page);
        const [failed] = (await heard(page, 'sign-failed')) as { detail: FailedDetail }[];
        assert.equal(failed!.detail.problem.type, 'urn:charter-elements:problem:receipt-unsupported');

        const [row, ...others] = await hospital().rowsOf(name);
        assert.deepEqual(others, []);
        const stored = await readStored(page, row!.id, row!.receipt);
        await page.evaluate(
          (receipt) => {
            const element = document.createElement('charter-receipt');
            element.for = 'charte';
            element.receiptKeys = '/.well-known/jwks.json';
            document.querySelector('main')!.append(element);
            element.receipt = receipt;
          },
          { id: row!.id, ...stored },
        );
        await appears(
          page,
          '[part~=findings] [data-outcome=verified] ~ [data-outcome=verified]',
          'charter-receipt',
        );
        const findings = await appears(page, '[part~=verdict]', 'charter-receipt');
        for (const line of [
          'Ce reçu n’a pas pu être vérifié en entier',
          'La signature n’a pas été modifiée depuis sa réception.',
          'La signature de l’établissement n’a pas pu être vérifiée ici.',
          'Le texte signé est celui de la charte affichée ici.',
        ])
          assert.ok(findings.includes(line), findings);
        await page.close();
      });

      it('keeps an unsent signature of a shared device in the page alone, and says so', async () => {
        const name = nameOf('Partage');
        const network = await connect();
        network.breakDown();
        const page = await open(network, 'shared-device');
        await sign(page, name);
        const pending = await appears(page, '[part~=pending]');
        assert.match(pending, /Ce poste est partagé et rien ne peut y être gardé/);
        await assertNotSigned(page);
        assert.deepEqual(await heard(page, 'sign-failed'), []);
        assert.deepEqual(await keptIn(page, 'entries'), []);

        network.mend();
        await click(page, '[part~=retry-button]');
        await assertSignedOnce(page, hospital(), name);
        await page.close();
      });
    });
  }
});

interface FailedDetail {
  readonly problem: { readonly type: string };
}

/** A lease that a reload cuts short lasts ten seconds: waits until the attempt has given it back. */
async function leaseReleased(page: DrivenPage): Promise<void> {
  while ((await keptIn(page, 'leases')).length > 0);
}

/** What the device keeps in a store of the outbox's database. */
function keptIn(page: DrivenPage, store: 'entries' | 'leases'): Promise<unknown[]> {
  return page.evaluate(async (name) => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error!);
      });
    // Opening it where it is not would make it.
    if ((await indexedDB.databases()).length === 0) return [];
    const database = await settled(indexedDB.open('charter-elements-outbox'));
    const kept = await settled(database.transaction(name).objectStore(name).getAll());
    database.close();
    return kept as unknown[];
  }, store);
}

function ownAddress(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? hostname();
}
