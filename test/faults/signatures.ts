import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openPGlite } from '../../receiver/store/pglite-client.ts';
import { startProcess } from '../receiver/support/server-process.ts';
import type { Engine } from '../support/browsers.ts';
import { openBrowser } from './browsers.ts';
import type { OpenTab } from './browsers.ts';
import { openDesk } from './desk.ts';
import { conclude, report } from './conclude.ts';
import type { Result, Row } from './conclude.ts';
import { openElsewhere } from './elsewhere.ts';
import { Ledger } from './ledger.ts';
import type { SignedRecord } from './messages.ts';
import { isAlwaysThere, pagePath, patience, servePages } from './pages.ts';
import { FaultProxy } from './proxy.ts';

export interface SignatureFaultsOptions {
  readonly seed: number;
  /** How many people sign, over all engines. */
  readonly signatures: number;
  readonly engines: readonly Engine[];
  readonly log: (line: string) => void;
  /** When to stop waiting for the browsers, in milliseconds. */
  readonly limit?: number;
}

/** A page says something every three seconds: one that is silent for much longer has died. Milliseconds. */
const longestSilence = 20_000;

/** Tabs of each device: the first two of a browser share a device, so that they share an outbox. */
const tabsOfDevices = [2, 1, 1];

/**
 * Has people sign in real browsers through a proxy that drops, delays, truncates, duplicates and refuses, then heals it
 * and counts what became of each signature.
 */
export async function runSignatureFaults(options: SignatureFaultsOptions): Promise<Result> {
  const { seed, engines, log, limit = 240_000 } = options;
  const start = performance.now();
  log(`Fault run of ${options.signatures} signatures in ${engines.join(', ')}, seed ${seed}`);
  await using cleanups = new AsyncDisposableStack();

  const dataFolder = await mkdtemp(join(tmpdir(), 'charter-faults-'));
  cleanups.defer(() => rm(dataFolder, { recursive: true, force: true }));
  const receiver = await startProcess(
    { dataFolder },
    { CHARTERS_DIR: join(import.meta.dirname, '../../locales/content') },
  );
  let isReceiverRunning = true;
  const stopReceiver = async () => {
    if (isReceiverRunning) await receiver.end('SIGTERM');
    isReceiverRunning = false;
  };
  cleanups.defer(stopReceiver);

  const isRecorded = async (id: string) => {
    const { status } = await fetch(`${receiver.address}/api/signatures/${id}`);
    // It is there, and shown to whoever holds its receipt.
    if (status !== 401 && status !== 404) throw new Error(`The receiver answered ${status} about ${id}`);
    return status === 401;
  };
  const tabs = engines.flatMap((engine) =>
    tabsOfDevices.flatMap((count, device) =>
      Array.from({ length: count }, (_, tab) => `${engine}/${device + 1}/${tab + 1}`),
    ),
  );
  const ledger = new Ledger(share(options.signatures, engines), tabs, {
    isRecorded,
    isRefused: (id) => proxy.postbook.isRefused(id),
    isConfirmed: (id) => proxy.postbook.posts.get(id)?.isConfirmed ?? false,
  });
  const origins = new Map<string, string>();
  const opened = new Map<string, OpenTab>();
  const note = (tab: string, done: Promise<void> | undefined): void =>
    void done?.catch((error: unknown) => desk.errors.push(`${tab}: ${String(error)}`));
  const desk = await openDesk(ledger, {
    cut: (tab, milliseconds) => proxy.cut(origins.get(tab)!, milliseconds),
    close: (tab) => note(tab, opened.get(tab)?.reopen()),
  });
  cleanups.defer(desk.close);
  const elsewhere = await openElsewhere();
  cleanups.defer(() => elsewhere.close());
  const pages = await servePages();
  cleanups.defer(pages.close);
  const proxy = await FaultProxy.start({
    seed,
    patience,
    receiver: receiver.address,
    elsewhere: elsewhere.origin,
    alwaysThere: isAlwaysThere,
    origins: engines.length * tabsOfDevices.length,
    upstreams: [
      ['/desk/', desk.origin],
      ['/api/', receiver.address],
      ['/', pages.origin],
    ],
  });
  cleanups.defer(() => proxy.close());

  void ledger.everyoneSigned.then(() => {
    log(`Everybody has signed after ${secondsSince(start)} s: no fault from now on`);
    proxy.heal();
  });
  const revived: string[] = [];
  await using browsers = new AsyncDisposableStack();
  await Promise.all(
    engines.map(async (engine, index) => {
      const browser = await openBrowser(engine);
      browsers.defer(() => browser.close());
      for (const tab of tabs.filter((name) => name.startsWith(`${engine}/`))) {
        const device = Number(tab.split('/')[1]) - 1;
        const origin = proxy.origins[index * tabsOfDevices.length + device]!;
        origins.set(tab, origin);
        opened.set(tab, await browser.open(`${origin}${pagePath(tab, seed)}`));
        const watch = setInterval(() => {
          if (!ledger.isSilent(tab, longestSilence)) return;
          ledger.revive(tab);
          revived.push(tab);
          note(tab, opened.get(tab)!.revive());
        }, 1000);
        browsers.defer(() => clearInterval(watch));
      }
    }),
  );
  const patienceOver = new AbortController();
  await Promise.race([
    ledger.allLeft,
    delay(limit, undefined, { signal: patienceOver.signal }).catch(() => undefined),
  ]);
  patienceOver.abort();
  await browsers.disposeAsync();
  // Whatever is still under way now has lost its browser.
  await Promise.race([proxy.idle(), delay(10_000)]);
  const unknown = await filter([...ledger.intents.keys()], async (id) => !(await isRecorded(id)));
  await stopReceiver();

  const result = conclude({
    ...{ seed, signatures: options.signatures, seconds: secondsSince(start) },
    ...{ ledger, proxy, unknown, revived, leaked: elsewhere.leaks },
    errors: [...desk.errors, ...proxy.errors],
    rows: await readRows(dataFolder),
  });
  report(result, log);
  return result;
}

/** What the database holds, read from its files once the receiver has let go of them. */
async function readRows(dataFolder: string): Promise<Row[]> {
  const client = await openPGlite(dataFolder);
  try {
    const rows = await client.query<Record<keyof Row, string>>(
      'select id, substr(signer_key, 4) as signer, record::text as record from charter_signatures',
    );
    return rows.map((row) => ({ ...row, record: JSON.parse(row.record) as SignedRecord }));
  } finally {
    await client.close();
  }
}

/** Splits a number as evenly as it goes. */
function share(total: number, engines: readonly Engine[]): Record<string, number> {
  return Object.fromEntries(
    engines.map((engine, index) => [engine, Math.floor((total + index) / engines.length)]),
  );
}

async function filter<T>(items: readonly T[], isWanted: (item: T) => Promise<boolean>): Promise<T[]> {
  const wanted = await Promise.all(items.map(isWanted));
  return items.filter((_, index) => wanted[index]);
}

function secondsSince(start: number): number {
  return Math.round((performance.now() - start) / 100) / 10;
}
