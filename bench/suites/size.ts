import type { OutputChunk } from 'rollup';
import { brotlied, bundleElements, bundleLit, fourElements, gzipped, signing } from '../size/bundles.ts';
import { signInBrowser } from '../size/flow.ts';
import { weighPeers } from '../size/peers.ts';
import { figure, ratio } from '../support/result.ts';
import type { Result, Suite } from '../support/result.ts';

/** Documents: the charter's own text is not what is weighed. */
const isDocument = ({ moduleIds }: OutputChunk): boolean => moduleIds.some((id) => id.includes('/built-in/'));

const kilobyte = 1000;

/** What a page downloads, after gzip. Bytes are the same in every run. */
export const sizeSuite: Suite = async (log) => {
  const [forSigning, forFour, lit] = await Promise.all([
    bundleElements(signing),
    bundleElements(fourElements),
    bundleLit(),
  ]);
  const main = (chunks: readonly OutputChunk[]): string => chunks.find(({ name }) => name === 'main')!.code;
  const { shown, signed } = await signInBrowser(forSigning);
  const weigh = (names: readonly string[]): number =>
    forSigning
      .filter((chunk) => names.includes(chunk.fileName) && !isDocument(chunk))
      .reduce((sum, { code }) => sum + gzipped(code), 0);
  log(`shown with ${shown.join(', ')}; signed with ${signed.join(', ')}`);

  const floor = { name: 'bare Lit', values: [gzipped(main(lit))] };
  const brotli = (chunks: readonly OutputChunk[]): string =>
    `${(brotlied(main(chunks)) / kilobyte).toFixed(1)} kB with brotli`;
  const whole = weigh(signed);
  const peers = await weighPeers();
  const rows: Result[] = [
    figure('Read and sign in French: script before its lazy parts', 'B', [gzipped(main(forSigning))], {
      target: { most: 17 * kilobyte },
      note: `${brotli(forSigning)}; ${(floor.values[0]! / kilobyte).toFixed(1)} kB of it is Lit`,
    }),
    figure('All four elements: script before its lazy parts', 'B', [gzipped(main(forFour))], {
      target: { most: 22 * kilobyte },
      note: brotli(forFour),
    }),
    figure('Read and sign in French: scripts until charter and form are on screen', 'B', [weigh(shown)]),
    ratio('Read and sign in French: every script until the receipt is on screen', 'B', [whole], floor),
    ...peers.map(({ name, bytes }) =>
      ratio('The same, beside a library of forms or consent', 'B', [whole], { name, values: [bytes] }),
    ),
  ];
  return rows;
};
