/**
 * Changes the code a little in every way that StrykerJS knows, and counts the changes that no test notices.
 *
 * `npm run mutants` tries every area, `npm run mutants -- src/outbox receiver/http/body.ts` folders and files. With
 * `--survivors` it tries only what survived last; with `--without-static` not what runs while a module loads; with `--table`
 * nothing. What it found is kept by file in results.json; docs/mutants.md is written from it, with what equivalent.json says
 * of the survivors.
 */
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { areas, excludedMutations, leftOut } from './areas.ts';
import type { Area } from './areas.ts';
import { keepResults, readResults } from './results.ts';
import type { FileResult, Results, Survivor } from './results.ts';
import { writeDocument } from './table.ts';

type Mutant = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

const root = join(import.meta.dirname, '../..');
process.chdir(root);
const words = process.argv.slice(2);
const isRetry = words.includes('--survivors');
const wanted = words.filter((word) => !word.startsWith('--')).map((path) => path.replace(/\/$/, ''));

for (const area of words.includes('--table') ? [] : areas) {
  const files = filesOf(area);
  if (files.length > 0) await keepResults(await (isRetry ? retry(area, files) : tryAll(area, files)));
}
await writeDocument();

/** The files of an area that are asked for. */
function filesOf({ folder }: Area): string[] {
  const isWanted = (file: string): boolean =>
    wanted.length === 0 || wanted.some((path) => file === path || file.startsWith(`${path}/`));
  return globSync(`${folder}/*.ts`, { cwd: root })
    .filter((file) => isWanted(file) && !Object.values(leftOut).flat().includes(file))
    .sort();
}

async function tryAll(area: Area, files: readonly string[]): Promise<Results> {
  const mutants = await run(area, files);
  const results: Results = {};
  for (const file of files) {
    const own = mutants.filter(({ fileName }) => relative(root, fileName) === file);
    // A file of types has none.
    if (own.length > 0) results[file] = await resultOf(file, own);
  }
  return results;
}

/** Tries again what survived, in files that have not changed since. */
async function retry(area: Area, files: readonly string[]): Promise<Results> {
  const results = await readResults();
  const before = files.flatMap((file): [string, FileResult][] => {
    const result = results[file];
    return result && result.survivors.length > 0 ? [[file, result]] : [];
  });
  const ranges = before.flatMap(([file, { survivors }]) => survivors.map(({ at }) => `${file}:${at}`));
  if (ranges.length === 0) return {};
  const mutants = await run(area, ranges);
  const after: Results = {};
  for (const [file, { survivors, ...counts }] of before) {
    const own = mutants.filter(({ fileName }) => relative(root, fileName) === file);
    const tried = await resultOf(file, own, survivors);
    const found = tried.killed + tried.timedOut + tried.survivors.length;
    if (found !== survivors.length) throw new Error(`${file} has changed: run npm run mutants -- ${file}`);
    after[file] = {
      date: tried.date,
      killed: counts.killed + tried.killed,
      timedOut: counts.timedOut + tried.timedOut,
      untried: counts.untried,
      survivors: tried.survivors,
    };
  }
  return after;
}

function run({ tests, patience }: Area, mutate: readonly string[]): Promise<Mutant[]> {
  process.env['MUTANTS_PATIENCE'] = String(patience);
  return new Stryker({
    mutate: [...mutate],
    mutator: { excludedMutations: [...excludedMutations] },
    testRunner: 'mocha',
    plugins: ['@stryker-mutator/mocha-runner'],
    mochaOptions: {
      spec: globSync(tests, { cwd: root }).sort(),
      require: [join(import.meta.dirname, 'use-mocha.ts')],
    },
    coverageAnalysis: 'perTest',
    ignoreStatic: words.includes('--without-static'),
    concurrency: 2,
    // Other work on the machine is not to be taken for a mutant that never ends.
    timeoutMS: 5_000,
    timeoutFactor: 3,
    tempDirName: '.stryker-tmp',
    ignorePatterns: ['test/pictures', 'storybook-static', 'demo', 'dist/standalone', 'docs'],
    reporters: ['progress-append-only'],
    allowEmpty: true,
    disableTypeChecks: false,
  }).runMutationTest();
}

/**
 * What became of mutants; one with which a module cannot even be loaded counts for nothing, as StrykerJS has it.
 *
 * @param among - The mutants that count; all of them when left out.
 */
async function resultOf(
  file: string,
  mutants: readonly Mutant[],
  among?: readonly Survivor[],
): Promise<FileResult> {
  const text = await readFile(join(root, file), 'utf8');
  const described = mutants
    .map((mutant) => ({ status: mutant.status, survivor: describeMutant(mutant, text) }))
    .filter(({ survivor }) => !among || among.some((each) => isSame(each, survivor)));
  const withStatus = (...statuses: Mutant['status'][]) =>
    described.filter(({ status }) => statuses.includes(status));
  return {
    date: new Date().toISOString().slice(0, 10),
    killed: withStatus('Killed').length,
    timedOut: withStatus('Timeout').length,
    untried: mutants.filter((mutant) => mutant.status === 'Ignored' && mutant.static).length,
    survivors: withStatus('Survived', 'NoCoverage').map(({ survivor }) => survivor),
  };
}

function isSame(one: Survivor, other: Survivor): boolean {
  return (
    one.at === other.at && one.mutator === other.mutator && one.to === other.to && one.code === other.code
  );
}

function describeMutant({ mutatorName, location, replacement, status }: Mutant, text: string): Survivor {
  const lines = text.split('\n');
  const { start, end } = location;
  const chosen = lines.slice(start.line - 1, end.line);
  chosen[chosen.length - 1] = chosen.at(-1)!.slice(0, end.column - 1);
  chosen[0] = chosen[0]!.slice(start.column - 1);
  return {
    at: `${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`,
    mutator: mutatorName,
    code: lines[start.line - 1]!.trim(),
    from: oneLine(chosen.join('\n')),
    to: oneLine(replacement),
    ...(status === 'NoCoverage' && { isUncovered: true }),
  };
}

function oneLine(code: string): string {
  return code.replace(/\s+/g, ' ').trim();
}
