import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openPGlite } from '../../demo/receiver/store/pglite-client.ts';
import { startProcess } from '../receiver/support/server-process.ts';
import type { Engine } from '../support/browsers.ts';
import { openBrowser } from './browsers.ts';
import { openDesk } from './desk.ts';
import { allFaults } from './fault-kinds.ts';
import type { Fault } from './fault-kinds.ts';
import { Ledger } from './ledger.ts';
import { patience, servePages } from './page.ts';
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

/** What became of the signatures; each list says which, and is to be empty. */
export interface Result {
  readonly seed: number;
  readonly signatures: number;
  readonly seconds: number;
  /** People without a row, and records that are neither in an outbox nor in the database. */
  readonly lost: readonly string[];
  /** People with two rows, and rows of a signature that was refused or never kept. */
  readonly doubled: readonly string[];
  /** Records that were sent again and again after they had been refused. */
  readonly sentAfterRefusal: readonly string[];
  /** Signatures that the element said were recorded before they were. */
  readonly falselySigned: readonly string[];
  /** Records of which the element announced twice that they are signed. */
  readonly announcedTwice: readonly string[];
  /** Tabs that had not sent everything when the time was over. */
  readonly unfinished: readonly string[];
  /** Tabs in which nothing runs any more, though they were loaded again: their browser hangs, and nothing is known of them. */
  readonly hung: readonly string[];
  /** What went wrong in the run itself. */
  readonly errors: readonly string[];
  /** Faults that never occurred. */
  readonly missing: readonly Fault[];
  readonly injected: Readonly<Partial<Record<Fault, number>>>;
  readonly counts: Readonly<Record<string, number>>;
}

/** A page says something every three seconds: one that is silent for longer has died. Milliseconds. */
const longestSilence = 7_000;

/** A page that is left before it has noted a refusal sends once more; the next one is seldom left in that moment too. */
const mostRefusals = 3;

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
    if (status !== 200 && status !== 404) throw new Error(`The receiver answered ${status} about ${id}`);
    return status === 200;
  };
  const tabs = engines.flatMap((engine) =>
    tabsOfDevices.flatMap((count, device) =>
      Array.from({ length: count }, (_, tab) => `${engine}/${device + 1}/${tab + 1}`),
    ),
  );
  const ledger = new Ledger(share(options.signatures, engines), tabs, {
    isRecorded,
    isRefused: (id) => proxy.refused.has(id),
  });
  const desk = await openDesk(ledger);
  cleanups.defer(desk.close);
  const pages = await servePages();
  cleanups.defer(pages.close);
  const proxy = await FaultProxy.start({
    seed,
    patience,
    receiver: receiver.address,
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
        // Without keys, any 2xx is believed: both ways of a page are to be seen.
        const path = device === 2 ? 'unverified.html' : 'verified.html';
        const opened = await browser.open(
          `${origin}/${path}?${String(new URLSearchParams({ tab, seed: String(seed) }))}`,
        );
        const watch = setInterval(() => {
          if (!ledger.isSilent(tab, longestSilence)) return;
          ledger.note(tab, 'revived');
          revived.push(tab);
          opened.revive().catch((error: unknown) => desk.errors.push(`${tab}: ${String(error)}`));
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

  const result = conclude(options, {
    ledger,
    proxy,
    unknown,
    revived,
    errors: [...desk.errors, ...proxy.errors],
    rows: await readRows(dataFolder),
    seconds: secondsSince(start),
  });
  report(result, log);
  return result;
}

interface Row {
  readonly id: string;
  readonly signer: string;
}

/** What the run left behind. */
interface Evidence {
  readonly ledger: Ledger;
  readonly proxy: FaultProxy;
  readonly rows: readonly Row[];
  /** Ids that were signed and that the receiver does not know. */
  readonly unknown: readonly string[];
  /** Tabs in which nothing ran any more, and that were loaded again from outside. */
  readonly revived: readonly string[];
  readonly errors: readonly string[];
  readonly seconds: number;
}

/** What the database holds, read from its files once the receiver has let go of them. */
async function readRows(dataFolder: string): Promise<Row[]> {
  const client = await openPGlite(dataFolder);
  try {
    return await client.query<Row>(`select id, substr(signer_key, 4) as signer from charter_signatures`);
  } finally {
    await client.close();
  }
}

function conclude(
  { seed, signatures }: SignatureFaultsOptions,
  { ledger, proxy, rows, unknown, revived, errors, seconds }: Evidence,
): Result {
  const rowsOf = Map.groupBy(rows, ({ signer }) => signer);
  const people = [...ledger.people.keys()];
  const intents = [...ledger.intents];
  const details = (kind: string) =>
    ledger.faults.filter((fault) => fault.kind === kind).map(({ detail }) => detail);
  const injected = Object.fromEntries([...proxy.injected].sort(([a], [b]) => a.localeCompare(b)));
  return {
    seed,
    signatures,
    seconds,
    lost: [
      ...details('lost'),
      ...people.filter((id) => !rowsOf.has(id)).map((id) => `${id} has no row`),
      ...intents
        .filter(([id, intent]) => !intent.void && unknown.includes(id))
        .map(
          ([id, { person, tab }]) => `${id} of ${person.id}, signed in ${tab}, is not known to the receiver`,
        ),
    ],
    doubled: [
      ...people
        .filter((id) => (rowsOf.get(id)?.length ?? 0) > 1)
        .map(
          (id) =>
            `${id} has the rows ${rowsOf
              .get(id)!
              .map((row) => row.id)
              .join(', ')}`,
        ),
      ...[...Map.groupBy(rows, ({ id }) => id)]
        .filter(([, same]) => same.length > 1)
        .map(([id]) => `${id} twice`),
      ...intents
        .filter(([id, intent]) => intent.void && !unknown.includes(id))
        .map(([id, intent]) => `${id} of ${intent.person.id} is recorded, and was ${intent.void!}`),
    ],
    sentAfterRefusal: [...proxy.refused]
      .filter(([, { times }]) => times > mostRefusals)
      .map(([id, { fault, times }]) => `${id} was refused ${times} times (${fault})`),
    falselySigned: details('shown before recorded'),
    announcedTwice: intents.filter(([, { signedEvents }]) => signedEvents > 1).map(([id]) => id),
    unfinished: ledger.tabsNotLeft,
    hung: ledger.tabsNotLeft.filter((tab) => tab.includes(': revived')),
    errors,
    missing: allFaults.filter((fault) => !proxy.injected.has(fault)),
    injected,
    counts: {
      rows: rows.length,
      posts: proxy.posts,
      faults: [...proxy.injected.values()].reduce((sum, count) => sum + count, 0),
      intents: ledger.intents.size,
      ...ledger.counts,
      reloads: ledger.counts.loads - ledger.tabs,
      revived: revived.length,
    },
  };
}

function report(result: Result, log: (line: string) => void): void {
  log(
    `Faults injected: ${Object.entries(result.injected)
      .map(([fault, count]) => `${fault} ${count}`)
      .join(', ')}`,
  );
  log(
    Object.entries(result.counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', '),
  );
  const lists = [
    'lost',
    'doubled',
    'sentAfterRefusal',
    'falselySigned',
    'announcedTwice',
    'unfinished',
    'hung',
    'errors',
    'missing',
  ] as const;
  for (const list of lists) {
    log(`${list.padEnd(18)}${result[list].length}`);
    for (const detail of result[list]) log(`  ${detail}`);
  }
  log(`${result.seconds} s, seed ${result.seed}`);
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
