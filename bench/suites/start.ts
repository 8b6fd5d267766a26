import { launch } from '../../test/support/drive.ts';
import { contenders, pagesOf } from '../start/pages.ts';
import type { Contender } from '../start/pages.ts';
import { visit } from '../start/visit.ts';
import type { Start } from '../start/visit.ts';
import { serveCompressed } from '../support/compressing-server.ts';
import { ratio } from '../support/result.ts';
import type { Result, Suite } from '../support/result.ts';

const rounds = 9;

const peers: readonly { readonly contender: Contender; readonly name: string; readonly most: number }[] = [
  { contender: 'static', name: 'the same text and form in static HTML', most: 2 },
  { contender: 'surveyjs', name: 'SurveyJS', most: 0.25 },
  { contender: 'formio', name: 'Form.io', most: 0.25 },
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
  const beside = (what: keyof Start, { contender, name }: (typeof peers)[number]) => ({
    name,
    values: values(contender, what),
  });
  return [
    ...peers.map((peer, index) =>
      ratio('Start, charter visible', 'ms', values('ours', 'visible'), beside('visible', peer), {
        target: { most: peer.most },
        ...(index === 0 && {
          note: 'Empty caches, a processor 4 times slower, 10 Mbit/s and 40 ms to the server, the same for all.',
        }),
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
