import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../../src/elements/privacy-walkthrough/charter-privacy-walkthrough.ts';
import { CharterPrivacyWalkthrough } from '../../../src/elements/privacy-walkthrough/privacy-walkthrough-element.ts';
import { choice, storageKey, walkthrough } from '../../../stories/states/privacy-walkthrough.ts';
import { StrandedWalkthrough } from '../../../stories/support/stranded-walkthrough.ts';
import { part, parts, textOf } from '../../support/component.ts';

export { choice, storageKey, StrandedWalkthrough };

/** The element on a given day: the built-in data is to be reviewed after some date, and tests outlive it. */
export class DatedWalkthrough extends CharterPrivacyWalkthrough {
  static today = '2026-12-01';

  protected override get now(): Date {
    return new Date(`${DatedWalkthrough.today}T12:00:00`);
  }
}
customElements.define('dated-walkthrough', DatedWalkthrough);

export function fixtureFile(name: string): string {
  return new URL(`../../../stories/documents/networks/${name}`, import.meta.url).href;
}

/** An element with these attributes, once its networks are shown. */
export async function mount(
  attributes: Readonly<Record<string, string>> = {},
  tag = 'dated-walkthrough',
): Promise<CharterPrivacyWalkthrough> {
  const element = await attach(attributes, tag);
  await shown(element);
  return element;
}

/** An element with these attributes and a fallback, whatever it shows. */
export async function attach(
  attributes: Readonly<Record<string, string>> = {},
  tag = 'dated-walkthrough',
): Promise<CharterPrivacyWalkthrough> {
  const element = walkthrough(attributes, tag, 'Fallback') as CharterPrivacyWalkthrough;
  await fixture(html`<div>${element}</div>`);
  return element;
}

export async function shown(element: CharterPrivacyWalkthrough): Promise<void> {
  await waitUntil(() => part(element, 'title') !== null, 'the networks are not shown', { timeout: 5000 });
  await element.updateComplete;
}

/** The setting of this goal, or of this rank. */
export function step(element: CharterPrivacyWalkthrough, which: string | number): HTMLElement {
  const steps = parts(element, 'step');
  const found =
    typeof which === 'number'
      ? steps[which]
      : steps.find((item) => textOf(item.querySelector('.step-title')) === which);
  expect(found, `setting ${which}`).to.exist;
  return found!;
}

export async function answer(
  element: CharterPrivacyWalkthrough,
  which: string | number,
  outcome: string,
): Promise<void> {
  choice(step(element, which), outcome).click();
  await element.updateComplete;
}

export async function answerAll(element: CharterPrivacyWalkthrough, outcome = 'done'): Promise<void> {
  for (const index of parts(element, 'step').keys()) await answer(element, index, outcome);
}

/** Presses a button, and waits for the focus that follows. */
export async function press(element: CharterPrivacyWalkthrough, name: string): Promise<void> {
  part(element, name)!.click();
  await element.updateComplete;
  await Promise.resolve();
}

/** Sets properties once the element is attached, as frameworks do. */
export async function update(
  element: CharterPrivacyWalkthrough,
  properties: Partial<CharterPrivacyWalkthrough>,
): Promise<void> {
  Object.assign(element, properties);
  await element.updateComplete;
}
