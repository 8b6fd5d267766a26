import { html } from 'lit';
import '../../../src/elements/acknowledgement/charter-acknowledgement.ts';
import '../../../src/elements/checklist/charter-checklist.ts';
import type { CharterAcknowledgement } from '../../../src/elements/acknowledgement/acknowledgement-element.ts';
import { click, rendered, type } from '../../support/dom.ts';
import { charter, laterCharter } from '../../support/signing-documents.ts';
import { opened, person, review, reviewRefusal, showRecord, withReceiver } from '../../support/signing.ts';
import type { ElementStates } from '../../support/state.ts';
import { form } from './form.ts';

/** Before anything is sent: what a person fills in, reads again, declines. */
export const filledInStates = {
  form: {
    template: withReceiver(
      ['recorded'],
      ({ endpoint }) =>
        html`<charter-acknowledgement
          fields="id email? role department"
          allow-decline
          endpoint=${endpoint}
        ></charter-acknowledgement>`,
    ),
    reach: opened,
  },
  'locked identity': {
    template: withReceiver(
      ['recorded'],
      ({ endpoint }) =>
        html`<charter-acknowledgement
          fields="id department"
          signer-name=${person}
          signer-id="cmartin"
          signer-department="Urgences"
          lock-signer
          endpoint=${endpoint}
        ></charter-acknowledgement>`,
    ),
    reach: opened,
  },
  'dry run': {
    template: () => html`<charter-acknowledgement dry-run></charter-acknowledgement>`,
    reach: opened,
  },
  'dry run over': {
    template: () => html`<charter-acknowledgement dry-run></charter-acknowledgement>`,
    reach: async (element) => {
      await review(element);
      click(element, 'sign-button');
      await rendered(element, '[part~=dry-run][role=status]');
    },
  },
  faults: {
    template: withReceiver(
      ['recorded'],
      ({ endpoint }) =>
        html`<charter-acknowledgement fields="email" endpoint=${endpoint}></charter-acknowledgement>`,
    ),
    reach: async (element) => {
      await rendered(element, 'form');
      type(element, 'email', 'claire.martin');
      click(element, 'review-button');
      await rendered(element, '[part~=fault]');
    },
  },
  'several faults': {
    template: withReceiver(
      ['recorded'],
      ({ endpoint }) =>
        html`<charter-acknowledgement fields="id email" endpoint=${endpoint}></charter-acknowledgement>`,
    ),
    reach: async (element) => {
      await rendered(element, 'form');
      type(element, 'email', 'claire.martin@');
      click(element, 'review-button');
      await rendered(element, '[part~=error-summary]');
    },
  },
  'reason missing': {
    template: withReceiver(
      ['recorded'],
      ({ endpoint }) =>
        html`<charter-acknowledgement allow-decline endpoint=${endpoint}></charter-acknowledgement>`,
    ),
    reach: async (element) => {
      await rendered(element, 'form');
      click(element, 'decline-button');
      await rendered(element, '#reason');
      click(element, 'review-button');
      await rendered(element, '[part~=error-summary]');
    },
  },
  review: {
    template: withReceiver(['recorded'], form),
    reach: showRecord,
  },
  'review with practices': {
    template: withReceiver(
      ['recorded'],
      ({ endpoint }) =>
        html`<charter-acknowledgement
            checklist="ticked-practices"
            fields="department"
            signer-department="Urgences"
            endpoint=${endpoint}
          ></charter-acknowledgement>
          <charter-checklist
            id="ticked-practices"
            hidden
            .charter=${charter}
            .value=${charter.practices!.map(({ id }) => id)}
          ></charter-checklist>`,
    ),
    reach: review,
  },
  'review changed': {
    template: withReceiver(['recorded'], form),
    reach: async (element) => {
      await review(element);
      element.signer = { department: 'Urgences' };
      element.fields = 'department?';
      await rendered(element, '[part~=changed]');
    },
  },
  'text changed': {
    template: withReceiver(['recorded'], form),
    reach: async (element) => {
      await review(element);
      element.charter = laterCharter;
      await rendered(element, '[part~=changed]');
    },
  },
  'refusal reviewed': {
    template: withReceiver(
      ['recorded'],
      ({ endpoint }) =>
        html`<charter-acknowledgement allow-decline endpoint=${endpoint}></charter-acknowledgement>`,
    ),
    reach: (element) => reviewRefusal(element),
  },
  declining: {
    template: withReceiver(
      ['recorded'],
      ({ endpoint }) =>
        html`<charter-acknowledgement allow-decline endpoint=${endpoint}></charter-acknowledgement>`,
    ),
    reach: async (element) => {
      await rendered(element, 'form');
      click(element, 'decline-button');
      await rendered(element, '#reason');
    },
  },
} satisfies ElementStates<CharterAcknowledgement>;
