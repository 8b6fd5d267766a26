import { html } from 'lit';
import { exportJWK, generateKeyPair } from 'jose';
import '../../src/elements/acknowledgement/charter-acknowledgement.ts';
import '../../src/elements/checklist/charter-checklist.ts';
import type { CharterAcknowledgement } from '../../src/elements/acknowledgement/acknowledgement-element.ts';
import { leaveOnDevice } from '../support/device.ts';
import type { Left } from '../support/device.ts';
import { click, rendered, type } from '../support/dom.ts';
import { useManualClock } from '../support/manual-clock.ts';
import { openReceiver } from '../support/receiver.ts';
import { serveJSON, serveNothing } from '../support/service.ts';
import { charter, laterCharter } from '../support/signing-documents.ts';
import {
  decline,
  fillIn,
  once,
  opened,
  person,
  review,
  reviewRefusal,
  showRecord,
  sign,
  withReceiver,
} from '../support/signing.ts';
import type { ElementStates } from '../support/state.ts';

const { publicKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });

/** A receiver's key that records are encrypted to, where they wait on a shared computer. */
export const sealingKey = { ...(await exportJWK(publicKey)), kid: 'enc', use: 'enc', alg: 'ECDH-ES' };

const form = ({ endpoint }: { endpoint: string }) =>
  html`<charter-acknowledgement endpoint=${endpoint}></charter-acknowledgement>`;

const shared = () =>
  once(
    () =>
      html`<charter-acknowledgement
        shared-device
        endpoint=${openReceiver().endpoint}
      ></charter-acknowledgement>`,
  );

/** Other signatures wait on this device, as earlier visits left them. */
function withLeft(leave: (endpoint: string) => readonly Left[]) {
  let receiver = openReceiver();
  return {
    prepare: () => {
      receiver = openReceiver(['unavailable'], { retryAfter: 3600 });
      return leaveOnDevice(leave(receiver.endpoint));
    },
    template: () => once(() => form(receiver)),
    reach: (element: CharterAcknowledgement) => rendered(element, '[part~=others], [part~=unsent]'),
  };
}

/** When the last person was there, by the clock of the device. */
const lastSign = new Date(2026, 10, 23, 14, 32).getTime();

