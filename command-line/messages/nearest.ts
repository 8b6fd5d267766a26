import { closestMatch } from 'leven';

/** What was meant, most likely, or all there is to choose from. */
export interface Suggestion {
  readonly near?: string | undefined;
  readonly choices: readonly string[];
}

/** The candidate that a mistyped word most likely stands for, or `undefined` when none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const written = new Map([...candidates].map((candidate) => [candidate.toLowerCase(), candidate]));
  const maxDistance = Math.max(1, Math.floor(word.length / 3));
  const near = closestMatch(word.toLowerCase(), [...written.keys()], { maxDistance });
  return near === undefined ? undefined : written.get(near);
}

export function suggestionFor(word: string, choices: readonly string[]): Suggestion {
  return { near: nearest(word, choices), choices };
}
