import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from '../../test/support/drive.ts';
import { documentOf } from '../digest/document.ts';
import { measureInPage } from '../digest/in-page.ts';
import type { Pair } from '../digest/in-page.ts';
import { bundle } from '../support/bundle.ts';
import { serveCompressed } from '../support/compressing-server.ts';
import { ratio } from '../support/result.ts';
import type { Result, Suite } from '../support/result.ts';

const library = join(import.meta.dirname, '../../dist/charter/index.js');
const rounds = 11;
const sizes = [
  { name: '10 KB', bytes: 10_000 },
  { name: '1 MB', bytes: 1_000_000 },
  { name: '20 MB', bytes: 20_000_000 },
] as const;

/** How often a document is digested in a round: what takes a fraction of a millisecond is timed many times over. */
const repeatsOf = (bytes: number): number => Math.max(1, Math.round(1_000_000 / bytes));

/** The digest of a document: canonical form and SHA-256, beside what JSON.stringify and SHA-256 alone take. */
export const digestSuite: Suite = async (log) => {
  const results: Result[] = [];
  for (const { name, bytes } of sizes) {
    const pairs = await measureInNode(await documentOf(bytes), repeatsOf(bytes));
    results.push(
      resultOf(
        `Digest of a charter of ${name}, Node`,
        'JSON.stringify and node:crypto',
        pairs,
        bytes === 1_000_000,
      ),
    );
    log(`${name} in Node: ${results.at(-1)!.value.toFixed(2)}`);
  }
  for (const { name, pairs } of await measureInChromium()) {
    results.push(
      resultOf(`Digest of a charter of ${name}, Chromium`, 'JSON.stringify and crypto.subtle', pairs),
    );
    log(`${name} in Chromium: ${results.at(-1)!.value.toFixed(2)}`);
  }
  return results;
};

function resultOf(what: string, name: string, pairs: readonly Pair[], hasTarget = false): Result {
  const floor = { name, values: pairs.map((pair) => pair.floor) };
  return ratio(
    what,
    'ms',
    pairs.map(({ ours }) => ours),
    floor,
    hasTarget ? { target: { most: 3 } } : {},
  );
}

async function measureInNode(document: unknown, repeats: number): Promise<Pair[]> {
  const { digestDocument } = (await import(
    pathToFileURL(library).href
  )) as typeof import('../../src/charter/digest.ts');
  const pairs: Pair[] = [];
  for (let round = -1; round < rounds; round++) {
    const times = { ours: 0, floor: 0 };
    const acts = {
      ours: () => digestDocument(document),
      floor: () => createHash('sha256').update(JSON.stringify(document)).digest('hex'),
    };
    const order = round % 2 === 0 ? (['ours', 'floor'] as const) : (['floor', 'ours'] as const);
    for (const who of order) {
      const start = performance.now();
      for (let repeat = 0; repeat < repeats; repeat++) await acts[who]();
      times[who] = (performance.now() - start) / repeats;
    }
    // The first round warms up.
    if (round >= 0) pairs.push(times);
  }
  return pairs;
}

async function measureInChromium(): Promise<{ name: string; pairs: Pair[] }[]> {
  const documents = sizes.map(
    async ({ bytes }) => [`/${bytes}.json`, JSON.stringify(await documentOf(bytes))] as const,
  );
  const server = await serveCompressed({
    '/index.html':
      '<!doctype html><link rel="icon" href="data:,"><script type="module" src="/library.js"></script>',
    ...(await bundle(
      'library',
      `import { digestDocument } from ${JSON.stringify(library)};
window.digestDocument = digestDocument;`,
    )),
    ...Object.fromEntries(await Promise.all(documents)),
  });
  const browser = await launch('chromium');
  try {
    const page = await browser.newPage();
    await page.goto(`${server.origin}/index.html`);
    const measured = [];
    for (const { name, bytes } of sizes)
      measured.push({
        name,
        pairs: await page.evaluate(measureInPage, `/${bytes}.json`, rounds, repeatsOf(bytes)),
      });
    return measured;
  } finally {
    await browser.close();
    server.close();
  }
}