/** Every state that a person can meet. */
export const acknowledgementStates = {
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
  sending: {
    template: withReceiver(['never'], form),
    reach: (element) => sign(element, '[part~=sign-button][aria-disabled=true]'),
  },
  signed: {
    template: withReceiver(
      ['recorded'],
      ({ endpoint, receiptKeys }) =>
        html`<charter-acknowledgement
          endpoint=${endpoint}
          receipt-keys=${receiptKeys}
        ></charter-acknowledgement>`,
    ),
    reach: (element) => sign(element, '[part~=receipt]'),
  },
  'signed without receipt': {
    template: withReceiver(['accepted'], form),
    reach: (element) => sign(element, '[part~=receipt]'),
  },
  declined: {
    template: withReceiver(
      ['recorded'],
      ({ endpoint }) =>
        html`<charter-acknowledgement allow-decline endpoint=${endpoint}></charter-acknowledgement>`,
    ),
    reach: (element) => decline(element, '[part~=receipt]'),
  },
  offline: {
    template: withReceiver(['offline'], form),
    reach: (element) => sign(element, '[part~=pending]'),
  },
  pending: {
    template: withReceiver(['unavailable'], form, { retryAfter: 3600 }),
    reach: (element) => sign(element, '[part~=pending]'),
  },
  'pending, encrypted': {
    template: withReceiver(
      ['unavailable'],
      ({ endpoint, keys }) =>
        html`<charter-acknowledgement
          shared-device
          endpoint=${endpoint}
          receipt-keys=${serveJSON('jwks.json', { keys: [...keys.keys, sealingKey] })}
        ></charter-acknowledgement>`,
    ),
    reach: (element) => sign(element, '[part~=pending]'),
  },
  'sign-in needed': {
    template: withReceiver(['sign-in-required'], form),
    reach: (element) => sign(element, '[part~=pending]'),
  },
  'sign-in needed, with its address': {
    template: withReceiver(['sign-in-required'], form, { signIn: '/auth/login' }),
    reach: (element) => sign(element, '[part~=pending]'),
  },
  'not confirmed': {
    template: withReceiver(['no-id'], form),
    reach: (element) => sign(element, '[part~=pending]'),
    isFault: true,
  },
  'not accepted': {
    template: withReceiver(['page-422'], form),
    reach: (element) => sign(element, '[part~=pending]'),
    isFault: true,
  },
  'other person': {
    template: withReceiver(['other-signer'], form),
    reach: (element) => sign(element, '[part~=pending]'),
  },
  'refusal pending': {
    template: withReceiver(
      ['unavailable'],
      ({ endpoint }) =>
        html`<charter-acknowledgement allow-decline endpoint=${endpoint}></charter-acknowledgement>`,
      { retryAfter: 3600 },
    ),
    reach: (element) => decline(element, '[part~=pending]'),
  },
  'others wait': {
    ...withLeft((endpoint) => [
      { endpoint, name: 'Paul Durand', charter: { version: '0.9.0' }, daysAgo: 3 },
      { endpoint: 'https://ancien-intranet.example/charte', name: 'Awa Diallo', daysAgo: 2 },
      {
        endpoint,
        name: 'Léa Petit',
        charter: { id: 'charte-informatique', version: '2.1.0' },
        daysAgo: 1,
        isSealed: true,
      },
    ]),
    reach: async (element) => {
      const others = await rendered(element, '[part~=others]');
      (others as HTMLDetailsElement).open = true;
    },
  },
  'waiting too long': withLeft((endpoint) => [
    { endpoint, name: person, charter: { version: '0.9.0' }, daysAgo: 40 },
  ]),
  'another waits': {
    template: withReceiver(['offline'], form),
    reach: async (element) => {
      await sign(element, '[part~=pending]');
      click(element, 'restart-button');
      await rendered(element, '[part~=unsent]');
    },
  },
  outdated: {
    template: withReceiver(['charter-outdated'], form),
    reach: (element) => sign(element, '[part~=outdated]'),
  },
  refused: {
    template: withReceiver(['invalid-record'], form),
    reach: (element) => sign(element, '[part~=failure]'),
  },
  'refusal refused': {
    template: withReceiver(
      ['invalid-record'],
      ({ endpoint }) =>
        html`<charter-acknowledgement allow-decline endpoint=${endpoint}></charter-acknowledgement>`,
    ),
    reach: (element) => decline(element, '[part~=failure]'),
  },
  'another text': {
    template: withReceiver(['digest-mismatch'], form),
    reach: (element) => sign(element, '[part~=failure]'),
  },
  'forged receipt': {
    template: withReceiver(
      ['forged'],
      ({ endpoint, receiptKeys }) =>
        html`<charter-acknowledgement
          endpoint=${endpoint}
          receipt-keys=${receiptKeys}
        ></charter-acknowledgement>`,
    ),
    reach: (element) => sign(element, '[part~=failure]'),
  },
  'not kept': {
    template: withReceiver(
      ['unavailable'],
      ({ endpoint }) =>
        html`<charter-acknowledgement shared-device endpoint=${endpoint}></charter-acknowledgement>`,
    ),
    reach: (element) => sign(element, '[part~=pending]'),
  },
  'no endpoint': {
    template: () => once(() => html`<charter-acknowledgement></charter-acknowledgement>`),
    reach: (element) => sign(element, '[part~=failure]'),
  },
  'wrong endpoint': {
    template: () =>
      html`<charter-acknowledgement endpoint="ftp://intranet.example/signatures"></charter-acknowledgement>`,
    reach: (element) => rendered(element, '[part~=error]'),
    isFault: true,
  },
  'nobody there': {
    template: shared,
    reach: async (element) => {
      const clock = useManualClock(lastSign);
      await fillIn(element);
      await element.updateComplete;
      clock.advance(90_000);
      await rendered(element, '[part~=idle-warning][open]');
    },
  },
  'wiped by itself': {
    template: shared,
    reach: async (element) => {
      const clock = useManualClock(lastSign);
      await fillIn(element);
      await element.updateComplete;
      clock.advance(150_000);
      await rendered(element, '[part~=erased]');
    },
  },
  'signed before': {
    template: () =>
      html`<charter-acknowledgement
        signed-version="1.0.0"
        signed-at="2026-11-23"
        .charter=${charter}
      ></charter-acknowledgement>`,
    reach: opened,
  },
  'to be signed again': {
    template: () =>
      once(
        () =>
          html`<charter-acknowledgement
            signed-version="1.0.0"
            signed-at="2026-01-12"
            previous-src=${serveJSON('1.0.0.json', charter)}
            .charter=${laterCharter}
          ></charter-acknowledgement>`,
      ),
    reach: (element) => rendered(element, '[part~=signed-version] div .list'),
  },
  'renewal due': {
    template: () =>
      html`<charter-acknowledgement
        signed-version="1.0.0"
        signed-at="2025-11-03"
        renew-after="P1Y"
        .charter=${charter}
      ></charter-acknowledgement>`,
    reach: opened,
  },
  'invalid charter': {
    template: () =>
      html`<charter-acknowledgement .charter=${{ ...charter, title: '' }}
        ><p>Texte de secours</p></charter-acknowledgement
      >`,
    reach: opened,
    isFault: true,
  },
  loading: {
    template: () =>
      once(
        () =>
          html`<charter-acknowledgement src=${serveNothing('charter.json')}
            ><p>Texte de secours</p></charter-acknowledgement
          >`,
      ),
    reach: (element) => element.updateComplete,
  },
} satisfies ElementStates<CharterAcknowledgement>;
