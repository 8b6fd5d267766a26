import 'axe-core';
import type { RunOptions } from 'axe-core';
import { expect } from '@open-wc/testing';
import { axeOptions, colourRules, describeViolation } from './axe-findings.ts';

let previous: Promise<unknown> = Promise.resolve();

/** Colour schemes that every state of an element is looked at in. */
export const schemes = ['light', 'dark'] as const;

/**
 * Runs axe-core over an element and its shadow root, and tells what it found: rule, place, reason.
 *
 * @param scheme - In the dark, only the rules that colours decide are run: the others find the same as in the light.
 */
export async function expectAccessible(
  element: Element,
  scheme: (typeof schemes)[number] = 'light',
): Promise<void> {
  const rules = scheme === 'light' ? axeOptions : { ...axeOptions, runOnly: [...colourRules] };
  expect((await violationsOf(element, rules)).join('\n\n')).to.equal('');
}

/** What axe-core finds in an element, or in these, with other rules: rule, place, reason. */
export async function violationsOf(element: Element | Element[], rules: RunOptions): Promise<string[]> {
  if (Array.isArray(element) && element.length === 0) return [];
  // What is well is not described: that takes longer than finding what is not.
  const options: RunOptions = { ...rules, resultTypes: ['violations'] };
  // axe-core runs once at a time.
  const run = previous.then(() =>
    globalThis.axe.run(Array.isArray(element) ? { include: element } : element, options),
  );
  previous = run.catch(() => undefined);
  const { violations } = await run;
  return violations.map(describeViolation);
}

declare global {
  var axe: typeof import('axe-core');
}
