import 'axe-core';
import { expect } from '@open-wc/testing';
import { axeOptions, describeViolation } from './axe-findings.ts';

let previous: Promise<unknown> = Promise.resolve();

/** Runs axe-core over an element and its shadow root, and tells what it found: rule, place, reason. */
export async function expectAccessible(element: Element): Promise<void> {
  // axe-core runs once at a time.
  const run = previous.then(() => globalThis.axe.run(element, axeOptions));
  previous = run.catch(() => undefined);
  const { violations } = await run;
  expect(violations.map(describeViolation).join('\n\n')).to.equal('');
}

declare global {
  var axe: typeof import('axe-core');
}
