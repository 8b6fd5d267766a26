import { html } from 'lit';
import '../../src/elements/viewer/charter-viewer.ts';
import type { CharterViewer } from '../../src/elements/viewer/viewer-element.ts';
import { arabicGuide, guide, invalidCharter } from '../support/documents.ts';
import { part, settled } from '../support/dom.ts';
import { serveNothing } from '../support/service.ts';
import type { ElementStates } from '../support/state.ts';

/** Every state that a reader can meet. */
export const viewerStates = {
  'built-in charter': {
    template: () => html`<charter-viewer></charter-viewer>`,
    reach: settled,
  },
  'changes since a version': {
    template: () => html`<charter-viewer changes-since="1.0.0" .charter=${guide}></charter-viewer>`,
    reach: settled,
  },
  'plain version': {
    template: () => html`<charter-viewer plain .charter=${guide}></charter-viewer>`,
    reach: settled,
  },
  'document in Arabic': {
    template: () => html`<charter-viewer changes-since="1.0.0" .charter=${arabicGuide}></charter-viewer>`,
    reach: settled,
  },
  'contents unfolded': {
    template: () => html`<charter-viewer .charter=${guide}></charter-viewer>`,
    reach: async (viewer) => {
      await settled(viewer);
      part(viewer, 'toc')!.querySelector('details')!.open = true;
    },
  },
  'without contents, title of level 1': {
    template: () => html`<charter-viewer without-toc heading-level="1" .charter=${guide}></charter-viewer>`,
    reach: settled,
  },
  'titles beyond level 6': {
    template: () => html`<charter-viewer heading-level="6" .charter=${guide}></charter-viewer>`,
    reach: settled,
  },
  failure: {
    template: () => html`<charter-viewer src=${invalidCharter}><p>Texte de secours</p></charter-viewer>`,
    reach: settled,
    isFault: true,
  },
  loading: {
    template: () =>
      html`<charter-viewer src=${serveNothing('charter.json')}><p>Texte de secours</p></charter-viewer>`,
    reach: (viewer) => viewer.updateComplete,
  },
} satisfies ElementStates<CharterViewer>;
