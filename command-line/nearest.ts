import { closestMatch } from 'leven';

/** The candidate that a mistyped word most likely stands for, or `undefined` when none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const written = new Map([...candidates].map((candidate) => [candidate.toLowerCase(), candidate]));
  const maxDistance = Math.max(1, Math.floor(word.length / 3));
  const near = closestMatch(word.toLowerCase(), [...written.keys()], { maxDistance });
  return near === undefined ? undefined : written.get(near);
}

/** A sentence that proposes the nearest word, or else lists all of them. */
export function suggest(word: string, candidates: readonly string[]): string {
  const near = nearest(word, candidates);
  return near === undefined
    ? `choisissez parmi : ${candidates.join(', ')}`
    : `vouliez-vous dire « ${near} » ?`;
}
