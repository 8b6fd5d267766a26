import { appendFileSync } from 'node:fs';
import * as v from 'valibot';

/** Where a command that runs tests writes what it does, one JSON object a line. Set by run-command.ts. */
const path = process.env['TEST_JOURNAL'];

const Entry = v.variant('type', [
  /** Something begins: what a command was last doing, should it go silent. */
  v.object({ type: v.literal('started'), what: v.string() }),
  v.object({ type: v.literal('passed') }),
  v.object({ type: v.literal('skipped') }),
  v.object({ type: v.literal('failed'), test: v.string(), error: v.string() }),
  /** A file of tests that is going to be run, and its end, with all that its tests told. */
  v.object({ type: v.literal('planned'), file: v.string() }),
  v.object({ type: v.literal('ended'), file: v.string() }),
  /** The browser took the page of a file of tests away: nothing is known of its tests. */
  v.object({ type: v.literal('interrupted'), file: v.string(), error: v.string() }),
  /** What no test expected, though all passed: a warning in the console, a file that is not there. */
  v.object({ type: v.literal('noticed'), where: v.string(), text: v.string() }),
]);
export type Entry = v.InferOutput<typeof Entry>;

/**
 * Adds a line to the journal of this run, with when it was written, in milliseconds: that is for a person who looks for where
 * the time goes. Nothing, where a person runs the tests by hand.
 */
export function note(entry: Entry): void {
  if (path) appendFileSync(path, `${JSON.stringify({ ...entry, at: Date.now() })}\n`);
}

/** The entries of a journal, and how many lines could not be read: a killed command leaves half a line. */
export function readJournal(text: string): { entries: Entry[]; unreadable: number } {
  const entries: Entry[] = [];
  let unreadable = 0;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Entry), line);
    if (parsed.success) entries.push(parsed.output);
    else unreadable += 1;
  }
  return { entries, unreadable };
}
