import { editDistance } from '../internal/edit-distance.ts';

/** The candidate that a mistyped word most likely stands for, or `undefined` when none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const far = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (far < least) [best, least] = [candidate, far];
  }
  return best;
}

/** A sentence that proposes the nearest word, or else lists all of them. */
export function suggest(word: string, candidates: readonly string[]): string {
  const near = nearest(word, candidates);
  return near === undefined
    ? `choisissez parmi : ${candidates.join(', ')}`
    : `vouliez-vous dire « ${near} » ?`;
}
