import type { digestDocument } from '../../src/charter/digest.ts';

declare global {
  interface Window {
    /** Of the built library. */
    digestDocument: typeof digestDocument;
  }
}

/** Milliseconds that each of the two takes, one after the other, in the page. */
export interface Pair {
  readonly ours: number;
  readonly floor: number;
}

/**
 * Digests the document at an address and, beside it, hashes it as JSON.stringify writes it; after a warm-up.
 *
 * @param repeats - How often each does so in a round: the clock of a page is coarse.
 */
export async function measureInPage(url: string, rounds: number, repeats: number): Promise<Pair[]> {
  const document: unknown = await (await fetch(url)).json();
  const hash = async (): Promise<unknown> =>
    crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(document)));
  const time = async (act: () => Promise<unknown>): Promise<number> => {
    const start = performance.now();
    for (let repeat = 0; repeat < repeats; repeat++) await act();
    return (performance.now() - start) / repeats;
  };
  const pairs: Pair[] = [];
  for (let round = -1; round < rounds; round++) {
    // Who comes first changes: the second finds the processor's caches warm.
    const isFirst = round % 2 === 0;
    const early = isFirst ? undefined : await time(hash);
    const ours = await time(() => window.digestDocument(document));
    const floor = early ?? (await time(hash));
    if (round >= 0) pairs.push({ ours, floor });
  }
  return pairs;
}
