import 'axe-core';
import type { RunOptions } from 'axe-core';
import { expect } from '@open-wc/testing';
import { axeOptions, colourRules, describeViolation } from './axe-findings.ts';
import { textsOf } from './kinds-of-text.ts';
import type { Kinds } from './kinds-of-text.ts';

let previous: Promise<unknown> = Promise.resolve();

/** Runs axe-core over an element and its shadow root, and tells what it found. */
export async function expectAccessible(element: HTMLElement): Promise<void> {
  expect((await accessibilityFindings(element)).join('\n\n')).to.equal('');
}

/**
 * What axe-core finds in an element: rule, place, reason.
 *
 * @param colours - Only the rules that colours decide are run, over the kinds of text that were not met before: in another
 * scheme, the other rules find the same.
 */
export async function accessibilityFindings(element: HTMLElement, colours?: Kinds): Promise<string[]> {
  if (!colours) return violationsOf(element, axeOptions);
  return violationsOf(colours.unmet(textsOf(element), 'text'), { ...axeOptions, runOnly: [...colourRules] });
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
