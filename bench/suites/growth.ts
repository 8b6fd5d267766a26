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
const most = 10_000;
const rounds = 7;
const names: Readonly<Record<Tag, string>> = { 'charter-checklist': 'Checklist', 'charter-viewer': 'Viewer' };
const tags = Object.keys(names) as Tag[];
const write = (count: number): string => count.toLocaleString('en');

const units = { shown: 'ms', translated: 'ms', ticked: 'ms', memory: 'MB' } as const;
const cloned = 'the same DOM, cloned from templates under our rules of layout';
type Options = Pick<Result, 'target' | 'note'>;
const shownAtMost: Options = {
  target: { most: 1.5 },
  note:
    'What the clone does not: the document is copied, checked and digested, and Lit makes what can be updated, with more ' +
    'nodes; fewer parts, a check without lists of its own and layout of what is near the window alone are what helped',
};

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
      const inTurn: Kind[] = round % 2 === 0 ? ['element', 'clone'] : ['clone', 'element'];
      for (const count of counts)
        for (const tag of tags)
          for (const kind of count === most ? [...inTurn, 'whole clone' as const] : inTurn) {
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
  const named = (count: number, what: string): string =>
    `${names[tag]} of ${write(count)} practices, ${what}`;
  const beside = (measure: keyof Measures, what: string, count: Count, options: Options = {}): Result =>
    ratio(
      named(count, what),
      units[measure],
      values(measure, tag, 'element', count),
      { name: cloned, values: values(measure, tag, 'clone', count) },
      options,
    );
  const growth = (measure: keyof Measures, what: string): Result =>
    ratio(
      named(most, what),
      units[measure],
      values(measure, tag, 'element', most),
      { name: 'of 1,000', values: values(measure, tag, 'element', 1000) },
      { target: { most: 12 } },
    );
  const shown = 'from the document to the screen';
  return [
    ...counts.map((count) => beside('shown', shown, count, count === most ? shownAtMost : {})),
    ratio(
      named(most, shown),
      'ms',
      values('shown', tag, 'element', most),
      {
        name: 'the same DOM, cloned and laid out as the browser does by itself',
        values: values('shown', tag, 'whole clone', most),
      },
      { target: { most: 1.5 } },
    ),
    growth('shown', shown),
    beside('translated', 'change of language', most),
    growth('translated', 'change of language'),
    beside('memory', 'memory', most),
    growth('memory', 'memory'),
  ];
}

function resultsOfTicks(values: Values): Result[] {
  const ticked = (kind: Kind, count: Count): number[] => values('ticked', 'charter-checklist', kind, count);
  const what = 'One tick in 10,000 practices, on a processor 4 times slower';
  return [
    figure(`${what}: work from the click to the next frame`, 'ms', ticked('element', most), {
      target: { most: 16 },
      note: 'Three quarters are style, layout and paint, which the clone has too; no other practice is looked at',
    }),
    ratio(what, 'ms', ticked('element', most), {
      name: cloned,
      values: ticked('clone', most),
    }),
    ratio(
      what,
      'ms',
      ticked('element', most),
      { name: 'in 100', values: ticked('element', 100) },
      { target: { most: 1.5 } },
    ),
  ];
}
