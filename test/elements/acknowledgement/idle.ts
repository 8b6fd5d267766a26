import { expect } from '@open-wc/testing';
import { IdleController } from '../../../src/behaviors/idle-controller.ts';
import type { CharterAcknowledgement } from '../../../src/elements/acknowledgement/acknowledgement-element.ts';
import { systemClock } from '../../../src/internal/clock.ts';
import { useManualClock } from '../../../stories/support/manual-clock.ts';
import { acknowledgement, endpoint, find, type } from './support.ts';

export const name = 'Claire Martin';
export const second = 1000;

/** The shared device: its clock goes on when a test says so. */
export const device = { clock: useManualClock() };
IdleController.clock = systemClock;

/** Gives every test of a suite a clock of its own. */
export function useDeviceClock(): void {
  beforeEach(() => (device.clock = useManualClock()));
  afterEach(() => (IdleController.clock = systemClock));
}

/** An element in which a person has typed their name, a moment ago. */
export async function begun(options: Partial<CharterAcknowledgement> = {}): Promise<CharterAcknowledgement> {
  const element = await acknowledgement({ endpoint: endpoint(), sharedDevice: true, ...options });
  type(element, 'name', name);
  await element.updateComplete;
  return element;
}

export async function warned(options: Partial<CharterAcknowledgement> = {}): Promise<CharterAcknowledgement> {
  const element = await begun(options);
  await pass(element, 90 * second);
  expect(warning(element).open).to.be.true;
  return element;
}

export async function pass(element: CharterAcknowledgement, milliseconds: number): Promise<void> {
  device.clock.advance(milliseconds);
  await element.updateComplete;
  await element.updateComplete;
}

export function isWarning(element: CharterAcknowledgement): boolean {
  return element.shadowRoot!.querySelector('[part~=idle-warning]') !== null;
}

export function warning(element: CharterAcknowledgement): HTMLDialogElement {
  return find<HTMLDialogElement>(element, '[part~=idle-warning]');
}
