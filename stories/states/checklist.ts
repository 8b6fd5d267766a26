import { html } from 'lit';
import '../../src/elements/checklist/charter-checklist.ts';
import type { CharterChecklist } from '../../src/elements/checklist/checklist-element.ts';
import { arabicGuide, guide, invalidCharter } from '../support/documents.ts';
import { settled } from '../support/dom.ts';
import { serveNothing } from '../support/service.ts';
import { shortCharter } from '../support/short-charter.ts';
import type { ElementStates } from '../support/state.ts';

const { practices: _practices, ...withoutPractices } = shortCharter;

/** Every state that a person can meet. */
export const checklistStates = {
  'built-in charter': {
    template: () => html`<charter-checklist></charter-checklist>`,
    reach: settled,
  },
  'some ticked': {
    template: () => html`<charter-checklist .charter=${guide} .value=${['ask', 'wait']}></charter-checklist>`,
    reach: settled,
  },
  'all ticked': {
    template: () =>
      html`<charter-checklist .charter=${guide} .value=${['ask', 'wait', 'blur']}></charter-checklist>`,
    reach: settled,
  },
  'required ones missing': {
    template: () => html`<charter-checklist .charter=${guide}></charter-checklist>`,
    reach: async (checklist) => {
      await settled(checklist);
      checklist.reportValidity();
    },
  },
  disabled: {
    template: () => html`<charter-checklist disabled .charter=${guide}></charter-checklist>`,
    reach: settled,
  },
  'practices in Arabic': {
    template: () => html`<charter-checklist .charter=${arabicGuide}></charter-checklist>`,
    reach: settled,
  },
  'nothing to tick': {
    template: () => html`<charter-checklist .charter=${withoutPractices}></charter-checklist>`,
    reach: settled,
  },
  failure: {
    template: () =>
      html`<charter-checklist src=${invalidCharter}><p>Texte de secours</p></charter-checklist>`,
    reach: settled,
    isFault: true,
  },
  loading: {
    template: () =>
      html`<charter-checklist src=${serveNothing('charter.json')}
        ><p>Texte de secours</p></charter-checklist
      >`,
    reach: (checklist) => checklist.updateComplete,
  },
} satisfies ElementStates<CharterChecklist>;
