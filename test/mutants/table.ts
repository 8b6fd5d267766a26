import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { areas, excludedMutations, leftOut } from './areas.ts';
import { isNamed, readEquivalents, readResults } from './results.ts';
import type { Equivalent, FileResult, Results } from './results.ts';

/** The document that the command writes. */
export const target = join(import.meta.dirname, '../../docs/mutants.md');

interface Counts {
  readonly killed: number;
  readonly survived: number;
  readonly equivalent: number;
  readonly untried: number;
}

/** The share of the mutants that can be noticed which are, in percent, rounded down. */
export function scoreOf({ killed, survived }: Counts): number {
  return Math.floor((1000 * killed) / Math.max(1, killed + survived)) / 10;
}

/** What became of the mutants of a folder. */
export function countsOf(folder: string, results: Results, equivalents: readonly Equivalent[]): Counts {
  return sum(filesIn(folder, results).map(([file, result]) => countFile(file, result, equivalents)));
}

function filesIn(folder: string, results: Results): [string, FileResult][] {
  return Object.entries(results).filter(([file]) => file.startsWith(`${folder}/`));
}

function countFile(file: string, result: FileResult, equivalents: readonly Equivalent[]): Counts {
  const named = result.survivors.filter((survivor) => isNamed(file, survivor, equivalents)).length;
  return {
    killed: result.killed + result.timedOut,
    survived: result.survivors.length - named,
    equivalent: named,
    untried: result.untried,
  };
}

function sum(all: readonly Counts[]): Counts {
  const total = (name: keyof Counts): number => all.reduce((count, each) => count + each[name], 0);
  return {
    killed: total('killed'),
    survived: total('survived'),
    equivalent: total('equivalent'),
    untried: total('untried'),
  };
}

function row(name: string, counts: Counts, date: string): string {
  const { killed, survived, equivalent, untried } = counts;
  const tried = killed + survived + equivalent;
  const cells = [name, tried, killed, equivalent, survived, `${scoreOf(counts)} %`, untried, date];
  return `| ${cells.join(' | ')} |`;
}

const head = [
  '| | Tried | Killed | Equivalent | Survived | Score | Left out | On |',
  '| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |',
];

/** The document of these results. */
export async function documentOf(results: Results, equivalents: readonly Equivalent[]): Promise<string> {
  const parts = areas.flatMap(({ folder }) => {
    const files = filesIn(folder, results);
    if (files.length === 0) return [];
    const rows = files.map(([file, result]) =>
      row(`\`${file.slice(folder.length + 1)}\``, countFile(file, result, equivalents), result.date),
    );
    const dates = files.map(([, { date }]) => date).sort();
    return { folder, rows, line: row(`\`${folder}\``, countsOf(folder, results, equivalents), dates[0]!) };
  });
  const named = equivalents.map(
    ({ file, code, from, to, why }) => `- \`${file}\`, ${quote(code)}: ${quote(from)} → ${quote(to)}. ${why}`,
  );
  const needs = Object.entries(leftOut).map(
    ([need, files]) => `${need} (${files.map((file) => `\`${file}\``).join(', ')})`,
  );
  const text = [
    '# Mutants',
    'How much of what the code decides a test notices. [StrykerJS](https://stryker-mutator.io) changes one thing at a time (a condition, a sign, an empty list, a block left out) and runs the tests of Node that come by it; a change that no test notices has survived. Each survivor is read: it is killed by a new test, or it is equivalent, as nobody can notice it, and says why below.',
    'Written by `npm run mutants`, from `test/mutants/results.json`, which has every survivor with its line. The score leaves out what is equivalent. A mutant with which a test does not end is killed.',
    `Not made: ${excludedMutations.join(', ')}. A text is a message, the name of a member or a code; types, the tests of messages and the translations hold these. Left out by \`--without-static\`: what runs while a module loads, such as a schema, and takes a process of its own for each mutant. Not tried, for what their own tests need: ${needs.join('; ')}.`,
    [...head, ...parts.map(({ line }) => line)].join('\n'),
    ...parts.map(({ folder, rows }) => `## \`${folder}\`\n\n${[...head, ...rows].join('\n')}`),
    ...(named.length > 0 ? [`## Equivalent\n\n${named.join('\n')}`] : []),
  ].join('\n\n');
  return format(`${text}\n`, { ...(await resolveConfig(target)), parser: 'markdown' });
}

/** Code in a line of a list. */
function quote(code: string): string {
  const fence = code.includes('`') ? '``' : '`';
  const pad = fence.length > 1 ? ' ' : '';
  return code === '' ? 'nothing' : `${fence}${pad}${code}${pad}${fence}`;
}

export async function writeDocument(): Promise<void> {
  await writeFile(target, await documentOf(await readResults(), await readEquivalents()));
}
