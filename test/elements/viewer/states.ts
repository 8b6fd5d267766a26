import { fixture, html } from '@open-wc/testing';
import '../../../src/elements/viewer/charter-viewer.ts';
import type { CharterViewer } from '../../../src/elements/viewer/viewer-element.ts';
import { charterURL, fetchCharter } from '../../support/charter.ts';
import { part, shown } from '../../support/component.ts';
import { captureConsole, watchFetch } from '../../support/stubs.ts';

export const guide = await fetchCharter('guide.fr.json');
const arabic = await fetchCharter('guide.ar.json');

/** Every state that a reader can meet. */
export const states: Record<string, () => Promise<CharterViewer>> = {
  'built-in charter': () => shown(html`<charter-viewer></charter-viewer>`),
  'changes since a version': () =>
    shown(html`<charter-viewer changes-since="1.0.0" .charter=${guide}></charter-viewer>`),
  'plain version': () => shown(html`<charter-viewer plain .charter=${guide}></charter-viewer>`),
  'document in Arabic': () =>
    shown(html`<charter-viewer changes-since="1.0.0" .charter=${arabic}></charter-viewer>`),
  'contents unfolded': async () => {
    const viewer = await shown<CharterViewer>(html`<charter-viewer .charter=${guide}></charter-viewer>`);
    part(viewer, 'toc')!.querySelector('details')!.open = true;
    return viewer;
  },
  'without contents, title of level 1': () =>
    shown(html`<charter-viewer without-toc heading-level="1" .charter=${guide}></charter-viewer>`),
  'titles beyond level 6': () =>
    shown(html`<charter-viewer heading-level="6" .charter=${guide}></charter-viewer>`),
  failure: () => {
    captureConsole('error');
    return shown(
      html`<charter-viewer src=${charterURL('invalid.json')}><p>Texte de secours</p></charter-viewer>`,
    );
  },
  loading: () => {
    watchFetch().hold(charterURL('guide.fr.json'));
    return fixture(
      html`<charter-viewer src="${charterURL('guide.fr.json')}?held"
        ><p>Texte de secours</p></charter-viewer
      >`,
    );
  },
};
