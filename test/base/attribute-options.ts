import { nextFrame, oneEvent } from '@open-wc/testing';
import '../../src/all.ts';
import type { LitElement } from 'lit';
import type { CharterAcknowledgement } from '../../src/index.ts';
import { click, endpoint, receivedBy, rendered, review, type } from '../elements/acknowledgement/support.ts';
import { charterURL } from '../support/charter.ts';
import { part, parts, textOf } from '../support/component.ts';

export type Attributes = Readonly<Record<string, string>>;

/** What one attribute does on one element, as a person or a server sees it. */
export interface Option {
  readonly tag: string;
  readonly attribute: string;
  readonly property: string;
  /** Who sees it; a person where it is left out. */
  readonly seenBy?: 'the server';
  /** A value that shows, and what is seen with it. */
  readonly given: string;
  readonly shown: string;
  /** What is seen without it. */
  readonly initial: string;
  readonly nonsense: readonly unknown[];
  /** The attributes beside it. */
  readonly beside?: Attributes;
  readonly look: (element: LitElement) => string | Promise<string>;
}

export const guide = charterURL('guide.fr.json');

export const signer = { endpoint: '/nowhere', 'csrf-meta': 'token' };

export const titleOf = (element: Element): string =>
  part(element as LitElement, 'title')?.localName ?? 'none';

export const has = (name: string) => (element: LitElement) =>
  parts(element, name).length > 0 ? 'there' : 'absent';

export const practices = (element: LitElement): string => String(parts(element, 'practice').length);

/** Ticks the first practice, and says where that is kept. */
export function keptTicks(element: LitElement): string {
  sessionStorage.clear();
  const [box] = element.shadowRoot!.querySelectorAll<HTMLInputElement>('[type=checkbox]');
  box!.click();
  return sessionStorage.length > 0 ? 'this tab' : 'nowhere';
}

/** Signs, and looks at the request that the server has got. */
export async function request(
  element: LitElement,
): Promise<{ credentials: string; headers: Record<string, string> }> {
  const acknowledgement = element as CharterAcknowledgement;
  acknowledgement.endpoint = endpoint();
  await acknowledgement.updateComplete;
  await review(acknowledgement);
  let credentials = '';
  element.addEventListener(
    'charter-sign-request',
    ({ detail }) => (credentials = detail.request.credentials),
  );
  const signed = oneEvent(element, 'charter-signed');
  click(element, 'sign-button');
  await signed;
  const [received] = await receivedBy(acknowledgement.endpoint);
  return { credentials, headers: received!.headers };
}

export const headingLevels = [
  ['charter-viewer', { src: guide }],
  ['charter-checklist', { src: guide }],
  ['charter-privacy-walkthrough', {}],
  ['charter-acknowledgement', signer],
  ['charter-receipt', {}],
] as const;

export const notLevels = ['abc', '0', '9', '2.5', '-1', NaN, Infinity, {}];

