import { launch } from '../../test/support/drive.ts';
import { contenders, pagesOf } from '../start/pages.ts';
import type { Contender } from '../start/pages.ts';
import { visit } from '../start/visit.ts';
import type { Start } from '../start/visit.ts';
import { serveCompressed } from '../support/compressing-server.ts';
import { ratio } from '../support/result.ts';
import type { Result, Suite } from '../support/result.ts';

const rounds = 9;

interface Peer {
  readonly contender: Contender;
  readonly name: string;
  readonly most: number;
}

const peers: readonly Peer[] = [
  { contender: 'static', name: 'the same text and form in static HTML', most: 2 },
  { contender: 'surveyjs', name: 'SurveyJS', most: 0.25 },
  { contender: 'formio', name: 'Form.io', most: 0.25 },
];

const same =
  'Empty caches, a processor 4 times slower, 10 Mbit/s and 40 ms to the server, the same for all. Static HTML alone ' +
  'takes a fifth of what SurveyJS takes, and the tags alone are a script more to fetch and to run: the charter asked for ' +
  'ahead, dates without Intl and a digest in one pass were gained';

/** The same elements, without and with what docs/intranet.md puts in them. */
const ways = [
  { contender: 'ours', what: 'Start, the tags alone' },
  { contender: 'fallback', what: 'Start, the text and a plain form within the tags, as recommended' },
] as const;

/** What README says of the start. */
const headline = 'From a click to a form that can be filled, on a slow network and processor';

const steps = { visible: 'charter visible', usable: 'form usable' } as const;

/** From the navigation to a charter that can be read, and to a form that can be filled. */
export const startSuite: Suite = async (log) => {
  const { files, markers } = await pagesOf();
  const server = await serveCompressed(files);
  const browser = await launch('chromium');
  const starts: Record<Contender, Start[]> = { ours: [], fallback: [], static: [], surveyjs: [], formio: [] };
  try {
    for (let round = 0; round < rounds; round++) {
      for (const contender of contenders) {
        starts[contender].push(await visit(browser, `${server.origin}/${contender}.html`, markers));
      }
      log(
        `round ${round + 1} of ${rounds}: ` +
          contenders.map((name) => `${name} ${Math.round(starts[name].at(-1)!.visible)} ms`).join(', '),
      );
    }
    return resultsOf(starts);
  } finally {
    await browser.close();
    server.close();
  }
};

function resultsOf(starts: Record<Contender, Start[]>): Result[] {
  const results: Result[] = [];
  for (const { contender, what } of ways) {
    for (const step of Object.keys(steps) as (keyof Start)[]) {
      const valuesOf = (who: Contender): number[] => starts[who].map((start) => start[step]);
      for (const { contender: peer, name, most } of peers) {
        const isHeadline = contender === 'fallback' && step === 'usable' && peer === 'static';
        const options = {
          target: { most },
          ...(results.length === 0 && { note: same }),
          ...(isHeadline && { headline }),
        };
        const beside = { name, values: valuesOf(peer) };
        results.push(ratio(`${what}: ${steps[step]}`, 'ms', valuesOf(contender), beside, options));
      }
    }
  }
  return results;
}
