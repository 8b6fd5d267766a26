import 'axe-core';
import type { RunOptions } from 'axe-core';
import { expect } from '@open-wc/testing';
import { axeOptions, describeViolation } from './axe-findings.ts';

let previous: Promise<unknown> = Promise.resolve();

/** Runs axe-core over an element and its shadow root, and tells what it found: rule, place, reason. */
export async function expectAccessible(element: Element): Promise<void> {
  expect((await violationsOf(element, axeOptions)).join('\n\n')).to.equal('');
}

/** What axe-core finds in an element with other rules: rule, place, reason. */
export async function violationsOf(element: Element, rules: RunOptions): Promise<string[]> {
  // axe-core runs once at a time.
  const run = previous.then(() => globalThis.axe.run(element, rules));
  previous = run.catch(() => undefined);
  const { violations } = await run;
  return violations.map(describeViolation);
}

declare global {
  var axe: typeof import('axe-core');
}