export const options: readonly Option[] = [
  ...headingLevels.map(([tag, beside]): Option => ({
    tag,
    beside,
    attribute: 'heading-level',
    property: 'headingLevel',
    given: '4',
    shown: 'h4',
    initial: 'h2',
    nonsense: notLevels,
    look: titleOf,
  })),
  ...(['charter-viewer', 'charter-checklist'] as const).map((tag): Option => ({
    tag,
    attribute: 'audience',
    property: 'audience',
    given: 'visitors',
    shown: '2',
    initial: '3',
    nonsense: ['everybody', 7],
    beside: { src: guide },
    look: practices,
  })),
  {
    tag: 'charter-viewer',
    attribute: 'plain',
    property: 'plain',
    given: '',
    shown: 'true',
    initial: 'false',
    nonsense: ['false'],
    beside: { src: guide },
    look: (element) => part(element, 'plain-button')!.getAttribute('aria-pressed')!,
  },
  {
    tag: 'charter-viewer',
    attribute: 'without-toc',
    property: 'withoutToc',
    given: '',
    shown: 'absent',
    initial: 'there',
    nonsense: ['false'],
    beside: { src: guide },
    look: has('toc'),
  },
  {
    tag: 'charter-checklist',
    attribute: 'persist',
    property: 'persist',
    given: 'session',
    shown: 'this tab',
    initial: 'nowhere',
    nonsense: ['always', true],
    beside: { src: guide },
    look: keptTicks,
  },
  {
    tag: 'charter-privacy-walkthrough',
    attribute: 'persist',
    property: 'persist',
    given: 'session',
    shown: 'absent',
    initial: 'there',
    nonsense: ['always', 1],
    look: has('remember'),
  },
  {
    tag: 'charter-privacy-walkthrough',
    attribute: 'platform',
    property: 'platform',
    given: 'ios',
    shown: 'ios',
    initial: 'web',
    nonsense: ['windows', 3],
    beside: { network: 'facebook' },
    look: (element) => element.shadowRoot!.querySelector<HTMLInputElement>('[part=platform] :checked')!.value,
  },
  {
    tag: 'charter-privacy-walkthrough',
    attribute: 'networks',
    property: 'networks',
    given: 'facebook',
    shown: '1',
    initial: 'all',
    nonsense: [{ first: 'facebook' }],
    look: (element) => (parts(element, 'network-button').length > 3 ? 'all' : '1'),
  },
  {
    tag: 'charter-acknowledgement',
    attribute: 'credentials',
    property: 'credentials',
    seenBy: 'the server',
    given: 'omit',
    shown: 'omit',
    initial: 'same-origin',
    nonsense: ['yes', true],
    look: async (element) => (await request(element)).credentials,
  },
  {
    tag: 'charter-acknowledgement',
    attribute: 'csrf-header',
    property: 'csrfHeader',
    seenBy: 'the server',
    given: 'X-Own',
    shown: 'x-own',
    initial: 'x-csrf-token',
    nonsense: ['X CSRF', 'X-Jeton-é:', 12],
    beside: signer,
    look: async (element) => {
      const { headers } = await request(element);
      return Object.entries(headers).find(([, value]) => value === 'token-of-the-page')?.[0] ?? 'none';
    },
  },
  {
    tag: 'charter-acknowledgement',
    attribute: 'signed-at',
    property: 'signedAt',
    given: '2026-03-01',
    shown: 'Vous avez signé la version 0.9.0 le 1er mars 2026.',
    initial: 'Vous avez lu ou signé la version 0.9.0.',
    nonsense: ['hier', '01/03/2026', '2026-13-45', 2026],
    beside: { 'signed-version': '0.9.0' },
    look: async (element) =>
      textOf((await rendered(element, '[part~=signed-version]')).querySelector('strong')),
  },
  {
    tag: 'charter-acknowledgement',
    attribute: 'renew-after',
    property: 'renewAfter',
    given: 'P1Y',
    shown: 'there',
    initial: 'absent',
    nonsense: ['1 an', 12],
    beside: { 'signed-version': '1.0.0', 'signed-at': '2020-01-01' },
    look: async (element) => {
      await rendered(element, '[part~=signed-version]');
      return has('review-button')(element);
    },
  },
  {
    tag: 'charter-acknowledgement',
    attribute: 'allow-decline',
    property: 'allowDecline',
    given: '',
    shown: 'there',
    initial: 'absent',
    nonsense: ['false'],
    look: has('decline-button'),
  },
];

/** What protects is on as soon as it is written. */
export const restrictions: readonly Omit<Option, 'nonsense' | 'given'>[] = [
  {
    tag: 'charter-acknowledgement',
    attribute: 'lock-signer',
    property: 'lockSigner',
    shown: 'absent',
    initial: 'there',
    beside: { 'signer-name': 'Claire Martin' },
    look: (element) => (element.shadowRoot!.querySelector('#name') ? 'there' : 'absent'),
  },
  {
    tag: 'charter-acknowledgement',
    attribute: 'dry-run',
    property: 'dryRun',
    shown: 'there',
    initial: 'absent',
    look: has('dry-run'),
  },
  {
    tag: 'charter-acknowledgement',
    attribute: 'shared-device',
    property: 'sharedDevice',
    shown: 'there',
    initial: 'absent',
    look: async (element) => {
      type(element, 'name', 'Claire Martin');
      element.requestUpdate();
      await element.updateComplete;
      return has('wipe-button')(element);
    },
  },
  {
    tag: 'charter-checklist',
    attribute: 'disabled',
    property: 'disabled',
    shown: 'disabled',
    initial: 'enabled',
    beside: { src: guide },
    look: async (element) => {
      // The browser tells the element of it, after the update.
      await nextFrame();
      await element.updateComplete;
      return element.shadowRoot!.querySelector('[type=checkbox]')!.matches(':disabled')
        ? 'disabled'
        : 'enabled';
    },
  },
];
