import { launch } from '../../test/support/drive.ts';
import type { Kind } from '../growth/in-page.ts';
import { servePage } from '../growth/page.ts';
import { checkClone, runOnce } from '../growth/runs.ts';
import type { Measures } from '../growth/runs.ts';
import type { Tag } from '../growth/subject.ts';
import { figure, ratio } from '../support/result.ts';
import type { Result, Suite } from '../support/result.ts';

const counts = [10, 100, 1000, 10_000] as const;
type Count = (typeof counts)[number];
const rounds = 7;
const names: Readonly<Record<Tag, string>> = { 'charter-checklist': 'Checklist', 'charter-viewer': 'Viewer' };
const tags = Object.keys(names) as Tag[];
const write = (count: number): string => count.toLocaleString('en');

/** What was measured, in the order of the runs. */
type Values = (measure: keyof Measures, tag: Tag, kind: Kind, count: Count) => number[];

/** Charters of 10 to 10,000 practices, in a browser, beside the same DOM written by hand. */
export const growthSuite: Suite = async (log) => {
  const server = await servePage(counts);
  const browser = await launch('chromium');
  try {
    for (const tag of tags) await checkClone(browser, server.origin, tag, 100);
    const runs = new Map<string, Measures[]>();
    for (let round = 0; round < rounds; round++) {
      log(`round ${round + 1} of ${rounds}`);
      // Who comes first changes: what warms up, or tires, the machine is shared.
      const kinds: Kind[] = round % 2 === 0 ? ['element', 'clone'] : ['clone', 'element'];
      for (const count of counts)
        for (const tag of tags)
          for (const kind of kinds) {
            const measures = await runOnce(browser, server.origin, kind, tag, count);
            const key = [tag, kind, count].join();
            runs.set(key, [...(runs.get(key) ?? []), measures]);
          }
    }
    return resultsOf((measure, ...key) => runs.get(key.join())!.map((measures) => measures[measure]));
  } finally {
    await browser.close();
    server.close();
  }
};

function resultsOf(values: Values): Result[] {
  return [...tags.flatMap((tag) => resultsOfTag(tag, values)), ...resultsOfTicks(values)];
}

function resultsOfTag(tag: Tag, values: Values): Result[] {
  const beside = (measure: keyof Measures, count: Count) => ({
    name: 'the same DOM, cloned from templates',
    values: values(measure, tag, 'clone', count),
  });
  const growth = (measure: keyof Measures, unit: 'ms' | 'MB', what: string) =>
    ratio(
      `${names[tag]} of 10,000 practices, ${what}`,
      unit,
      values(measure, tag, 'element', 10_000),
      {
        name: 'of 1,000',
        values: values(measure, tag, 'element', 1000),
      },
      { target: { most: 12 } },
    );
  return [
    ...counts.map((count) =>
      ratio(
        `${names[tag]} of ${write(count)} practices, from the document to the screen`,
        'ms',
        values('shown', tag, 'element', count),
        beside('shown', count),
        count === 10_000
          ? { target: { most: 1.5 }, note: 'Ours validates the document and computes its digest' }
          : {},
      ),
    ),
    growth('shown', 'ms', 'from the document to the screen'),
    ratio(
      `${names[tag]} of 10,000 practices, change of language`,
      'ms',
      values('translated', tag, 'element', 10_000),
      beside('translated', 10_000),
    ),
    ratio(
      `${names[tag]} of 10,000 practices, memory`,
      'MB',
      values('memory', tag, 'element', 10_000),
      beside('memory', 10_000),
    ),
    growth('memory', 'MB', 'memory'),
  ];
}

function resultsOfTicks(values: Values): Result[] {
  const ticked = (kind: Kind, count: Count): number[] => values('ticked', 'charter-checklist', kind, count);
  const what = 'One tick in 10,000 practices, on a processor 4 times slower';
  return [
    figure(`${what}: work from the click to the next frame`, 'ms', ticked('element', 10_000), {
      target: { most: 16 },
    }),
    ratio(what, 'ms', ticked('element', 10_000), {
      name: 'the same DOM, cloned from templates',
      values: ticked('clone', 10_000),
    }),
    ratio(
      what,
      'ms',
      ticked('element', 10_000),
      { name: 'in 100', values: ticked('element', 100) },
      { target: { most: 1.5 } },
    ),
  ];
}
