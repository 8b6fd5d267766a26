import { exportJWK, generateKeyPair } from 'jose';
import { html } from 'lit';
import '../../../src/elements/acknowledgement/charter-acknowledgement.ts';
import '../../../src/elements/checklist/charter-checklist.ts';
import type { CharterAcknowledgement } from '../../../src/elements/acknowledgement/acknowledgement-element.ts';
import { leaveOnDevice } from '../../support/device.ts';
import type { Left } from '../../support/device.ts';
import { click, rendered } from '../../support/dom.ts';
import { openReceiver } from '../../support/receiver.ts';
import { serveJSON } from '../../support/service.ts';
import { decline, once, person, sign, withReceiver } from '../../support/signing.ts';
import type { ElementStates } from '../../support/state.ts';
import { form } from './form.ts';

const { publicKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });

/** A receiver's key that records are encrypted to, where they wait on a shared computer. */
const sealingKey = { ...(await exportJWK(publicKey)), kid: 'enc', use: 'enc', alg: 'ECDH-ES' };

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

/** From the first attempt on: what was answered, what waits, what cannot be sent. */
export const sentStates = {
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
} satisfies ElementStates<CharterAcknowledgement>;
