import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

const survivorSchema = v.object({
  /** Where it begins and ends, `line:column-line:column`: lines from 1, columns from 0. */
  at: v.string(),
  /** The kind of change, as StrykerJS names it. */
  mutator: v.string(),
  /** The line on which the change begins. */
  code: v.string(),
  from: v.string(),
  to: v.string(),
  /** No test comes by. */
  isUncovered: v.optional(v.boolean()),
});

/** A change that no test noticed. */
export type Survivor = v.InferOutput<typeof survivorSchema>;

const fileSchema = v.object({
  /** Of the run. */
  date: v.string(),
  killed: v.number(),
  /** Noticed because a test did not end. */
  timedOut: v.number(),
  /** Those of what runs while a module loads, which each take a process of their own. */
  untried: v.optional(v.number(), 0),
  survivors: v.array(survivorSchema),
});

/** What the last run over a file found. */
export type FileResult = v.InferOutput<typeof fileSchema>;

const resultsSchema = v.record(v.string(), fileSchema);
export type Results = v.InferOutput<typeof resultsSchema>;

const equivalentSchema = v.array(
  v.object({
    file: v.string(),
    /** As of {@link Survivor}. */
    code: v.string(),
    from: v.string(),
    to: v.string(),
    /** Why nobody can notice it. */
    why: v.string(),
  }),
);

/** Survivors that change nothing that can be noticed, with the reason. */
export type Equivalent = v.InferOutput<typeof equivalentSchema>[number];

const read = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(join(import.meta.dirname, name), 'utf8'));

/** What is committed, by file. */
export async function readResults(): Promise<Results> {
  return v.parse(resultsSchema, await read('results.json'));
}

export async function readEquivalents(): Promise<Equivalent[]> {
  return v.parse(equivalentSchema, await read('equivalent.json'));
}

/** Whether somebody has read a survivor of a file and said why it is one. */
export function isNamed(file: string, survivor: Survivor, equivalents: readonly Equivalent[]): boolean {
  return equivalents.some(
    (each) =>
      each.file === file &&
      each.code === survivor.code &&
      each.from === survivor.from &&
      each.to === survivor.to,
  );
}

/** Replaces the results of the files that were tried. */
export async function keepResults(tried: Results): Promise<void> {
  const all = Object.entries({ ...(await readResults()), ...tried });
  const results = Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
  await writeFile(join(import.meta.dirname, 'results.json'), `${JSON.stringify(results, undefined, 2)}\n`);
}
