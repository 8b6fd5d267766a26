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
  readonly note: string;
}

const outOfReach =
  'Static HTML alone takes a fifth of this, and a script is one more request and its run: the charter asked for ahead, ' +
  'dates without Intl and a digest in one pass were gained.';

const peers: readonly Peer[] = [
  {
    contender: 'static',
    name: 'the same text and form in static HTML',
    most: 2,
    note: 'Empty caches, a processor 4 times slower, 10 Mbit/s and 40 ms to the server, the same for all.',
  },
  { contender: 'surveyjs', name: 'SurveyJS', most: 0.25, note: outOfReach },
  { contender: 'formio', name: 'Form.io', most: 0.25, note: outOfReach },
];

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
  const values = (contender: Contender, what: keyof Start): number[] =>
    starts[contender].map((start) => start[what]);
  const beside = (what: keyof Start, { contender, name }: Peer) => ({
    name,
    values: values(contender, what),
  });
  return [
    ...peers.map((peer) =>
      ratio('Start, charter visible', 'ms', values('ours', 'visible'), beside('visible', peer), {
        target: { most: peer.most },
        note: peer.note,
      }),
    ),
    ...peers.map((peer) =>
      ratio('Start, form usable', 'ms', values('ours', 'usable'), beside('usable', peer)),
    ),
    ...(['visible', 'usable'] as const).map((what) =>
      ratio(
        `Start with a fallback in the elements, ${what === 'visible' ? 'charter visible' : 'form usable'}`,
        'ms',
        values('fallback', what),
        beside(what, peers[0]!),
      ),
    ),
  ];
}
