import type { OutputChunk } from 'rollup';
import {
  brotlied,
  bundleElements,
  bundleLit,
  fourElements,
  gzipped,
  partsOf,
  signing,
} from '../../build/packages/bundles.ts';
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
  const weigh = (names: readonly string[], compressed = gzipped): number =>
    forSigning
      .filter((chunk) => names.includes(chunk.fileName) && !isDocument(chunk))
      .reduce((sum, { code }) => sum + compressed(code), 0);
  log(`shown with ${shown.join(', ')}; signed with ${signed.join(', ')}`);

  const floor = { name: 'bare Lit', values: [gzipped(main(lit))] };
  const write = (bytes: number): string => `${(bytes / kilobyte).toFixed(1)} kB`;
  const composition = (chunks: readonly OutputChunk[]): string => {
    const code = main(chunks);
    const { styles, words } = partsOf(code);
    return (
      `${write(brotlied(code))} with brotli; ${write(floor.values[0]!)} of it are Lit, ${write(styles)} styles, ` +
      `${write(words)} French words`
    );
  };
  const whole = weigh(signed);
  const peers = await weighPeers();
  const rows: Result[] = [
    figure('Read and sign in French: script before its lazy parts', 'B', [gzipped(main(forSigning))], {
      target: { most: 17 * kilobyte },
      note: composition(forSigning),
    }),
    figure('All four elements: script before its lazy parts', 'B', [gzipped(main(forFour))], {
      target: { most: 22 * kilobyte },
      note: composition(forFour),
    }),
    figure('Read and sign in French: scripts until charter and form are on screen', 'B', [weigh(shown)], {
      note: `${write(weigh(shown, brotlied))} with brotli`,
      inSummary: true,
    }),
    ratio('Read and sign in French: every script until the receipt is on screen', 'B', [whole], floor, {
      note: `${write(weigh(signed, brotlied))} with brotli`,
      inSummary: true,
    }),
    ...peers.map(({ name, bytes }) =>
      ratio(
        'The same, beside a library of forms or consent',
        'B',
        [whole],
        { name, values: [bytes] },
        {
          inSummary: true,
          ...(name === 'SurveyJS' && { headline: 'Scripts until the receipt is on screen, compressed' }),
        },
      ),
    ),
  ];
  return rows;
};
