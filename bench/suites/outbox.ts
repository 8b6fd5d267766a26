import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { createSignatureRecord } from '../../src/signature/record.ts';
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
const count = 5000;
const rounds = 7;

/** What one run took; `memory` is what the page holds more than before, after a collection, in MB. */
interface Run extends Times {
  readonly memory: number;
}

/** Thousands of records kept and sent through the outbox in a browser, beside the least that the browser can do. */
export const outboxSuite: Suite = async (log) => {
  const records = await recordsOf(count);
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
        runs[who].push(await runOnce(browser, server.origin, who === 'ours' ? runOutbox : runFloor, records));
        server.close();
        if (server.posts() !== count)
          throw new Error(`${server.posts()} of ${count} records were sent by ${who}`);
      }
      const [ours, floor] = [runs.ours.at(-1)!, runs.floor.at(-1)!];
      log(
        `round ${round + 1} of ${rounds}: queued in ${Math.round(ours.queue)} ms beside ${Math.round(floor.queue)}, ` +
          `sent in ${Math.round(ours.drain)} beside ${Math.round(floor.drain)}`,
      );
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

function resultsOf({ ours, floor }: Record<'ours' | 'floor', Run[]>): Result[] {
  const compare = (what: string, unit: Result['unit'], value: (run: Run) => number, note?: string): Result =>
    ratio(
      `${count.toLocaleString('en')} records in the outbox, ${what}`,
      unit,
      ours.map(value),
      { name: 'bare IndexedDB and fetch', values: floor.map(value) },
      note === undefined ? {} : { note },
    );
  return [
    compare('kept', 'ms', ({ queue }) => queue, 'One after the other, each on the disk before the next.'),
    compare('sent', 'ms', ({ drain }) => drain, 'The endpoint is on this machine and answers at once.'),
    compare('sent', 'per second', ({ drain }) => (count * 1000) / drain),
    figure(
      `${count.toLocaleString('en')} records in the outbox, memory left when all are sent`,
      'MB',
      ours.map(({ memory }) => memory),
    ),
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
