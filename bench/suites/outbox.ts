import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { createSignatureRecord } from '../../src/signature/create-record.ts';
import type { SignatureRecord } from '../../src/signature/record.ts';
import { launch } from '../../test/support/drive.ts';
import { documentOf } from '../digest/document.ts';
import { serveEndpoint } from '../outbox/endpoint.ts';
import { runFloor, runOutbox } from '../outbox/in-page.ts';
import type { Times } from '../outbox/in-page.ts';
import { bundle } from '../support/bundle.ts';
import { figure, ratio } from '../support/result.ts';
import type { Result, Suite } from '../support/result.ts';

const library = join(import.meta.dirname, '../../dist/outbox/index.js');
/** The floor's time is in proportion to its records by nature: fewer of them tell the same, sooner. */
const counts = { ours: 5000, floor: 1000 } as const;
const rounds = 7;

/** What one run took; `memory` is what the page holds more than before, after a collection, in MB. */
interface Run extends Times {
  readonly memory: number;
}

/** Thousands of records kept and sent through the outbox in a browser, beside the least that the browser can do. */
export const outboxSuite: Suite = async (log) => {
  const records = await recordsOf(counts.ours);
  const files = {
    '/': '<!doctype html><link rel="icon" href="data:,"><script type="module" src="/library.js"></script>',
    ...(await bundle(
      'library',
      `import * as outbox from ${JSON.stringify(library)}; window.outboxLibrary = outbox;`,
    )),
  };
  const browser = await launch('chromium');
  const runs: Record<'ours' | 'floor', Run[]> = { ours: [], floor: [] };
  try {
    for (let round = 0; round < rounds; round++) {
      const order = round % 2 === 0 ? (['ours', 'floor'] as const) : (['floor', 'ours'] as const);
      for (const who of order) {
        // An origin of its own: every run starts with an empty database, on the disk.
        const server = await serveEndpoint(files);
        const run = who === 'ours' ? runOutbox : runFloor;
        runs[who].push(await runOnce(browser, server.origin, run, records.slice(0, counts[who])));
        server.close();
        if (server.posts() !== counts[who])
          throw new Error(`${server.posts()} of ${counts[who]} records were sent by ${who}`);
      }
      const times = (['ours', 'floor'] as const).map((who) => {
        const { queue, drain } = runs[who].at(-1)!;
        return `${counts[who]} kept in ${Math.round(queue)} ms and sent in ${Math.round(drain)} ms by ${who}`;
      });
      log(`round ${round + 1} of ${rounds}: ${times.join(', ')}`);
    }
    return resultsOf(runs);
  } finally {
    await browser.close();
  }
};

async function runOnce(
  browser: Browser,
  origin: string,
  run: typeof runOutbox,
  records: readonly SignatureRecord[],
): Promise<Run> {
  const page = await browser.newPage();
  try {
    await page.goto(origin);
    const session = await page.createCDPSession();
    const heap = async (): Promise<number> => {
      await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    };
    const before = await heap();
    const times = await page.evaluate(run, records, `${origin}/signatures`);
    return { ...times, memory: ((await heap()) - before) / 1e6 };
  } finally {
    await page.close();
  }
}

function resultsOf(runs: Record<'ours' | 'floor', Run[]>): Result[] {
  const what = `${counts.ours.toLocaleString('en')} records in the outbox`;
  const rate = (who: 'ours' | 'floor', step: keyof Times): number[] =>
    runs[who].map((run) => (counts[who] * 1000) / run[step]);
  const compare = (words: string, step: keyof Times, note: string): Result =>
    ratio(
      `${what}, ${words}`,
      'per second',
      rate('ours', step),
      { name: 'bare IndexedDB and fetch', values: rate('floor', step) },
      { note, inSummary: true },
    );
  const alone = (words: string, unit: Result['unit'], value: (run: Run) => number): Result =>
    figure(`${what}, ${words}`, unit, runs.ours.map(value));
  return [
    alone('all kept', 'ms', ({ queue }) => queue),
    alone('all sent', 'ms', ({ drain }) => drain),
    compare('kept', 'queue', 'One after the other, each on the disk before the next.'),
    compare('sent', 'drain', 'The endpoint is on this machine and answers at once.'),
    alone('memory left when all are sent', 'MB', ({ memory }) => memory),
  ];
}

async function recordsOf(many: number): Promise<SignatureRecord[]> {
  const charter = await documentOf(10_000);
  return Array.from({ length: many }, (_, index) =>
    createSignatureRecord({
      charter,
      digest: `sha256:${'0'.repeat(64)}`,
      audience: 'staff',
      signer: { name: `Personne ${index}`, id: `p${index}`, department: 'Urgences' },
      statementIds: (charter.statements ?? []).map(({ id }) => id),
    }),
  );
}
