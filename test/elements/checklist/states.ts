import { fixture, html } from '@open-wc/testing';
import '../../../src/elements/checklist/charter-checklist.ts';
import type { CharterChecklist } from '../../../src/elements/checklist/checklist-element.ts';
import { charterURL, fetchCharter, smallCharter } from '../../support/charter.ts';
import { shown } from '../../support/component.ts';
import { captureConsole, watchFetch } from '../../support/stubs.ts';

const guide = await fetchCharter('guide.fr.json');
const arabic = await fetchCharter('guide.ar.json');

/** Every state that a person can meet. */
export const states: Record<string, () => Promise<CharterChecklist>> = {
  'built-in charter': () => shown(html`<charter-checklist></charter-checklist>`),
  'some ticked': () =>
    shown(html`<charter-checklist .charter=${guide} .value=${['ask', 'wait']}></charter-checklist>`),
  'all ticked': () =>
    shown(html`<charter-checklist .charter=${guide} .value=${['ask', 'wait', 'blur']}></charter-checklist>`),
  'required ones missing': async () => {
    const element = await shown<CharterChecklist>(
      html`<charter-checklist .charter=${guide}></charter-checklist>`,
    );
    element.reportValidity();
    return element;
  },
  disabled: () => shown(html`<charter-checklist disabled .charter=${guide}></charter-checklist>`),
  'practices in Arabic': () => shown(html`<charter-checklist .charter=${arabic}></charter-checklist>`),
  'nothing to tick': () => shown(html`<charter-checklist .charter=${smallCharter()}></charter-checklist>`),
  failure: () => {
    captureConsole('error');
    return shown(
      html`<charter-checklist src=${charterURL('invalid.json')}><p>Texte de secours</p></charter-checklist>`,
    );
  },
  loading: () => {
    watchFetch().hold(charterURL('guide.fr.json'));
    return fixture(
      html`<charter-checklist src="${charterURL('guide.fr.json')}?held"><p>Secours</p></charter-checklist>`,
    );
  },
};
