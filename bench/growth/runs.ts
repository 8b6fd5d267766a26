import type { Browser, CDPSession } from 'puppeteer-core';
import { openPage } from '../../test/support/drive.ts';
import type { Kind } from './in-page.ts';
import type { Tag } from './subject.ts';

/** What one run measured of one subject: milliseconds, and MB. */
export interface Measures {
  readonly shown: number;
  readonly translated: number;
  readonly memory: number;
  /** Median of some ticks with a processor four times slower; of a checklist. */
  readonly ticked: number;
}

const ticks = 5;
const slowdown = 4;

/** One run: in a page of its own, whose scripts have just been loaded, as a reader's. */
export async function runOnce(
  browser: Browser,
  origin: string,
  kind: Kind,
  tag: Tag,
  count: number,
): Promise<Measures> {
  const { page, log } = await openPage(browser, `${origin}/growth.html`);
  try {
    const session = await page.createCDPSession();
    await page.evaluate((...given) => growth.prepare(...given), kind, tag, count);
    const before = await heap(session);
    const shown = await page.evaluate(() => growth.show());
    const memory = (await heap(session)) - before;
    let ticked = NaN;
    if (tag === 'charter-checklist') {
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
      const times = await page.evaluate((many) => growth.tick(many), ticks);
      await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
      ticked = times.sort((a, b) => a - b)[Math.floor(ticks / 2)]!;
    }
    const translated = await page.evaluate(() => growth.speak());
    if (log.errors.length > 0) throw new Error(log.errors.join('\n'));
    return { shown, translated, memory: memory / 1e6, ticked };
  } finally {
    await page.close();
  }
}

/** @throws Error where the clone is not, or no longer, the DOM of the element: it would measure something else. */
export async function checkClone(browser: Browser, origin: string, tag: Tag, count: number): Promise<void> {
  const seen = [];
  for (const kind of ['element', 'clone'] as const) {
    const { page } = await openPage(browser, `${origin}/growth.html`);
    await page.evaluate((...given) => growth.prepare(...given), kind, tag, count);
    await page.evaluate(() => growth.show());
    const lines = await page.evaluate(() => growth.lines());
    await page.evaluate(() => growth.speak());
    seen.push([...lines, ...(await page.evaluate(() => growth.lines()))]);
    await page.close();
  }
  const [ours, theirs] = seen as [string[], string[]];
  const index = Array.from({ length: Math.max(ours.length, theirs.length) }, (_, line) => line).find(
    (line) => ours[line] !== theirs[line],
  );
  if (index !== undefined)
    throw new Error(
      `bench/growth/clone.ts is no clone of ${tag}: "${theirs[index] ?? ''}" in place of "${ours[index] ?? ''}"`,
    );
}

/** Bytes in use after what is no longer needed was taken away: of scripts, of the DOM, and of buffers. */
async function heap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const usage = await session.send('Runtime.getHeapUsage');
  return usage.usedSize + usage.embedderHeapUsedSize + usage.backingStorageSize;
}
