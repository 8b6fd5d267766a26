import { readAttributes } from './attributes.ts';
import type { Attributes } from './attributes.ts';
import { piecesOfRuns, sliceRuns, wordsOf } from './inline-text.ts';
import type { InlineContext, SourceRun } from './inline-text.ts';
import { offsetIn } from './source-text.ts';

/** Takes the attributes between braces off the end of a text. */
export function takeAttributes(
  runs: readonly SourceRun[],
  allowed: readonly (keyof Attributes)[],
  { source, problems }: InlineContext,
): { runs: readonly SourceRun[]; attributes: Attributes } {
  const match = /\s*\{([^{}]*)\}\s*$/.exec(wordsOf(runs));
  if (!match) return { runs, attributes: {} };
  const pieces = piecesOfRuns(runs);
  const brace = match.index + match[0].indexOf('{');
  // `\{` is a brace that the writer wants to see.
  if (source[offsetIn(pieces, brace) - 1] === '\\') return { runs, attributes: {} };
  const offsetAt = (index: number): number => offsetIn(pieces, brace + 1 + index);
  return {
    runs: sliceRuns(runs, 0, match.index),
    attributes: readAttributes(match[1]!, offsetAt, allowed, problems),
  };
}
