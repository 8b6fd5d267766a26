/** How a page has the element: drawn for each visit. */
import { pick } from '../random.ts';
import type { Random } from '../random.ts';
import { patience } from './desk.ts';
import { isKeepingNothing } from './device.ts';

const kinds = {
  plain: 6,
  /** The page knows who the person is. */
  locked: 2.5,
  /** A viewer and a checklist, whose practices join the record. */
  practices: 2,
  /** Two elements, two charters, one endpoint. */
  two: 2.5,
  /** Several people use the device. */
  shared: 2,
  'shared-without-key': 1,
  'shared-with-malformed-key': 1,
  /** The browser keeps nothing from some moment on. */
  'storage-fails': 1.5,
  /** The outbox holds what no version of the element writes. */
  'garbage-kept': 1,
} as const;

export type Kind = keyof typeof kinds;

const endpoints = { '/api/signatures': 6, signatures: 2.5, '/renamed/signatures': 1.5 } as const;

export interface Setting {
  readonly kind: Kind;
  readonly endpoint: string;
  /** Whether receipts are verified. */
  readonly verifies: boolean;
  readonly mayDecline: boolean;
}

/** @param waiting - Endpoint of a record that waits, once nobody is left to sign: only what is kept is to be sent then. */
export function drawSetting(random: Random, isOver: boolean, waiting: string | undefined): Setting {
  const drawn = {
    kind: pick(kinds, random),
    endpoint: pick(endpoints, random),
    verifies: random() < 0.65,
    mayDecline: random() < 0.25,
  };
  return isOver ? { ...drawn, kind: 'two', endpoint: waiting ?? drawn.endpoint } : drawn;
}

export const isShared = ({ kind }: Setting): boolean => kind.startsWith('shared');

/** Whether only the page may hold what was signed. */
export const isVolatile = (setting: Setting): boolean =>
  isShared(setting) || setting.kind === 'storage-fails' || isKeepingNothing();

/** Where the second charter is. */
export const secondCharter = '/rumour.json';

/** The attributes of a setting's first element. */
export function attributesOf(setting: Setting): Record<string, string> {
  const { kind, endpoint, verifies, mayDecline } = setting;
  const keys =
    kind === 'shared-with-malformed-key'
      ? '/malformed-jwks.json'
      : kind === 'shared' || (verifies && kind !== 'shared-without-key')
        ? '/.well-known/jwks.json'
        : undefined;
  return {
    endpoint,
    fields: 'id',
    timeout: String(patience),
    'csrf-meta': 'csrf-token',
    ...(keys !== undefined && { 'receipt-keys': keys }),
    ...(isShared(setting) && { 'shared-device': '' }),
    ...(mayDecline && { 'allow-decline': '' }),
    ...(kind === 'locked' && { 'lock-signer': '', fields: 'id' }),
    ...(kind === 'practices' && { for: 'viewer', checklist: 'checklist' }),
  };
}

export function create(tag: string, attributes: Readonly<Record<string, string>>): HTMLElement {
  const element = document.createElement(tag);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  return element;
}

/** Puts the elements of a setting into the page; answers those that sign. */
export function furnish(setting: Setting, more: Readonly<Record<string, string>>): HTMLElement[] {
  const attributes = { ...attributesOf(setting), ...more };
  const signing = [create('charter-acknowledgement', attributes)];
  if (setting.kind === 'two')
    signing.push(create('charter-acknowledgement', { ...attributes, src: secondCharter }));
  const reading =
    setting.kind === 'practices'
      ? [
          create('charter-viewer', { id: 'viewer' }),
          create('charter-checklist', { id: 'checklist', for: 'viewer' }),
        ]
      : [];
  document.querySelector('main')!.append(...reading, ...signing);
  return signing;
}
